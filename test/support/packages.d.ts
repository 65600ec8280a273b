/** What the tests use of sax, a strict reader of XML that the mails' tools bring along. */
declare module 'sax' {
  interface Parser {
    onopentag: (tag: {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { readonly parser: (strict: boolean) => Parser };
  export = sax;
}
