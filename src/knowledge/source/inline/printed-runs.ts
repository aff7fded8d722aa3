/**
 * A sentence for paper and text files, where nobody can follow a link: its address is written after it, and the title
 * of a page of this site, which people look up, is in quotation marks.
 */
import { type InlineNode, stripLinks } from './inline-nodes.ts';
import { parseInline } from './parse-inline.ts';
import { joinText } from './plain-text.ts';

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly code?: true;
  readonly strong?: true;
  readonly emphasis?: true;
}

export function toPrintedRuns(sentence: string): Run[] {
  const nodes = parseInline(sentence);
  return toRuns(nodes, toComparable(joinText(nodes)));
}

/** Returns the text of all runs. */
export function toPrintedText(sentence: string): string {
  return toPrintedRuns(sentence)
    .map(({ text }) => text)
    .join('');
}

/** Returns the runs of a sentence without the addresses of its links. */
export function toPlainRuns(sentence: string): Run[] {
  return toRuns(stripLinks(parseInline(sentence)), '');
}

type Face = Omit<Run, 'text'>;

/** @param words of the whole sentence: an address that is among them is not repeated */
function toRuns(nodes: readonly InlineNode[], words: string, face: Face = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ ...face, text: node.value }];
    if (node.type === 'inlineCode') return [{ ...face, text: node.value, code: true }];
    if (node.type === 'emphasis') return toRuns(node.children, words, { ...face, emphasis: true });
    if (node.type === 'strong') return toRuns(node.children, words, { ...face, strong: true });
    const runs = toRuns(node.children, words, face);
    if (node.url.startsWith('/')) return [{ ...face, text: '“' }, ...runs, { ...face, text: '”' }];
    return [...runs, ...listAddressRuns(node.url, words, face)];
  });
}

function listAddressRuns(url: string, words: string, face: Face): Run[] {
  const address = url.replace(/^mailto:/i, '');
  return words.includes(toComparable(address)) ? [] : [{ ...face, text: ` (${address})` }];
}

function toComparable(text: string): string {
  return text.replace(/https?:\/\/|\/$/gi, '').toLowerCase();
}
