/** `kb search "too many clients already"`: searches like the site, in a terminal. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { explainSearch } from '../knowledge/search/explain-search.ts';
import { findPages } from '../knowledge/search/find-pages.ts';
import { search } from '../knowledge/search/search.ts';
import { formatSearchAnswer } from '../knowledge/search/search-report.ts';
import { toPrintableJson } from '../knowledge/source/invisible-characters.ts';
import { EXIT_CODES } from '../node/command-error.ts';
import { print, printMessage, style } from '../node/output.ts';
import { type OpenedSearch, openSearch } from '../node/search/open-search.ts';

interface Options {
  readonly limit: number;
  readonly literal?: readonly string[];
  readonly explain?: true;
  readonly json?: true;
  readonly cache: boolean;
}

export const searchCommand = new Command('search')
  .argument(
    '<query...>',
    'what you see; `-` reads it from standard input, and double quotes inside single ones make a phrase',
  )
  .option('-n, --limit <number>', 'how many results to show', parseLimit, 10)
  .option('--literal <word...>', 'search for these words exactly as you typed them')
  .option('--json', 'print JSON')
  .option('--no-cache', 'read and index all content again')
  .addOption(
    new Option('--explain', 'show how the query was understood and why each result has its rank').conflicts(
      'json',
    ),
  )
  .action(async (words: string[], options: Options) => {
    const query = words.length === 1 && words[0] === '-' ? await readStdin() : words.join(' ');
    const opened = await openSearch(undefined, options);
    if (opened.warning) printMessage(`${opened.warning}\n`);
    const total = options.explain
      ? await printExplanation(opened, query, options)
      : await printAnswer(opened, query, options);
    if (total === 0) process.exitCode = EXIT_CODES.problems;
  });

/** Returns how many pages match. */
async function printAnswer(
  opened: OpenedSearch,
  query: string,
  { limit, literal, json }: Options,
): Promise<number> {
  const answer = await search(opened, query, { limit, literal: toLowerCaseSet(literal) });
  if (json) {
    const { keys: _, ...printed } = answer;
    print(toPrintableJson(printed));
  } else {
    const answerStyle = {
      strong: (text: string) => style('bold', text),
      mark: (text: string) => style('yellow', text),
      dim: (text: string) => style('dim', text),
    };
    print(formatSearchAnswer(answer, answerStyle));
  }
  return answer.total;
}

/** Returns how many pages match. */
async function printExplanation(
  opened: OpenedSearch,
  query: string,
  { limit, literal }: Options,
): Promise<number> {
  const { lexicon, description } = opened;
  const { wordFrequencies } = lexicon;
  const { understanding, ranking } = await findPages(opened, query, {
    limit,
    literal: toLowerCaseSet(literal),
  });
  print(`searched     ${description}\n`);
  print(explainSearch(understanding, ranking, (word) => wordFrequencies.getFrequency(word)));
  return ranking.keys.size;
}

function toLowerCaseSet(words: readonly string[] = []): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

function parseLimit(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Expected a whole number from 1.');
  return number;
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
