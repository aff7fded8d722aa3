/** Pieces of formatted text as nested elements of HTML, with as few elements as possible. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { RunFormat } from './word-styles.ts';

/** A piece of text, or a picture, with the formatting that it has. */
export interface Piece extends RunFormat {
  readonly href?: string | undefined;
  readonly text: string;
  readonly node?: ElementContent;
}

export function nestPieces(pieces: readonly Piece[]): ElementContent[] {
  return nestFormats(arrangeSpaces(pieces), FORMATS);
}

/** Spaces at the ends of formatted text get the formatting that is the same on both sides. */
function arrangeSpaces(pieces: readonly Piece[]): Piece[] {
  const parts = pieces.flatMap((piece): Piece[] => {
    if (piece.node || piece.isCode) return [piece];
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? [];
    return [before, words, after].filter(Boolean).map((text) => ({ ...piece, text }));
  });
  return parts.map((part, at) => {
    if (part.text.trim() !== '' || (part.node?.type === 'element' && part.node.tagName === 'img'))
      return part;
    const [left, right] = [findWords(parts, at, -1), findWords(parts, at, 1)];
    const same = Object.fromEntries(
      FORMATS.filter(({ name }) => left?.[name] === right?.[name]).map(({ name }) => [name, left?.[name]]),
    );
    return part.node ? { text: part.text, ...same, node: part.node } : { text: part.text, ...same };
  });
}

function findWords(parts: readonly Piece[], at: number, step: 1 | -1): Piece | undefined {
  for (let distance = 1; distance <= MAX_SPACES; distance++) {
    const part = parts[at + step * distance];
    if (part === undefined || part.text.trim() !== '') return part;
  }
  return undefined;
}

/** Spaces and line breaks that follow each other. */
const MAX_SPACES = 20;

interface FormatElement {
  readonly name: 'href' | 'struck' | 'bold' | 'italic' | 'raised' | 'isCode';
  create(piece: Piece, children: ElementContent[]): ElementContent;
}

/** From the outside to the inside. */
const FORMATS: readonly FormatElement[] = [
  { name: 'href', create: ({ href }, children) => h('a', { href }, children) },
  { name: 'struck', create: (_, children) => h('del', children) },
  { name: 'bold', create: (_, children) => h('strong', children) },
  { name: 'italic', create: (_, children) => h('em', children) },
  { name: 'raised', create: ({ raised }, children) => h(raised ?? 'span', children) },
  { name: 'isCode', create: (_, children) => h('code', children) },
];

/** Neighbours with the same formatting share one element, because Word splits text anywhere. */
function nestFormats(pieces: readonly Piece[], formats: readonly FormatElement[]): ElementContent[] {
  const [format, ...inner] = formats;
  if (!format) {
    return pieces.map((piece) => piece.node ?? { type: 'text', value: piece.text });
  }
  const nested: ElementContent[] = [];
  for (let start = 0; start < pieces.length;) {
    const first = pieces[start];
    let end = start + 1;
    while (
      end < pieces.length &&
      (pieces[end]?.[format.name] || undefined) === (first?.[format.name] || undefined)
    )
      end++;
    const group = nestFormats(pieces.slice(start, end), inner);
    if (first?.[format.name]) nested.push(format.create(first, group));
    else for (const node of group) nested.push(node);
    start = end;
  }
  return joinTexts(nested);
}

function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
