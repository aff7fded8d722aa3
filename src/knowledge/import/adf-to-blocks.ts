/**
 * The Atlassian Document Format as Markdown's tree (developer.atlassian.com/cloud/jira/platform/apis/document/structure).
 * What it has no node for keeps its words, and its attributes where it has no words.
 */
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { isRecord } from './flatten-json.ts';
import { lookUp, toText } from './tools/find-incidents.ts';

type AdfNode = Record<string, unknown>;

/** @param value a `doc`, or text */
export function parseAdf(value: unknown): RootContent[] {
  if (typeof value === 'string') return value.trim() ? [createParagraph([createText(value)])] : [];
  return isRecord(value) ? toBlocks(getContent(value)) : [];
}

function getContent(node: AdfNode): AdfNode[] {
  return Array.isArray(node.content) ? node.content.filter(isRecord) : [];
}

function getAttributes(node: AdfNode): AdfNode {
  return isRecord(node.attrs) ? node.attrs : {};
}

/** Blocks; words that stand between blocks become paragraphs. */
function toBlocks(nodes: readonly AdfNode[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (words.length > 0) blocks.push(createParagraph(words));
    words = [];
  };
  for (const node of nodes) {
    const block = lookUp(BLOCK_CONVERTERS, node.type);
    if (!block) {
      words.push(...toPhrasing([node]));
      continue;
    }
    flush();
    blocks.push(...block(node));
  }
  flush();
  return blocks;
}

const BLOCK_CONVERTERS: Record<string, (node: AdfNode) => BlockContent[]> = {
  paragraph: (node) => {
    const words = toPhrasing(getContent(node));
    return words.length > 0 ? [createParagraph(words)] : [];
  },
  heading: (node) => {
    const depth = Math.min(6, Math.max(1, Number(toText(getAttributes(node).level)) || 2)) as
      1 | 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: toPhrasing(getContent(node)) }];
  },
  bulletList: (node) => [toList(node, false)],
  orderedList: (node) => [toList(node, true)],
  taskList: (node) => [toList(node, false)],
  decisionList: (node) => [toList(node, false)],
  blockquote: (node) => [{ type: 'blockquote', children: toBlocks(getContent(node)) }],
  panel: (node) => [{ type: 'blockquote', children: toBlocks(getContent(node)) }],
  codeBlock: (node) => {
    const { language } = getAttributes(node);
    const value = getContent(node)
      .map((child) => toText(child.text ?? ''))
      .join('');
    return [{ type: 'code', value, ...(language ? { lang: toText(language) } : {}) }];
  },
  rule: () => [{ type: 'thematicBreak' }],
  table: (node) => [toTable(node)],
  expand: convertExpand,
  nestedExpand: convertExpand,
  layoutSection: (node) => toBlocks(getContent(node)),
  layoutColumn: (node) => toBlocks(getContent(node)),
  bodiedExtension: (node) => toBlocks(getContent(node)),
  mediaSingle: (node) => toBlocks(getContent(node)),
  mediaGroup: (node) => toBlocks(getContent(node)),
};

function convertExpand(node: AdfNode): BlockContent[] {
  const { title } = getAttributes(node);
  const heading: BlockContent[] = title
    ? [createParagraph([{ type: 'strong', children: [createText(toText(title))] }])]
    : [];
  return [...heading, ...toBlocks(getContent(node))];
}

function toList(node: AdfNode, ordered: boolean): List {
  const { order } = getAttributes(node);
  const children: ListItem[] = getContent(node).map((item) => {
    const { state } = getAttributes(item);
    const checked = state === 'DONE' ? true : state === 'TODO' ? false : undefined;
    const inner = item.type === 'taskList' || item.type === 'decisionList' ? [item] : getContent(item);
    return {
      type: 'listItem',
      spread: false,
      children: toBlocks(inner),
      ...(checked === undefined ? {} : { checked }),
    };
  });
  return {
    type: 'list',
    ordered,
    spread: false,
    children,
    ...(ordered && order !== undefined ? { start: Number(toText(order)) || 1 } : {}),
  };
}

/** Cells that hold blocks are made plain, or the table a list, when the body is made safe. */
function toTable(node: AdfNode): Table {
  return {
    type: 'table',
    children: getContent(node).map((row) => ({
      type: 'tableRow',
      children: getContent(row).map((cell) => {
        const blocks = toBlocks(getContent(cell));
        const [only] = blocks;
        const isPlain = blocks.length <= 1 && (!only || only.type === 'paragraph');
        return {
          type: 'tableCell',
          children: isPlain ? ((only as Paragraph | undefined)?.children ?? []) : (blocks as never[]),
        };
      }),
    })),
  };
}

function toPhrasing(nodes: readonly AdfNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const inline = lookUp(INLINE_CONVERTERS, node.type);
    if (inline) return inline(node);
    if (getContent(node).length > 0) return toPhrasing(getContent(node));
    const attributes = Object.entries(getAttributes(node)).filter(
      ([, value]) => typeof value !== 'object' && value !== '',
    );
    return [
      createText(
        `[${toText(node.type)}${attributes.map(([name, value]) => ` ${name}=${toText(value)}`).join('')}]`,
      ),
    ];
  });
}

const INLINE_CONVERTERS: Record<string, (node: AdfNode) => PhrasingContent[]> = {
  text: (node) => [applyMarks(node)],
  hardBreak: () => [{ type: 'break' }],
  mention: (node) => [createText(toText(getAttributes(node).text ?? `@${toText(getAttributes(node).id)}`))],
  emoji: (node) => [createText(toText(getAttributes(node).text ?? getAttributes(node).shortName ?? ''))],
  status: (node) => [createText(toText(getAttributes(node).text ?? ''))],
  placeholder: (node) => [createText(toText(getAttributes(node).text ?? ''))],
  // Milliseconds since 1970, which stand for a day.
  date: (node) => [createText(formatDay(getAttributes(node).timestamp))],
  inlineCard: toLink,
  blockCard: toLink,
  embedCard: toLink,
};

function formatDay(timestamp: unknown): string {
  const milliseconds = Number(toText(timestamp));
  const isDay = Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15;
  return isDay ? new Date(milliseconds).toISOString().slice(0, 10) : toText(timestamp);
}

function toLink(node: AdfNode): PhrasingContent[] {
  const { url } = getAttributes(node);
  return url ? [{ type: 'link', url: toText(url), children: [createText(toText(url))] }] : [];
}

function applyMarks(node: AdfNode): PhrasingContent {
  const marks = Array.isArray(node.marks) ? node.marks.filter(isRecord) : [];
  const value = toText(node.text ?? '');
  const isCode = marks.some(({ type }) => type === 'code');
  let content: PhrasingContent = isCode ? { type: 'inlineCode', value } : createText(value);
  for (const mark of marks) {
    if (mark.type === 'strong') content = { type: 'strong', children: [content] };
    if (mark.type === 'em') content = { type: 'emphasis', children: [content] };
    if (mark.type === 'strike') content = { type: 'delete', children: [content] };
  }
  const link = marks.find(({ type }) => type === 'link');
  const href = link ? getAttributes(link).href : undefined;
  return href ? { type: 'link', url: toText(href), children: [content] } : content;
}

function createParagraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function createText(value: string): PhrasingContent {
  return { type: 'text', value };
}
