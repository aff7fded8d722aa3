/** Reads what the styles of a text document say about words, paragraphs and lists. */
import {
  findDescendants,
  findElement,
  getAttribute,
  listElements,
  type XmlElement,
} from '../office/xml-tree.ts';

interface TextFormat {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  readonly script?: 'sup' | 'sub' | undefined;
}

export interface OdtStyles {
  /** Returns the format of a style, with what it inherits. */
  formatText(name: string | undefined): TextFormat;
  /** Returns whether a style is "Title" or is based on it. */
  isTitle(name: string | undefined): boolean;
  /** Returns whether the items of a list have numbers. */
  isNumbered(name: string | undefined): boolean;
}

const MAX_PARENTS = 20;

/** @param parts the styles of the document, and its content with styles of its own */
export function readOdtStyles(parts: readonly (XmlElement | undefined)[]): OdtStyles {
  const styles = new Map<string, XmlElement>();
  const numbered = new Set<string>();
  for (const style of parts.flatMap((part) => findDescendants(part, 'style:style'))) {
    styles.set(getAttribute(style, 'style:name') ?? '', style);
  }
  for (const list of parts.flatMap((part) => findDescendants(part, 'text:list-style'))) {
    if (listElements(list)[0]?.name === 'text:list-level-style-number')
      numbered.add(getAttribute(list, 'style:name') ?? '');
  }
  const listChain = (name: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = [];
    let style = styles.get(name ?? '');
    for (let depth = 0; style && depth < MAX_PARENTS; depth++) {
      chain.push(style);
      style = styles.get(getAttribute(style, 'style:parent-style-name') ?? '');
    }
    return chain;
  };
  const findProperty = (name: string | undefined, property: string) =>
    listChain(name)
      .map((style) => getAttribute(findElement(style, 'style:text-properties'), property))
      .find((value) => value !== undefined);
  return {
    formatText(name) {
      const position = findProperty(name, 'style:text-position') ?? '';
      return {
        isBold: /^(?:bold|[6-9]00)$/.test(findProperty(name, 'fo:font-weight') ?? ''),
        isItalic: /^(?:italic|oblique)$/.test(findProperty(name, 'fo:font-style') ?? ''),
        isStruck: !/^(?:none)?$/.test(findProperty(name, 'style:text-line-through-style') ?? ''),
        isHidden: findProperty(name, 'text:display') === 'none',
        script: /^(?:super|[1-9])/.test(position) ? 'sup' : /^(?:sub|-)/.test(position) ? 'sub' : undefined,
      };
    },
    isTitle: (name) =>
      name === 'Title' ||
      listChain(name).some((style) => getAttribute(style, 'style:parent-style-name') === 'Title'),
    isNumbered: (name) => numbered.has(name ?? ''),
  };
}
