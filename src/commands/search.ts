/** `kb search "too many clients already"`: the ranking of the site, in a terminal. */
import { styleText } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { search } from '../knowledge/search/search.ts';
import { formatSearchAnswer } from '../knowledge/search/search-report.ts';
import { openSearch } from '../node/search/open-search.ts';

export const searchCommand = new Command('search')
  .description('Searches everything: error texts, services, symptoms, lessons.')
  .argument(
    '<query...>',
    'what you see; several words need no quotes, `-` reads lines from the standard input',
  )
  .option('-n, --limit <number>', 'how many results', parsePositive, 10)
  .option('--literal <word...>', 'search for these words as they are typed')
  .option('--json', 'print the answer as JSON')
  .action(async (words: string[], options: { limit: number; json?: true; literal?: string[] }) => {
    const query = words.length === 1 && words[0] === '-' ? await readStdin() : words.join(' ');
    const opened = await openSearch();
    const literal = new Set(options.literal?.map((word) => word.toLowerCase()));
    const answer = await search(opened, query, { limit: options.limit, literal });
    if (options.json) {
      const { keys: _, ...shown } = answer;
      process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    } else {
      const style = {
        strong: createPainter('bold'),
        mark: createPainter('yellow'),
        dim: createPainter('dim'),
      };
      process.stdout.write(formatSearchAnswer(answer, style));
    }
    process.exitCode = answer.total === 0 ? 1 : 0;
  });

function createPainter(format: 'bold' | 'yellow' | 'dim') {
  return (text: string) => styleText(format, text);
}

function parsePositive(value: string): number {
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
