/** `npm run eval:search`: how well the project's own content is found. Exits 1 below the level reached. */
import { readContent } from '../../src/content-folder.ts';
import { entriesOf } from '../../src/knowledge/entries.ts';
import { Knowledge } from '../../src/knowledge/knowledge.ts';
import { searchDocuments } from '../../src/knowledge/search-document.ts';
import { evaluate, openSearches } from './evaluate.ts';
import { rankOf, table } from './metrics.ts';
import { readQueries } from './queries.ts';

const content = await readContent();
const site = content.site?.validated.data;
if (!site) throw new Error('There is no site.yaml that passes the check');
const documents = searchDocuments(new Knowledge(entriesOf(content), site));
const queries = await readQueries();
const known = new Set(documents.map(({ kind, id }) => `${kind}:${id}`));
for (const { query, relevant } of queries)
  for (const key of relevant) if (!known.has(key)) throw new Error(`Query \`${query}\`: there is no ${key}`);

const answerable = queries.filter(({ relevant }) => relevant.length > 0);
const { searches, close } = await openSearches(documents);
const columns: Record<string, Awaited<ReturnType<typeof evaluate>>['scores']> = {};
for (const [name, search] of Object.entries(searches)) {
  const { scores, pairs } = await evaluate(search, answerable);
  columns[name] = scores;
  if (process.argv.includes('--misses') && name !== 'plain Pagefind')
    for (const { judged, answered } of pairs)
      if (rankOf(judged, answered) > (process.argv.includes('--first') ? 1 : 5))
        console.log(`${name} ${judged.kind} [${rankOf(judged, answered)}] ${judged.query}\n   got ${answered.keys.slice(0, 5).join('  ')}\n   want ${judged.relevant.join('  ')}`);
}
console.log(table(columns));
const search = searches['ours, Pagefind'];
if (search) {
  let marked = 0;
  const nothing = queries.filter(({ relevant }) => relevant.length === 0);
  for (const { query } of nothing) {
    const { keys, isClosest } = await search(query);
    if (isClosest || keys.length === 0) marked++; else if (process.argv.includes('--misses')) console.log('not marked', query, keys.slice(0,3));
  }
  let wrong = 0;
  for (const { query } of answerable) if ((await search(query)).isClosest) { wrong++; if (process.argv.includes('--misses')) console.log('marked', query); }
  console.log(`closest: ${marked} of ${nothing.length} unanswerable marked, ${wrong} of ${answerable.length} answerable marked`);
}
await close();
