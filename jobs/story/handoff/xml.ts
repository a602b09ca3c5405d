/** XML as text. Pure. */

/** An element with its attributes, in their order; what is undefined is absent. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string | number | undefined>>;
  children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: XmlElement['children']
): XmlElement {
  return { name, attributes, children };
}

/** The element's text, indented; text within an element stays as it is. */
export function printXml({ name, attributes, children }: XmlElement, indent = ''): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (children.length === 0) return `${indent}<${name}${told}/>\n`;
  const hasText = children.some((child) => typeof child === 'string');
  const inner = children
    .map((child) =>
      typeof child === 'string' ? escaped(child) : printXml(child, hasText ? '' : `${indent}  `),
    )
    .join('');
  return hasText
    ? `${indent}<${name}${told}>${inner}</${name}>\n`
    : `${indent}<${name}${told}>\n${inner}${indent}</${name}>\n`;
}

/** Characters that XML 1.0 does not have at all, and those that mean something to it. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
      .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
      // In an attribute a bare line break would be read as a space.
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
