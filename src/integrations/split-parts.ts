/**
 * Splits the words of Pagefind's index into smaller parts, because each lookup loads a whole part. Pagefind's own parts
 * take about 28 KB each at 5,000 documents. They can end between two words with the same start, and a search for that
 * start then finds only some of them.
 */
import {
  hashLike,
  type IndexFiles,
  measure,
  type PartName,
  pack,
  readMeta,
  replaceMeta,
  unpack,
} from './pagefind-files.ts';

/** The most bytes of a part before compression, unless words with the same start need more. */
const MAX_PART_LENGTH = 8_000;
/** Words with the same first letters, as many as this, stay in one part, so that their start finds all of them. */
const SHARED_LETTERS = 4;

const PART_FILE = /^index\/.+\.pf_index$/;

/** A word and the places of it. */
type Word = readonly [word: string, ...places: unknown[]];
type Part = readonly [words: readonly Word[], ...rest: unknown[]];

/**
 * Returns the files with smaller parts.
 *
 * @param files of an index in one language
 * @throws if Pagefind's format has changed
 */
export function splitParts(files: IndexFiles): IndexFiles {
  const [version, pages, parts, ...rest] = readMeta(files);
  const split = new Map([...files].filter(([path]) => !PART_FILE.test(path)));
  const words = parts.flatMap(([, , hash]) => readWords(files.get(`index/${hash}.pf_index`)));
  const newParts = groupWords(words).map((group): PartName => {
    const file = pack([group]);
    const hash = hashLike(parts[0]?.[2] ?? '', file);
    split.set(`index/${hash}.pf_index`, file);
    return [getStart(group[0]), group.at(-1)?.[0] ?? '', hash];
  });
  return replaceMeta(split, [version, pages, newParts, ...rest]);
}

function readWords(file: Uint8Array | undefined): readonly Word[] {
  const [words, ...rest] = unpack<Part>(file);
  if (!Array.isArray(words) || rest.length > 0) throw new Error('Pagefind has another format of words');
  return words;
}

/** Puts as many runs of words with a common start into each group as have room, and at least one. */
function groupWords(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const run of splitRuns(words)) {
    const runLength = measure(run);
    if (length + runLength > MAX_PART_LENGTH) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(...run);
    length += runLength;
  }
  return groups;
}

function splitRuns(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (run && getStart(run[0]) === getStart(word)) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** Pagefind looks for the start of a word in the part that begins with it, or else in the one before. */
function getStart(word: Word | undefined): string {
  return [...(word?.[0] ?? '')].slice(0, SHARED_LETTERS).join('');
}
