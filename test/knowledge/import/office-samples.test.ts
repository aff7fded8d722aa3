/** Accounts for every word of the samples in `test/fixtures/office`, without using the code of the readers. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { importShape } from './import-shapes.ts';

const FOLDER = 'test/fixtures/office';

describe.each(['checkout-queue.docx', 'mail-relay.docx', 'cache-failover.docx'])('%s', (name) => {
  test('loses no word', async () => {
    const bytes = new Uint8Array(await readFile(`${FOLDER}/${name}`));
    expect(guessFormats(new SourceSample(name, bytes)).map((format) => format.label)).toEqual([
      'Word (.docx)',
    ]);
    const { fields, body, remarks } = await importShape(name, bytes, { format: 'word' });
    const kept = countWords(`${fields}\n${body}\n${remarks.join('\n')}`);
    const lost = [...countWords(readTexts(bytes))].filter(([word, times]) => (kept.get(word) ?? 0) < times);
    expect(lost).toEqual([]);
  });
});

/** The texts of all parts; those between two runs without a space are one word. */
function readTexts(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?!styles|settings)\w+\.xml$/.test(name) });
  return Object.values(parts)
    .flatMap((part) =>
      strFromU8(part)
        .replace(/<w:moveFrom .*?<\/w:moveFrom>/gs, '')
        .split('</w:p>'),
    )
    .map((paragraph) =>
      [...paragraph.matchAll(/<(w:t|w:delText|m:t)(?:\s[^>]*)?>([^<]*)<|<w:(?:tab|br) ?\/>/g)]
        // Deleted words and parts of a formula are words of their own.
        .map(([, tag, text = ' ']) => (tag === 'w:t' ? text : ` ${text} `))
        .join(''),
    )
    .join('\n')
    .replaceAll('&amp;', '&');
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFKC').matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
