/** A piece of HTML that is written as it is meant. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | Html | readonly Html[];

const written = (part: Part): string => {
  if (typeof part === 'string')
    return part.replaceAll(/[&<>"']/g, (mark) => references[mark] ?? '');
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('');
};

/** HTML in which every text that is put into it stays a text: `html\`<p>${name}</p>\``. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(written)));

export const noHtml = new Html('');
