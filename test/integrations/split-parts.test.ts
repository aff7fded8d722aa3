import { expect, test } from 'vitest';
import { type IndexFiles, readMeta, unpack } from '../../src/integrations/pagefind-files.ts';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { createDocument, createTextSection } from '../knowledge/search/small-documents.ts';
import { openBothEngines } from '../node/search/both-engines.ts';

const STARTS = ['conn', 'cont', 'cons', 'post', 'posi', 'shard', 'sharp', 'zook'];

/** Writes a number in letters that are no English ending, so that the words stay as they are. */
const toLetters = (number: number) =>
  number.toString(5).replace(/\d/g, (digit) => 'kpqxz'[Number(digit)] ?? '');

/** Every document has 30 words of its own, of which many start alike, and 10 that are in all. */
const DOCUMENTS = Array.from({ length: 120 }, (_, index) => {
  const own = Array.from(
    { length: 30 },
    (_, at) => `${STARTS[at % STARTS.length]}${toLetters(index * 31 + at)}`,
  );
  const text = [...own, 'the queue of every worker is full and nobody drains it'].join(' ');
  return createDocument({ id: `document-${index}`, title: own.join(' '), sections: createTextSection(text) });
});

test('keeps every word, in order, with the words of one start in one part', async () => {
  const files = await buildIndex(DOCUMENTS);
  const parts = listParts(files);
  expect(parts.length).toBeGreaterThan(6);
  const words = parts.flatMap((part) => part.words);
  expect(words).toEqual([...new Set(words)].toSorted());
  expect(words.length).toBeGreaterThan(3000);
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    expect(part.words.every((word) => part.first <= word && word <= part.last)).toBe(true);
    expect(before === undefined || before.last < part.first).toBe(true);
    expect(before?.words.some((word) => word.startsWith(part.first))).not.toBe(true);
  }
});

test('the start of a word finds every page with a word that starts so', async () => {
  const engines = await openBothEngines(DOCUMENTS);
  try {
    for (const start of STARTS) {
      const { site, terminal } = await engines.ask(start);
      expect(site.keys.size, start).toBe(DOCUMENTS.length);
      expect(terminal.keys.size, start).toBe(DOCUMENTS.length);
    }
  } finally {
    await engines.close();
  }
});

function listParts(files: IndexFiles) {
  const [, , parts] = readMeta(files);
  return parts.map(([first, last, hash]) => {
    const [words] = unpack<[[string][]]>(files.get(`index/${hash}.pf_index`));
    return { first, last, words: words.map(([word]) => word) };
  });
}
