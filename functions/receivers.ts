/** Where receivers of webhooks may be: anywhere in public, or on the machine that the system itself runs on as well. */
export const receivers = ['public', 'public-and-loopback'] as const;
export type Receivers = (typeof receivers)[number];
