/** An element of an XML document. Its texts and values are written as they are meant: `xml` escapes them. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

export const element = (
  name: string,
  attributes: Element['attributes'],
  ...children: Element['children']
): Element => ({ name, attributes, children });

/** What XML 1.0 cannot hold, not even as a reference (its production 2, Char); halves of characters too. */
const unspeakable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string =>
  text
    .replaceAll(unspeakable, '\u{fffd}')
    .replaceAll(/[&<>"']/g, (mark) => references[mark] ?? mark);

/** Tenths are finer than a reader sees, and keep the document short. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value);

/** The element as text: whatever its texts hold, it is well-formed. */
export const xml = ({ name, attributes, children }: Element): string => {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${written(value)}"`)
    .join('');
  if (children.length === 0) return `<${name}${given}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : xml(child)));
  return `<${name}${given}>${inner.join('')}</${name}>`;
};
