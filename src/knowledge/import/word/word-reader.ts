/**
 * Word files (`.docx`, `.docm`; ECMA-376, part 1: WordprocessingML), as Word, LibreOffice, Google Docs and pandoc write
 * them. Tracked changes are read as accepted, and comments become a section of their own.
 *
 * The reader is written for this importer: `mammoth`, the usual library, strikes out nothing that a style or a double
 * line strikes out, numbers the items after each interruption from 1, and leaves out formulas, fields and ruby.
 */

import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { replaceMarkedText } from '../marked-text.ts';
import {
  type OfficePackage,
  openOfficePackage,
  type Relationship,
  recognizesOffice,
} from '../office/office-package.ts';
import {
  findDescendants,
  findElement,
  getAttribute,
  getXmlText,
  listElements,
  type XmlElement,
} from '../office/xml-tree.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { convertBlocks } from './word-blocks.ts';
import { NOTE_END, NOTE_START, type WordComment, type WordContext } from './word-context.ts';
import { readWordLists } from './word-lists.ts';
import { readWordStyles } from './word-styles.ts';

export const WORD_FILES = /\.(?:docx|docm|dotx)$/i;

export function recognizesWord(sample: SourceSample): boolean {
  return recognizesOffice(sample, /^word\/document\d*\.xml$/, WORD_FILES);
}

/** About a thousand pages. */
const MAX_PARAGRAPHS = 20_000;

/** @throws an UnreadableSourceError if it is not a file of Word, or if no page could contain it */
export function readWord({ path, bytes = new Uint8Array() }: SourceFile): SourceDocument {
  const office = openOfficePackage(bytes, 'Word');
  const main = office.readXml(office.main);
  const body = findElement(main, 'w:body');
  const count = findDescendants(body, 'w:p').length;
  if (count > MAX_PARAGRAPHS) {
    throw new UnreadableSourceError(
      `Unexpected number of paragraphs, expected at most ${MAX_PARAGRAPHS}. Split the file`,
    );
  }
  const context = createContext(office, body, path.slice(path.lastIndexOf('/') + 1));
  const blocks = convertBlocks(listElements(body), context);
  const title = takeTitle(blocks);
  const facts = [
    ...(title ? [{ name: 'title', values: [title], target: 'title' as const }] : []),
    ...readProperties(office, blocks, title),
  ];
  const notes = convertNotes(context);
  const comments = convertComments(context, blocks);
  const markdown = toMarkdown([...blocks, ...comments]);
  return {
    format: 'word',
    name: path,
    source: [main, ...listNoteParts(office).map(({ part }) => part)].map(getXmlText).join('\n'),
    facts,
    events: [],
    body: linkNotes([...markdown, ...notes]),
    remarks: describeOmissions(context, body),
  };
}

function createContext(office: OfficePackage, body: XmlElement | undefined, fileName: string): WordContext {
  const relationships = office.readRelationships(office.main);
  const styles = readWordStyles(office.readXml(findPart(relationships, 'styles')));
  return {
    office,
    styles,
    lists: readWordLists(office.readXml(findPart(relationships, 'numbering'))),
    relationships,
    fileName,
    bookmarks: findHeadingBookmarks(body, styles),
    comments: readComments(office, relationships),
    openComments: new Set(),
    fields: [],
    notes: new Map(),
    boxes: [],
    carried: [],
    deleted: [],
    hidden: [],
  };
}

function findPart(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  return [...relationships.values()].find((relationship) => relationship.type === type)?.target;
}

/** Links within a file lead to bookmarks; those in headings have an address on the page. */
function findHeadingBookmarks(
  body: XmlElement | undefined,
  styles: WordContext['styles'],
): ReadonlyMap<string, string> {
  const bookmarks = new Map<string, string>();
  const slugger = new GithubSlugger();
  for (const paragraph of findDescendants(body, 'w:p')) {
    if (styles.formatParagraph(paragraph).headingLevel === undefined) continue;
    const slug = slugger.slug(findDescendants(paragraph, 'w:t').map(getXmlText).join('').trim());
    for (const bookmark of findDescendants(paragraph, 'w:bookmarkStart')) {
      bookmarks.set(getAttribute(bookmark, 'w:name') ?? '', slug);
    }
  }
  return bookmarks;
}

/** Takes the first paragraph in the style "Title" out of the text. */
function takeTitle(blocks: Element[]): string | undefined {
  const at = blocks.findIndex(
    ({ tagName, properties }) => tagName === 'p' && [properties.className].flat().includes('title'),
  );
  const [title] = at < 0 ? [] : blocks.splice(at, 1);
  return title && getWords(title);
}

/** The properties of a file that a person fills in. Its author and its dates are those of the template as often as not. */
const PROPERTY_TARGETS: Readonly<Record<string, Fact['target']>> = {
  'dc:title': undefined,
  'dc:subject': undefined,
  'dc:description': undefined,
  'cp:keywords': 'vocabulary',
  'cp:category': 'vocabulary',
};

