/** Converts the elements of a text document to those of HTML. */
import { XmlText } from '@rgrove/parse-xml';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { getAttribute, getXmlText, listElements, XmlElement } from '../office/xml-tree.ts';
import type { OdtStyles } from './odt-styles.ts';

export interface OdtContext {
  readonly styles: OdtStyles;
  /** Pictures have their addresses below the name of the file. */
  readonly fileName: string;
  /** Receives the words that no reader sees. */
  readonly hidden: string[];
}

const MAX_REPEATED = 100;
/** The text that was deleted, the outline of the chapters, and settings. */
const OMITTED = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'office:forms',
  'text:table-of-content',
  'text:alphabetical-index',
]);

export function convertBlocks(parent: XmlElement, context: OdtContext): ElementContent[] {
  return listElements(parent).flatMap((element) => convertBlock(element, context));
}

function convertBlock(element: XmlElement, context: OdtContext): ElementContent[] {
  if (OMITTED.has(element.name)) return [];
  if (element.name === 'text:h') {
    const level = Math.min(6, Math.max(1, Number(getAttribute(element, 'text:outline-level') ?? 1)));
    return [h(`h${level}`, convertInline(element, context))];
  }
  if (element.name === 'text:p') return [convertParagraph(element, context)];
  if (element.name === 'text:list') return [convertList(element, context)];
  if (element.name === 'table:table') return [h('table', convertRows(element, context))];
  if (element.name === 'draw:frame') return [h('p', convertInlineElement(element, context))];
  return convertBlocks(element, context);
}

function convertParagraph(element: XmlElement, context: OdtContext): Element {
  const style = getAttribute(element, 'text:style-name');
  if (context.styles.isTitle(style)) return h('p', { className: 'title' }, convertInline(element, context));
  return h('p', format(convertInline(element, context), style, context));
}

function convertList(element: XmlElement, context: OdtContext, outer?: string): Element {
  const style = getAttribute(element, 'text:style-name') ?? outer;
  const items = listElements(element).map((item) =>
    h(
      'li',
      listElements(item).flatMap((block) =>
        block.name === 'text:list' ? [convertList(block, context, style)] : convertBlock(block, context),
      ),
    ),
  );
  return h(context.styles.isNumbered(style) ? 'ol' : 'ul', items);
}

function convertRows(table: XmlElement, context: OdtContext, isHead = false): Element[] {
  return listElements(table).flatMap((element) => {
    if (element.name === 'table:table-header-rows') return convertRows(element, context, true);
    if (element.name === 'table:table-rows' || element.name === 'table:table-row-group')
      return convertRows(element, context, isHead);
    if (element.name !== 'table:table-row') return [];
    const cells = listElements(element).filter(({ name }) => name === 'table:table-cell');
    return [
      h(
        'tr',
        cells.flatMap((cell) => convertCell(cell, context, isHead)),
      ),
    ];
  });
}

function convertCell(cell: XmlElement, context: OdtContext, isHead: boolean): Element[] {
  const count = (name: string) => Math.min(MAX_REPEATED, Number(getAttribute(cell, name) ?? 1) || 1);
  const spans = {
    colSpan: count('table:number-columns-spanned'),
    rowSpan: count('table:number-rows-spanned'),
  };
  const create = () => h(isHead ? 'th' : 'td', spans, convertBlocks(cell, context));
  return Array.from({ length: count('table:number-columns-repeated') }, create);
}

function convertInline(parent: XmlElement, context: OdtContext): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (child instanceof XmlText) return [{ type: 'text', value: child.text.replace(/\s+/g, ' ') }];
    return child instanceof XmlElement ? convertInlineElement(child, context) : [];
  });
}

function convertInlineElement(element: XmlElement, context: OdtContext): ElementContent[] {
  const { name } = element;
  if (name === 'text:line-break') return [h('br')];
  if (name === 'text:tab' || name === 'text:s') return [{ type: 'text', value: ' ' }];
  if (name === 'text:a')
    return [h('a', { href: getAttribute(element, 'xlink:href') }, convertInline(element, context))];
  if (name === 'text:span' && context.styles.formatText(getAttribute(element, 'text:style-name')).isHidden) {
    context.hidden.push(getXmlText(element));
    return [];
  }
  if (name === 'text:span')
    return format(convertInline(element, context), getAttribute(element, 'text:style-name'), context);
  if (name === 'draw:image') {
    const address = getAttribute(element, 'xlink:href') ?? '';
    const isInside = /^(?:\.\/)?Pictures\//.test(address);
    return [h('img', { src: isInside ? `${context.fileName}/${address.replace(/^\.\//, '')}` : address })];
  }
  if (name === 'draw:frame') return convertFrame(element, context);
  if (name === 'text:note' || name === 'office:annotation') return convertNote(element, context);
  return convertInline(element, context);
}

/** A picture with its description, or a box with text. */
function convertFrame(frame: XmlElement, context: OdtContext): ElementContent[] {
  const describe = (name: string) =>
    getXmlText(listElements(frame).find((child) => child.name === name)).trim();
  const alt = describe('svg:desc') || describe('svg:title');
  return listElements(frame)
    .filter(({ name }) => name === 'draw:image' || name === 'draw:text-box')
    .flatMap((child) => convertInlineElement(child, context))
    .map((node) => {
      if (node.type === 'element' && node.tagName === 'img' && alt) node.properties.alt = alt;
      return node;
    });
}

/** Without its number, author and date. */
function convertNote(note: XmlElement, context: OdtContext): ElementContent[] {
  const body = listElements(note).find(({ name }) => name === 'text:note-body') ?? note;
  const words = listElements(body)
    .filter(({ name }) => name === 'text:p')
    .flatMap((paragraph) => [{ type: 'text' as const, value: ' ' }, ...convertInline(paragraph, context)]);
  if (words.length === 0) return [];
  return [{ type: 'text', value: ' (' }, ...words.slice(1), { type: 'text', value: ')' }];
}

function format(
  children: ElementContent[],
  style: string | undefined,
  { styles }: OdtContext,
): ElementContent[] {
  const { isBold, isItalic, isStruck, script } = styles.formatText(style);
  const isEmpty = children.length === 0;
  let nodes = children;
  for (const tag of [script, isItalic && 'em', isBold && 'strong', isStruck && 'del']) {
    if (tag && !isEmpty) nodes = [h(tag, nodes)];
  }
  return nodes;
}
