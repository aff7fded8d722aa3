/** `npm run eval:corpus`: measures how well the postmortems of the public corpus are found. Exits 2 if there is none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCorpusQueries, readCorpusEntries } from './corpus-documents.ts';
import { openSearches } from './evaluate-search.ts';
import { readQueries } from './queries.ts';
import { reportScores } from './report-scores.ts';

const { values } = parseArgs({ options: { misses: { type: 'string' }, only: { type: 'string' } } });
const folder = process.env.HINDSIGHT_CORPUS;
if (!folder || !existsSync(folder)) {
  console.error(
    'Set HINDSIGHT_CORPUS to the folder `data` of the public corpus github.com/icco/postmortems.',
  );
  process.exitCode = 2;
} else {
  const entries = await readCorpusEntries(folder);
  const written = await readQueries(join(import.meta.dirname, 'corpus-queries'));
  const ids = new Set(entries.map(({ document }) => `postmortem:${document.id}`));
  const queries = [
    ...createCorpusQueries(entries),
    ...written.filter(({ relevant }) => relevant.some((key) => ids.has(key))),
  ];
  const searches = await openSearches(entries.map(({ document }) => document));
  console.log(`${entries.length} postmortems, ${queries.length} queries`);
  await reportScores(searches, queries, {
    missesBelow: values.misses ? Number(values.misses) : undefined,
    only: values.only,
  });
  await searches.close();
}
