/** The text of a Word paragraph as elements of HTML. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  findDescendants,
  findElement,
  getAttribute,
  getXmlText,
  listElements,
  type XmlElement,
} from '../office/xml-tree.ts';
import { NOTE_END, NOTE_START, readChangeMark, type WordContext } from './word-context.ts';
import { formatMath } from './word-math.ts';
import { nestPieces, type Piece } from './word-pieces.ts';
import type { ParagraphFormat, RunFormat } from './word-styles.ts';
import { readSymbol } from './word-symbols.ts';

export interface RunContent {
  readonly children: ElementContent[];
  readonly text: string;
  /** True if it is text in fonts for code, and nothing else. */
  readonly isCode: boolean;
}

/** Converts the runs in a paragraph, and everything around them. */
export function convertRuns(
  elements: readonly XmlElement[],
  format: ParagraphFormat,
  context: WordContext,
): RunContent {
  const pieces = elements.flatMap((element) => readInline(element, { format, context, href: undefined }));
  const words = pieces.filter(({ text }) => text.trim() !== '');
  return {
    children: nestPieces(pieces),
    text: pieces.map(({ text }) => text).join(''),
    isCode: words.length > 0 && words.every(({ isCode, node, struck }) => isCode && !node && !struck),
  };
}

interface Place {
  readonly format: ParagraphFormat;
  readonly context: WordContext;
  readonly href: string | undefined;
}

function readInline(element: XmlElement, place: Place): Piece[] {
  const { context } = place;
  if (readChangeMark(element, context)) return [];
  const readChildren = (inner = place) => listElements(element).flatMap((child) => readInline(child, inner));
  switch (element.name) {
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
      return [];
    case 'w:r':
      return readRun(element, place);
    case 'w:hyperlink':
      return readChildren({ ...place, href: findAddress(element, context) });
    case 'w:sdt':
      return readControl(element, place);
    case 'w:fldSimple': {
      const field = { code: getAttribute(element, 'w:instr') ?? '', isResult: true, checkbox: undefined };
      context.fields.push(field);
      const pieces = readChildren();
      context.fields.pop();
      return pieces;
    }
    case 'm:oMath':
      return isOmitted(context) ? [] : [toPiece(formatMath(element), {}, place)];
    case 'mc:AlternateContent':
      return readAlternative(element, place, readInline);
    default:
      return readChildren();
  }
}

/** Newer content comes first, a picture of it for older programs second. */
function readAlternative(
  element: XmlElement,
  place: Place,
  read: (element: XmlElement, place: Place) => Piece[],
): Piece[] {
  const boxes = place.context.boxes.length;
  for (const choice of listElements(element)) {
    const pieces = listElements(choice).flatMap((child) => read(child, place));
    if (pieces.length > 0 || place.context.boxes.length > boxes) return pieces;
  }
  return [];
}

/** A control such as a list to choose from. A box to tick has its state next to its sign. */
function readControl(element: XmlElement, place: Place): Piece[] {
  const content = listElements(findElement(element, 'w:sdtContent'));
  const box = findElement(findElement(element, 'w:sdtPr'), 'w14:checkbox');
  if (!box) return content.flatMap((child) => readInline(child, place));
  const state = getAttribute(findElement(box, 'w14:checked'), 'w14:val') ?? '0';
  return [toPiece(state === '1' || state === 'true' ? '☑' : '☐', {}, place)];
}

function readRun(run: XmlElement, place: Place): Piece[] {
  const format = place.context.styles.formatRun(run, place.format);
  return listElements(run).flatMap((element) => readRunPart(element, format, place));
}

