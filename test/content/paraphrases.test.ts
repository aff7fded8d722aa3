import { expect, test } from 'vitest';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { STOP_WORDS } from '../../src/knowledge/search/common-words.ts';
import { createSearchDocuments } from '../../src/knowledge/search/search-document.ts';
import { stem } from '../../src/knowledge/search/stem.ts';
import { toPageWords } from '../../src/knowledge/search/text-blocks.ts';
import { tokenize } from '../../src/knowledge/search/tokens.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { PARAPHRASE, readQueries } from '../search-eval/queries.ts';

test('a paraphrase shares no word with the pages that answer it', async () => {
  const documents = createSearchDocuments(createKnowledge(await readContent()));
  const stemsByKey = new Map(
    documents.map((document) => [
      `${document.kind}:${document.id}`,
      toStems(toPageWords(document).words.join(' ')),
    ]),
  );
  const queries = (await readQueries()).filter(({ kind }) => kind === PARAPHRASE);
  const shared = queries.flatMap(({ query, relevant }) =>
    relevant.flatMap((key) =>
      [...toStems(query)].filter((word) => stemsByKey.get(key)?.has(word)).map((word) => `${query}: ${word}`),
    ),
  );
  expect(queries.length).toBeGreaterThan(0);
  expect(shared).toEqual([]);
});

function toStems(text: string): Set<string> {
  const words = tokenize(text).flatMap(({ whole, parts }) => [whole, ...parts]);
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}
