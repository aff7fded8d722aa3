/** The XML of Office files and of Confluence as a tree, within limits, without entities of its own. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { formatNestingError, UnreadableSourceError } from '../source-document.ts';

export { XmlElement };

/** A text of this length has some millions of elements, which take a gigabyte. */
const MAX_XML_LENGTH = 40_000_000;

/**
 * Parses a part. Entities that it declares are not expanded.
 *
 * @throws an UnreadableSourceError if it is not XML, nested too deeply or too long
 */
export function parseXmlTree(bytes: Uint8Array): XmlElement {
  if (bytes.length > MAX_XML_LENGTH) {
    throw new UnreadableSourceError(
      `Unexpected ${Math.round(bytes.length / 1_000_000)} MB of XML, expected at most ${MAX_XML_LENGTH / 1_000_000} MB. Split the file`,
    );
  }
  try {
    const { root } = parseXml(decodeXml(bytes));
    if (root) return root;
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableSourceError(formatNestingError());
  }
  throw new UnreadableSourceError('Unexpected content of a part, expected XML. The file is damaged');
}

function decodeXml(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Returns the elements in an element. */
export function listElements(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((child) => child instanceof XmlElement) ?? [];
}

/** Returns the first element of a name in an element. */
export function findElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return listElements(element).find((child) => child.name === name);
}

/** Returns every element of a name below an element, in their order. */
export function findDescendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return listElements(element).flatMap((child) =>
    child.name === name ? [child, ...findDescendants(child, name)] : findDescendants(child, name),
  );
}

export function getAttribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

/** Returns the text directly in an element and in the elements below it. */
export function getXmlText(element: XmlElement | undefined): string {
  let text = '';
  for (const child of element?.children ?? []) {
    if (child instanceof XmlText) text += child.text;
    else if (child instanceof XmlElement) text += getXmlText(child);
  }
  return text;
}