function readRunPart(element: XmlElement, format: RunFormat, place: Place): Piece[] {
  const { context } = place;
  const show = (text: string): Piece[] => (isOmitted(context) ? [] : [toPiece(text, format, place)]);
  switch (element.name) {
    case 'w:rPr':
      return [];
    case 'w:t':
      return showText(getXmlText(element), format, place);
    case 'w:tab':
    case 'w:ptab':
      return show('\t');
    case 'w:br':
    case 'w:cr':
      return getAttribute(element, 'w:type') === 'page'
        ? []
        : [{ ...toPiece('\n', format, place), node: h('br') }];
    case 'w:noBreakHyphen':
      return show('‑');
    case 'w:softHyphen':
      return [];
    case 'w:sym':
      return show(readSymbol(getAttribute(element, 'w:font') ?? '', getAttribute(element, 'w:char') ?? ''));
    case 'w:fldChar':
      return readFieldMark(element, place);
    case 'w:instrText': {
      const field = context.fields.at(-1);
      if (field && !field.isResult) field.code += getXmlText(element);
      return [];
    }
    case 'w:delText':
    case 'w:delInstrText':
      context.deleted.push(getXmlText(element));
      return [];
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const id = `${element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'}-${getAttribute(element, 'w:id')}`;
      const number = context.notes.get(id) ?? String(context.notes.size + 1);
      context.notes.set(id, number);
      return [toPiece(`${NOTE_START}${number}${NOTE_END}`, {}, place)];
    }
    case 'w:ruby':
      return show(
        `${getXmlText(findElement(element, 'w:rubyBase'))} (${getXmlText(findElement(element, 'w:rt'))})`,
      );
    case 'w:txbxContent':
      context.boxes.push(element);
      return [];
    case 'a:blip':
      return readPicture(element, '', place);
    case 'wp:inline':
    case 'wp:anchor':
      return readDrawing(element, format, place);
    case 'v:imagedata':
      return readPicture(element, getAttribute(element, 'o:title') ?? '', place);
    case 'mc:AlternateContent':
      return readAlternative(element, place, (child) => readRunPart(child, format, place));
    case 'm:oMath':
      return show(formatMath(element));
    default:
      return listElements(element).flatMap((child) => readRunPart(child, format, place));
  }
}

function showText(written: string, format: RunFormat, place: Place): Piece[] {
  const { context } = place;
  const text = written.replaceAll(NOTE_START, '').replaceAll(NOTE_END, '');
  if (isOmitted(context)) return [];
  if (format.hidden) {
    context.hidden.push(text);
    return [];
  }
  let count = 0;
  for (const id of context.openComments) {
    if (++count > MAX_OPEN_COMMENTS) break;
    const comment = context.comments.get(id);
    if (comment && comment.anchor.length < MAX_ANCHOR_LENGTH) comment.anchor += text;
  }
  return [toPiece(text, format, place)];
}

/** Comments on the same words. */
const MAX_OPEN_COMMENTS = 20;
/** Enough to find the words that a comment is about. */
const MAX_ANCHOR_LENGTH = 300;

function toPiece(text: string, format: RunFormat, { href, context }: Place): Piece {
  return { ...format, text, href: href ?? findFieldAddress(context) };
}

/** Tables of contents repeat headings, and numbers of pages have no meaning here. */
const OMITTED_FIELDS = /^\s*(?:TOC|PAGE|NUMPAGES|SECTIONPAGES|TC|XE|SET|PRIVATE)\b/i;

function isOmitted({ fields }: WordContext): boolean {
  return fields.some(({ code, isResult }) => isResult && OMITTED_FIELDS.test(code));
}

/** Fields within fields. */
const MAX_OPEN_FIELDS = 30;

function readFieldMark(element: XmlElement, place: Place): Piece[] {
  const { fields } = place.context;
  const type = getAttribute(element, 'w:fldCharType');
  if (type === 'begin') {
    if (fields.length < MAX_OPEN_FIELDS) {
      fields.push({ code: '', isResult: false, checkbox: readOldCheckbox(element) });
    }
  } else if (type === 'separate') {
    const field = fields.at(-1);
    if (field) field.isResult = true;
  } else if (type === 'end') {
    const { checkbox } = fields.pop() ?? {};
    if (checkbox !== undefined) return [toPiece(checkbox ? '☑' : '☐', {}, place)];
  }
  return [];
}

