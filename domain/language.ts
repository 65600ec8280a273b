/** The languages of the people who read what we say: Finnish first, then Swedish and English. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language; an entry of the law without all three does not compile. */
export type Text = Readonly<Record<Language, string>>;
