/** Accounts for every word of the samples in `test/fixtures/office`, without using the code of the readers. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { importShape } from './import-shapes.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

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

describe.each(['checkout-queue.odt', 'cache-failover.odt'])('%s', (name) => {
  test('loses no word', async () => {
    const bytes = new Uint8Array(await readFile(`${FOLDER}/${name}`));
    expect(guessFormats(new SourceSample(name, bytes)).map((format) => format.label)).toEqual([
      'OpenDocument text (.odt)',
    ]);
    const { fields, body, remarks } = await importShape(name, bytes, { format: 'odt' });
    const kept = countWords(`${fields}\n${body}\n${remarks.join('\n')}`);
    const lost = [...countWords(readOdtText(bytes))].filter(([word, times]) => (kept.get(word) ?? 0) < times);
    expect(lost).toEqual([]);
  });
});

/** The words of the text, without deleted ones, authors and dates. */
function readOdtText(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
    .replace(/^.*<office:text/s, '<office:text')
    .replace(/<text:tracked-changes\b.*?<\/text:tracked-changes>/gs, '')
    .replace(/<(text:note-citation|dc:creator|dc:date|meta:creator-initials)\b.*?<\/\1>/gs, '')
    .replace(/<\/text:(?:p|h)>|<text:(?:s|tab|line-break)\b/g, ' $&')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
}

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

/** Words that are not in the drafts: of a sheet about something else, and names of columns that are the names of fields. */
const OMITTED: Readonly<Record<string, readonly string[]>> = {
  'incidents.xlsx': ['Team', 'ops'],
  'incidents-libreoffice.xlsx': ['Title'],
  'incidents-libreoffice.csv': ['Title'],
  'jira.csv': ['Summary'],
};

describe.each(Object.entries(OMITTED))('%s', (name, omitted) => {
  test('loses no cell', async () => {
    const bytes = new Uint8Array(await readFile(`${FOLDER}/${name}`));
    const [format, ...others] = guessFormats(new SourceSample(name, bytes));
    if (!format || others.length > 0) throw new Error(`${name} has no clear format`);
    const documents = await readDocuments(format, { path: name, bytes });
    const vocabulary = createVocabularyLookup(SMALL_CONTENT);
    const drafts = documents.map((document) =>
      createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false }),
    );
    expect(drafts).toHaveLength(name === 'jira.csv' ? 1 : 3);
    const kept = countWords(drafts.flatMap(({ text, remarks }) => [text, ...remarks]).join('\n'));
    // Excel stores times and lengths as numbers, and a draft shows them as people write them.
    const words = [...countWords(readCells(name, bytes)).keys()].filter((word) => !/^\d+$/.test(word));
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word) => !kept.has(word))).toEqual(omitted);
  });
});

function readCells(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.csv')) return strFromU8(bytes);
  const texts = Object.values(
    unzipSync(bytes, {
      filter: ({ name: part }) => /^xl\/(?:sharedStrings|worksheets\/\w+)\.xml$/.test(part),
    }),
  );
  return [
    ...texts
      .map((part) => strFromU8(part))
      .join('')
      .matchAll(/<t(?:\s[^>]*)?>([^<]*)</g),
  ]
    .map(([, text]) => text)
    .join('\n');
}
