/** The state while a Word file is read: its parts, and what is collected on the way. */
import type { OfficePackage, Relationship } from '../office/office-package.ts';
import { getAttribute, getXmlText, type XmlElement } from '../office/xml-tree.ts';
import type { WordLists } from './word-lists.ts';
import type { WordStyles } from './word-styles.ts';

export interface WordComment {
  readonly id: string;
  readonly element: XmlElement;
  readonly isResolved: boolean;
  /** The words that it is about. */
  anchor: string;
}

/** A field that is open, such as a link or a table of contents (ECMA-376, part 1, 17.16). */
interface Field {
  code: string;
  /** True after the code, where the text that it shows begins. */
  isResult: boolean;
  readonly checkbox: boolean | undefined;
}

export interface WordContext {
  readonly office: OfficePackage;
  readonly styles: WordStyles;
  readonly lists: WordLists;
  /** The relationships of the part that is read. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** The name of the file without its folder: pictures are addressed below it. */
  readonly fileName: string;
  /** The headings that bookmarks are in. */
  readonly bookmarks: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, WordComment>;
  readonly openComments: Set<string>;
  readonly fields: Field[];
  /** The ids of notes (`footnote-2`), with their numbers in the order of their references. */
  readonly notes: Map<string, string>;
  /** Boxes of text in the paragraph that is read. */
  readonly boxes: XmlElement[];
  /** The content of paragraphs whose ends are deleted: it goes to the next paragraph. */
  readonly carried: XmlElement[];
  /** Texts that tracked changes delete or move away. */
  readonly deleted: string[];
  /** Texts that Word neither shows nor prints. */
  readonly hidden: string[];
}

/** Notes a deleted text, or where a comment begins or ends. Returns whether the element is one of these. */
export function readChangeMark(element: XmlElement, { openComments, deleted }: WordContext): boolean {
  switch (element.name) {
    case 'w:del':
      deleted.push(getXmlText(element));
      return true;
    // The text is where it was moved to.
    case 'w:moveFrom':
      return true;
    case 'w:commentRangeStart':
      openComments.add(getAttribute(element, 'w:id') ?? '');
      return true;
    case 'w:commentRangeEnd':
      openComments.delete(getAttribute(element, 'w:id') ?? '');
      return true;
    default:
      return false;
  }
}

/** The marks around the number of a note in text; both are characters for private use. */
export const NOTE_START = '\uE0F1';
export const NOTE_END = '\uE0F2';