function readProperties(
  office: OfficePackage,
  blocks: readonly Element[],
  title: string | undefined,
): Fact[] {
  const shown = new Set([title, ...blocks.filter(({ tagName }) => /^h\d$/.test(tagName)).map(getWords)]);
  const part = findPart(office.readRelationships(''), 'core-properties');
  return listElements(office.readXml(part)).flatMap((element): Fact[] => {
    const value = getXmlText(element).trim();
    if (!Object.hasOwn(PROPERTY_TARGETS, element.name) || value === '' || shown.has(value)) return [];
    const target = PROPERTY_TARGETS[element.name];
    const name = element.name.slice(element.name.indexOf(':') + 1);
    return [
      {
        name: `property ${name}`,
        values: target === 'vocabulary' ? value.split(/\s*[,;]\s*/) : [value],
        target,
      },
    ];
  });
}

function readComments(
  office: OfficePackage,
  relationships: ReadonlyMap<string, Relationship>,
): ReadonlyMap<string, WordComment> {
  const part = office.readXml(findPart(relationships, 'comments'));
  const states = office.readXml(findPart(relationships, 'commentsExtended'));
  const resolved = new Set(
    listElements(states)
      .filter((state) => getAttribute(state, 'w15:done') === '1')
      .map((state) => getAttribute(state, 'w15:paraId')),
  );
  return new Map(
    listElements(part).map((element) => {
      const id = getAttribute(element, 'w:id') ?? '';
      const paragraph = findDescendants(element, 'w:p').at(-1);
      const isResolved = resolved.has(getAttribute(paragraph, 'w14:paraId') ?? '-');
      return [id, { id, element, isResolved, anchor: '' }];
    }),
  );
}

/** A section with the comments, below the text that they are about. */
function convertComments(context: WordContext, blocks: readonly Element[]): Element[] {
  const items = [...context.comments.values()].map(({ element, anchor, isResolved }) => {
    const content = convertBlocks(listElements(element), context);
    const words: ElementContent[] = content.flatMap((block, at) => [
      ...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      ...(block.tagName === 'p' ? block.children : [block]),
    ]);
    const about = anchor.replace(/\s+/g, ' ').trim();
    return h('li', [...(about ? [`“${about}”: `] : []), ...words, ...(isResolved ? [' (resolved)'] : [])]);
  });
  if (items.length === 0) return [];
  const levels = blocks.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []);
  return [h(`h${levels.sort()[0] ?? 2}`, 'Comments'), h('ul', items)];
}

/** The parts with notes, and what their notes are called in this reader. */
function listNoteParts(
  office: OfficePackage,
): { type: string; path: string; part: XmlElement | undefined }[] {
  const relationships = office.readRelationships(office.main);
  return ['footnote', 'endnote', 'comment'].flatMap((type) => {
    const path = findPart(relationships, `${type}s`);
    return path === undefined ? [] : [{ type, path, part: office.readXml(path) }];
  });
}

function convertNotes(context: WordContext): FootnoteDefinition[] {
  const written = new Map<string, FootnoteDefinition>();
  for (const { type, path, part } of listNoteParts(context.office)) {
    const inner = { ...context, relationships: context.office.readRelationships(path) };
    for (const note of listElements(part)) {
      const identifier = context.notes.get(`${type}-${getAttribute(note, 'w:id')}`);
      if (identifier === undefined || written.has(identifier)) continue;
      const children = toMarkdown(convertBlocks(listElements(note), inner)) as FootnoteDefinition['children'];
      written.set(identifier, { type: 'footnoteDefinition', identifier, label: identifier, children });
    }
  }
  return [...context.notes.values()].flatMap((identifier) => written.get(identifier) ?? []);
}

function toMarkdown(children: Element[]): RootContent[] {
  const tree: HastRoot = { type: 'root', children };
  return htmlToMarkdown(tree);
}

/** Replaces the marks of notes in the text by references. */
function linkNotes(blocks: RootContent[]): RootContent[] {
  const defined = new Set(
    blocks.flatMap((block) => (block.type === 'footnoteDefinition' ? [block.identifier] : [])),
  );
  return replaceMarkedText(blocks, NOTE_START, NOTE_END, (id) =>
    defined.has(id) ? [{ type: 'footnoteReference', identifier: id, label: id }] : [],
  );
}

function describeOmissions(context: WordContext, body: XmlElement | undefined): string[] {
  const { deleted, hidden, office, relationships } = context;
  const quote = (texts: readonly string[]) =>
    [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))]
      .filter(Boolean)
      .map((text) => `“${text}”`)
      .join(', ');
  const frames = [
    ...findDescendants(body, 'w:headerReference'),
    ...findDescendants(body, 'w:footerReference'),
  ].map((reference) => {
    const part = office.readXml(relationships.get(getAttribute(reference, 'r:id') ?? '')?.target);
    return findDescendants(part, 'w:p')
      .map((paragraph) => findDescendants(paragraph, 'w:t').map(getXmlText).join(''))
      .join(' ');
  });
  const [changes, secrets] = [quote(deleted), quote(hidden)];
  // A number of a page says nothing here.
  const margins = quote(frames.filter((frame) => /\p{L}/u.test(frame)));
  return [
    ...(context.comments.size > 0
      ? [
          `comments are in a section of their own, without the names of who wrote them (${context.comments.size})`,
        ]
      : []),
    ...(changes ? [`tracked changes read as accepted, which deletes ${changes}`] : []),
    ...(secrets ? [`hidden text left out: ${secrets}`] : []),
    ...(margins ? [`headers and footers of pages left out: ${margins}`] : []),
  ];
}

function getWords(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text.replace(/\s+/g, ' ').trim();
}
