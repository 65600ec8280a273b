export type TraceStep = { readonly step: string };
