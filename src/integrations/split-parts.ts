/**
 * Divides the words of Pagefind's index into small parts, because each lookup loads a whole part. Pagefind's own parts
 * take about 28 KB each at 5,000 documents. They can end between two words with the same start, and a search for that
 * start then finds only some of them.
 */
import type { Word } from './document-index.ts';
import { encodeList, encodeValue, FileNames, type PartName, packEncoded } from './pagefind-files.ts';

/** The most bytes of a part before compression, unless words with the same start need more. */
const MAX_PART_LENGTH = 8_000;
/** Words with the same first letters, as many as this, stay in one part, so that their start finds all of them. */
const SHARED_LETTERS = 4;

interface EncodedWord {
  readonly word: string;
  readonly bytes: Uint8Array;
}

/** @param words in the order of the index */
export function createParts(words: readonly Word[]): { name: PartName; file: Uint8Array }[] {
  const names = new FileNames();
  const encoded = words.map((word) => ({ word: word[0], bytes: encodeValue(word) }));
  return groupWords(encoded).map((group) => {
    const file = packEncoded(encodeList([encodeList(group.map(({ bytes }) => bytes))]));
    return { name: [getStart(group[0]), group.at(-1)?.word ?? '', names.find(file)], file };
  });
}

/** Puts as many runs of words with a common start into each group as have room, and at least one. */
function groupWords(words: readonly EncodedWord[]): EncodedWord[][] {
  const groups: EncodedWord[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const run of splitRuns(words)) {
    const runLength = run.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (length + runLength > MAX_PART_LENGTH) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(...run);
    length += runLength;
  }
  return groups;
}

function splitRuns(words: readonly EncodedWord[]): EncodedWord[][] {
  const runs: EncodedWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && getStart(run[0]) === getStart(word)) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** Pagefind looks for the start of a word in the part that begins with it, or else in the one before. */
function getStart(word: EncodedWord | undefined): string {
  return [...(word?.word ?? '')].slice(0, SHARED_LETTERS).join('');
}
