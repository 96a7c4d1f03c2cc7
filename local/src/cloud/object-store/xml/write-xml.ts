const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A value of an XML document: text, children by name, or several elements of one name. `undefined` is left out. */
export type XmlValue = string | number | boolean | undefined | XmlElements | XmlElements[];
export interface XmlElements {
  [name: string]: XmlValue;
}

/** An S3 document. Errors carry no namespace, as on S3. */
export function writeXml(root: string, content: XmlElements): string {
  const attributes = root === 'Error' ? '' : ` xmlns="${NAMESPACE}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attributes}>${elements(content)}</${root}>`;
}

function elements(content: XmlElements): string {
  return Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  return `<${name}>${typeof value === 'object' ? elements(value) : escapeXml(String(value))}</${name}>`;
}

/** Control characters are written as references, as S3 does, though XML 1.0 has no way to carry them. */
function escapeXml(text: string): string {
  return text.replace(
    /[&<>"\p{Cc}\u2028\ufffe\uffff]/gu,
    (character) => NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
