import { expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { packDocument } from '../../../src/knowledge/import/packed-document.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const TEXT =
  '# Mail is late\n\n東http://example.org and [a](b.md), ![c](d.png), ~~not~~ <b>bold</b>\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- [x] done\n\n[^1]: A note.\n';

const createText = (pack: boolean) => {
  const document = readMarkdown({ path: 'a.md', text: TEXT });
  const { text } = createDraft(pack ? packDocument(document) : document, {
    kind: 'postmortem',
    vocabulary: createVocabularyLookup(SMALL_CONTENT),
    isTaken: () => false,
  });
  return text;
};

test('a packed document becomes the same draft', () => {
  expect(createText(true)).toBe(createText(false));
});

test('a packed document gives a new tree each time, without the positions of the source', () => {
  const document = packDocument(readMarkdown({ path: 'a.md', text: TEXT }));
  expect(document.body).not.toBe(document.body);
  expect(document.body[0]).toEqual({
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: 'Mail is late' }],
  });
});
