/** Finds the comments of MDX in a text that need not be valid, but not those in code. */
import type { Span } from '../problem.ts';

/** A fence at the start of a line, a run of backticks, the ends of a comment, and an empty line. */
const MARK =
  /(?<=^[ \t>]*)(?<fence>`{3,}|~{3,})|(?<ticks>\\?`+)|(?<open>\{\/\*)|(?<close>\*\/\})|(?<empty>\n[ \t>]*(?=\n))/gm;

interface Mark extends Span {
  readonly kind: string;
  readonly text: string;
}

export function* findComments(text: string): Generator<Span> {
  if (!text.includes('{/*')) return;
  const marks = listMarks(text);
  const codeEnds = findCodeEnds(marks);
  const closes = findNextCloses(marks);
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index];
    const close = marks[closes[index] ?? -1];
    if (mark?.kind === 'fence') index = findFenceEnd(marks, index);
    else if (mark?.kind === 'ticks') index = codeEnds[index] ?? index;
    else if (mark?.kind === 'open' && close) {
      yield { start: mark.start, end: close.end };
      index = closes[index] ?? index;
    }
  }
}

function listMarks(text: string): Mark[] {
  return [...text.matchAll(MARK)].map(({ index, 0: found, groups }) => ({
    kind: Object.entries(groups ?? {}).find(([, part]) => part !== undefined)?.[0] ?? '',
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** Returns the index of the mark that closes each code span: a run of as many backticks in the same paragraph. */
function findCodeEnds(marks: readonly Mark[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const ends: (number | undefined)[] = [];
  for (let index = marks.length - 1; index >= 0; index--) {
    const { kind, text } = marks[index] ?? { kind: '', text: '' };
    if (kind === 'empty' || kind === 'fence') next.clear();
    if (kind !== 'ticks') continue;
    const isEscaped = text.startsWith('\\');
    // Outside of code, a backslash escapes the first backtick; inside, it is text.
    ends[index] = next.get(text.length - (isEscaped ? 2 : 0));
    next.set(text.length - (isEscaped ? 1 : 0), index);
  }
  return ends;
}

/** Returns the index of the next end of a comment for each mark. */
function findNextCloses(marks: readonly Mark[]): (number | undefined)[] {
  const closes: (number | undefined)[] = [];
  let next: number | undefined;
  for (let index = marks.length - 1; index >= 0; index--) {
    closes[index] = next;
    if (marks[index]?.kind === 'close') next = index;
  }
  return closes;
}

function findFenceEnd(marks: readonly Mark[], opening: number): number {
  const fence = marks[opening]?.text ?? '';
  let index = opening + 1;
  while (index < marks.length) {
    const { kind, text } = marks[index] ?? { kind: '', text: '' };
    if (kind === 'fence' && text.startsWith(fence)) return index;
    index++;
  }
  return index;
}
