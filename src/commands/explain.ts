/** `kb explain "query"`: what the search understood, what it looked for, and why the results stand where they do. */
import { Command } from 'commander';
import { explain } from '../knowledge/search/explain.ts';
import { rank } from '../knowledge/search/rank.ts';
import { understand } from '../knowledge/search/understand.ts';
import { openSearch } from '../node/search/open-search.ts';

export const explainCommand = new Command('explain')
  .description(
    'Shows what the search makes of a query: tokens, corrections, other names, matches and weights.',
  )
  .argument('<query...>', 'the query')
  .action(async (words: string[]) => {
    const { engine, lexicon, from } = await openSearch();
    const { vocabulary } = lexicon;
    const understanding = understand(words.join(' '), lexicon);
    const ranking = await rank(engine, understanding, { pages: vocabulary.pages, limit: 5 });
    process.stdout.write(`searched     ${from}\n`);
    process.stdout.write(explain(understanding, ranking, (word) => vocabulary.frequency(word)));
    process.exitCode = ranking.results.length === 0 ? 1 : 0;
  });
