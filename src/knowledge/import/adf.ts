/**
 * The Atlassian Document Format as Markdown's tree (developer.atlassian.com/cloud/jira/platform/apis/document/structure).
 * What it has no node for keeps its words, and its attributes where it has no words.
 */
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { isRecord } from './data-facts.ts';

type Node = Record<string, unknown>;

/** @param value a `doc`, or text */
export function blocksOfAdf(value: unknown): RootContent[] {
  if (typeof value === 'string') return value.trim() ? [paragraph([text(value)])] : [];
  return isRecord(value) ? blocksOf(contentOf(value)) : [];
}

function contentOf(node: Node): Node[] {
  return Array.isArray(node.content) ? node.content.filter(isRecord) : [];
}

function attributesOf(node: Node): Node {
  return isRecord(node.attrs) ? node.attrs : {};
}

/** Blocks; words that stand between blocks become paragraphs. */
function blocksOf(nodes: readonly Node[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (words.length > 0) blocks.push(paragraph(words));
    words = [];
  };
  for (const node of nodes) {
    const block = BLOCKS[String(node.type)];
    if (!block) {
      words.push(...wordsOf([node]));
      continue;
    }
    flush();
    blocks.push(...block(node));
  }
  flush();
  return blocks;
}

const BLOCKS: Record<string, (node: Node) => BlockContent[]> = {
  paragraph: (node) => {
    const words = wordsOf(contentOf(node));
    return words.length > 0 ? [paragraph(words)] : [];
  },
  heading: (node) => {
    const depth = Math.min(6, Math.max(1, Number(attributesOf(node).level) || 2)) as 1 | 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: wordsOf(contentOf(node)) }];
  },
  bulletList: (node) => [list(node, false)],
  orderedList: (node) => [list(node, true)],
  taskList: (node) => [list(node, false)],
  decisionList: (node) => [list(node, false)],
  blockquote: (node) => [{ type: 'blockquote', children: blocksOf(contentOf(node)) }],
  panel: (node) => [{ type: 'blockquote', children: blocksOf(contentOf(node)) }],
  codeBlock: (node) => {
    const { language } = attributesOf(node);
    const value = contentOf(node)
      .map((child) => String(child.text ?? ''))
      .join('');
    return [{ type: 'code', value, ...(language ? { lang: String(language) } : {}) }];
  },
  rule: () => [{ type: 'thematicBreak' }],
  table: (node) => [table(node)],
  expand: titled,
  nestedExpand: titled,
  layoutSection: (node) => blocksOf(contentOf(node)),
  layoutColumn: (node) => blocksOf(contentOf(node)),
  bodiedExtension: (node) => blocksOf(contentOf(node)),
  mediaSingle: (node) => blocksOf(contentOf(node)),
  mediaGroup: (node) => blocksOf(contentOf(node)),
};

function titled(node: Node): BlockContent[] {
  const { title } = attributesOf(node);
  const heading: BlockContent[] = title
    ? [paragraph([{ type: 'strong', children: [text(String(title))] }])]
    : [];
  return [...heading, ...blocksOf(contentOf(node))];
}

function list(node: Node, ordered: boolean): List {
  const { order } = attributesOf(node);
  const children: ListItem[] = contentOf(node).map((item) => {
    const { state } = attributesOf(item);
    const checked = state === 'DONE' ? true : state === 'TODO' ? false : undefined;
    const inner = item.type === 'taskList' || item.type === 'decisionList' ? [item] : contentOf(item);
    return {
      type: 'listItem',
      spread: false,
      children: blocksOf(inner),
      ...(checked === undefined ? {} : { checked }),
    };
  });
  return {
    type: 'list',
    ordered,
    spread: false,
    children,
    ...(ordered && order !== undefined ? { start: Number(order) } : {}),
  };
}

/** Cells that hold blocks are made plain, or the table a list, when the body is made safe. */
function table(node: Node): Table {
  return {
    type: 'table',
    children: contentOf(node).map((row) => ({
      type: 'tableRow',
      children: contentOf(row).map((cell) => {
        const blocks = blocksOf(contentOf(cell));
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

function wordsOf(nodes: readonly Node[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const inline = INLINE[String(node.type)];
    if (inline) return inline(node);
    if (contentOf(node).length > 0) return wordsOf(contentOf(node));
    const said = Object.entries(attributesOf(node)).filter(
      ([, value]) => typeof value !== 'object' && value !== '',
    );
    return [text(`[${node.type}${said.map(([name, value]) => ` ${name}=${value}`).join('')}]`)];
  });
}

const INLINE: Record<string, (node: Node) => PhrasingContent[]> = {
  text: (node) => [marked(node)],
  hardBreak: () => [{ type: 'break' }],
  mention: (node) => [text(String(attributesOf(node).text ?? `@${attributesOf(node).id}`))],
  emoji: (node) => [text(String(attributesOf(node).text ?? attributesOf(node).shortName ?? ''))],
  status: (node) => [text(String(attributesOf(node).text ?? ''))],
  placeholder: (node) => [text(String(attributesOf(node).text ?? ''))],
  // Milliseconds since 1970, which stand for a day.
  date: (node) => [text(dayOf(attributesOf(node).timestamp))],
  inlineCard: card,
  blockCard: card,
  embedCard: card,
};

function dayOf(timestamp: unknown): string {
  const milliseconds = Number(timestamp);
  const isDay = Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15;
  return isDay ? new Date(milliseconds).toISOString().slice(0, 10) : String(timestamp);
}

function card(node: Node): PhrasingContent[] {
  const { url } = attributesOf(node);
  return url ? [{ type: 'link', url: String(url), children: [text(String(url))] }] : [];
}

function marked(node: Node): PhrasingContent {
  const marks = Array.isArray(node.marks) ? node.marks.filter(isRecord) : [];
  const value = String(node.text ?? '');
  const isCode = marks.some(({ type }) => type === 'code');
  let content: PhrasingContent = isCode ? { type: 'inlineCode', value } : text(value);
  for (const mark of marks) {
    if (mark.type === 'strong') content = { type: 'strong', children: [content] };
    if (mark.type === 'em') content = { type: 'emphasis', children: [content] };
    if (mark.type === 'strike') content = { type: 'delete', children: [content] };
  }
  const link = marks.find(({ type }) => type === 'link');
  const href = link ? attributesOf(link).href : undefined;
  return href ? { type: 'link', url: String(href), children: [content] } : content;
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
