import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CloudError } from '../../cloud-error.ts';

/** A parsed element: text where it has no children. */
export type XmlNode = string | { [name: string]: XmlNode | XmlNode[] };

// Entities stay as they are here: a DOCTYPE could define its own. The five of XML are decoded below.
const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  removeNSPrefix: true,
});

/** @returns the children of the root element. @throws CloudError 400 MalformedXML */
export function readXml(text: string, root: string): Record<string, XmlNode | XmlNode[]> {
  if (text.includes('<!DOCTYPE') || XMLValidator.validate(text) !== true) throw malformedXml(root);
  const document = parser.parse(text) as Record<string, XmlNode>;
  const content = document[root];
  if (content === undefined || typeof content === 'string' || Array.isArray(content))
    throw malformedXml(root);
  return content;
}

/** Every child element of that name that has children itself. */
export function elementsOf(
  parent: Record<string, XmlNode | XmlNode[]>,
  name: string,
): Record<string, XmlNode | XmlNode[]>[] {
  const found = parent[name] ?? [];
  return (Array.isArray(found) ? found : [found]).filter((node) => typeof node !== 'string');
}

/** The text of the only child element of that name, decoded; `undefined` where there is none. */
export function textOf(parent: Record<string, XmlNode | XmlNode[]>, name: string): string | undefined {
  const node = parent[name];
  return typeof node === 'string' ? decodeReferences(node) : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
    },
  );
}

export function malformedXml(root: string): CloudError {
  return new CloudError(
    400,
    'MalformedXML',
    `The XML you provided was not well-formed or did not validate: expected a ${root} document`,
  );
}