/** Returns the state of a box in a form of Word 97 to 2003; undefined if the field is another one. */
function readOldCheckbox(element: XmlElement): boolean | undefined {
  const box = findElement(findElement(element, 'w:ffData'), 'w:checkBox');
  if (!box) return undefined;
  const state = findElement(box, 'w:checked') ?? findElement(box, 'w:default');
  return state !== undefined && !/^(?:0|false)$/.test(getAttribute(state, 'w:val') ?? '1');
}

function findFieldAddress({ fields, bookmarks }: WordContext): string | undefined {
  for (const { code, isResult } of fields.toReversed()) {
    const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?/i.exec(code) ?? [];
    const [, anchor] = /\\l\s+"([^"]*)"/.exec(code) ?? [];
    const address = quoted ?? bare ?? '';
    if (!isResult) continue;
    if (address) return anchor ? `${address}#${anchor}` : address;
    if (anchor && /^\s*HYPERLINK/i.test(code)) return toAnchor(bookmarks.get(anchor));
  }
  return undefined;
}

function findAddress(element: XmlElement, { relationships, bookmarks }: WordContext): string | undefined {
  const anchor = getAttribute(element, 'w:anchor');
  const target = relationships.get(getAttribute(element, 'r:id') ?? '')?.target;
  if (target) return anchor ? `${target}#${anchor}` : target;
  return anchor === undefined ? undefined : toAnchor(bookmarks.get(anchor));
}

/** A bookmark that is not in a heading has no address on the page. */
function toAnchor(heading: string | undefined): string | undefined {
  return heading === undefined ? undefined : `#${heading}`;
}

function readDrawing(element: XmlElement, format: RunFormat, place: Place): Piece[] {
  const { context } = place;
  const properties = findElement(element, 'wp:docPr');
  const alt = (getAttribute(properties, 'descr') || getAttribute(properties, 'title') || '').trim();
  const blips = findDescendants(element, 'a:blip');
  if (blips.length > 0) {
    const link = findElement(properties, 'a:hlinkClick');
    const href = link && context.relationships.get(getAttribute(link, 'r:id') ?? '')?.target;
    return blips.flatMap((blip) => readPicture(blip, alt, { ...place, href: href ?? place.href }));
  }
  const [part] = [...findDescendants(element, 'c:chart'), ...findDescendants(element, 'dgm:relIds')];
  const pieces = listElements(element).flatMap((child) => readRunPart(child, format, place));
  if (!part) return pieces;
  const id = getAttribute(part, 'r:id') ?? getAttribute(part, 'r:dm') ?? '';
  const tree = context.office.readXml(context.relationships.get(id)?.target);
  const words = [alt, ...listParagraphTexts(tree)].filter(Boolean).join('; ');
  return [
    toPiece(`(${part.name === 'c:chart' ? 'chart' : 'diagram'}${words ? `: ${words}` : ''})`, {}, place),
  ];
}

function listParagraphTexts(tree: XmlElement | undefined): string[] {
  return findDescendants(tree, 'a:p')
    .map((paragraph) => findDescendants(paragraph, 'a:t').map(getXmlText).join('').trim())
    .filter(Boolean);
}

function readPicture(blip: XmlElement, alt: string, place: Place): Piece[] {
  const { context } = place;
  const id =
    getAttribute(blip, 'r:embed') ?? getAttribute(blip, 'r:link') ?? getAttribute(blip, 'r:id') ?? '';
  const relationship = context.relationships.get(id);
  if (isOmitted(context)) return [];
  if (!relationship) return [toPiece(`(${alt || 'picture'})`, {}, place)];
  const { target, isExternal } = relationship;
  const src = isExternal ? target : `${encodeURIComponent(context.fileName)}/${target}`;
  return [{ text: '', href: place.href, node: h('img', { src, alt }) }];
}
