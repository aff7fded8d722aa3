import { expect, test } from 'vitest';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { DOCUMENTS_PART, decodeStartFile, START_FILE } from '../../src/search/start-file.ts';

test('a knowledge base without documents has an index, too', async () => {
  const files = await buildIndex([]);
  const start = await decodeStartFile(new Uint8Array(files.get(START_FILE) ?? []));
  expect(new TextDecoder().decode(start.get(DOCUMENTS_PART))).toBe('[]');
});
