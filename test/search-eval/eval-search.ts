/** `npm run eval:search`: how well the project's own content is found. Exits 1 below the level reached. */
import { parseArgs } from 'node:util';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { createSearchDocuments } from '../../src/knowledge/search/search-document.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { openBundleSearch, openSearches } from './evaluate-search.ts';
import { readQueries } from './queries.ts';
import { reportScores } from './report-scores.ts';
import { findScoresBelow, MIN_SAME_IN_BUNDLE, MIN_SCORES } from './score-thresholds.ts';

const { values } = parseArgs({ options: { misses: { type: 'string' }, only: { type: 'string' } } });
const content = await readContent();
const documents = createSearchDocuments(createKnowledge(content));
const known = new Set(documents.map(({ kind, id }) => `${kind}:${id}`));
const queries = await readQueries();
for (const { query, relevant } of queries) {
  const absent = relevant.filter((key) => !known.has(key));
  if (absent.length > 0) throw new Error(`Query \`${query}\`: there is no ${absent.join(', ')}`);
}

const answerable = queries.filter(({ relevant }) => relevant.length > 0);
const unanswerable = queries.filter(({ relevant }) => relevant.length === 0);
const searches = await openSearches(documents);
const options = { missesBelow: values.misses ? Number(values.misses) : undefined, only: values.only };
const outcomes = await reportScores(searches, answerable, options);
const ours = searches.searches['ours, Pagefind'];
if (ours) {
  const answers = await Promise.all(unanswerable.map(({ query }) => ours(query)));
  const admitted = answers.filter(({ isClosest, keys }) => isClosest || keys.length === 0).length;
  const pairs = outcomes['ours, Pagefind']?.pairs ?? [];
  const doubted = pairs.filter(({ answered }) => answered.isClosest);
  console.log(
    `Said to be only the closest: ${admitted} of the ${unanswerable.length} queries that nothing answers,`,
  );
  console.log(`${doubted.length} of the ${pairs.length} that something does.`);
  if (options.missesBelow !== undefined) {
    for (const [index, { query }] of unanswerable.entries())
      if (!answers[index]?.isClosest)
        console.log(`  not admitted: ${query} (${answers[index]?.keys.slice(0, 3).join('  ')})`);
    for (const { judged } of doubted) console.log(`  doubted: ${judged.query}`);
  }
}
const bundle = await compareBundle();
await searches.close();
const scoreFailures = Object.entries(MIN_SCORES).flatMap(([name, levels]) => {
  const scores = outcomes[name]?.scores;
  return scores ? findScoresBelow(name, scores, levels) : [];
});
const failures = [...scoreFailures, ...bundle];
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Prints how often a bundle has the same best match as the site, and returns what is below the level. */
async function compareBundle(): Promise<string[]> {
  const searchBundle = await openBundleSearch(documents);
  const answers = await Promise.all(queries.map(({ query }) => searchBundle(query)));
  const countSame = async (name: string) => {
    const others = await Promise.all(queries.map(({ query }) => searches.searches[name]?.(query)));
    return others.filter((other, index) => other?.keys[0] === answers[index]?.keys[0]).length;
  };
  const [online, pagefind] = [await countSame(searches.online), await countSame('ours, Pagefind')];
  console.log(
    `Best match of a bundle: as online (${searches.online}) for ${online} of ${queries.length} queries, as with Pagefind for ${pagefind}.`,
  );
  return online / queries.length < MIN_SAME_IN_BUNDLE
    ? [`A bundle has the best match of the site for ${online} of ${queries.length} queries`]
    : [];
}
