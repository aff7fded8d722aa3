/** `kb explain "query"`: what the search understood, what it looked for, and why the results stand where they do. */
import { Command } from 'commander';
import { explainSearch } from '../knowledge/search/explain-search.ts';
import { rankPages } from '../knowledge/search/rank.ts';
import { understandQuery } from '../knowledge/search/understand-query.ts';
import { openSearch } from '../node/search/open-search.ts';

export const explainCommand = new Command('explain')
  .description(
    'Shows what the search makes of a query: tokens, corrections, other names, matches and weights.',
  )
  .argument('<query...>', 'the query')
  .action(async (words: string[]) => {
    const { engine, lexicon, description: from } = await openSearch();
    const { wordFrequencies: vocabulary } = lexicon;
    const understanding = understandQuery(words.join(' '), lexicon);
    const ranking = await rankPages(engine, understanding, { pages: vocabulary.pages, limit: 5 });
    process.stdout.write(`searched     ${from}\n`);
    process.stdout.write(explainSearch(understanding, ranking, (word) => vocabulary.getFrequency(word)));
    process.exitCode = ranking.results.length === 0 ? 1 : 0;
  });
