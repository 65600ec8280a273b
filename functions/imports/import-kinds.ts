/** What a file can hold. */
export const importKinds = ['organisations', 'expected-producers'] as const;
export type ImportKindName = (typeof importKinds)[number];
