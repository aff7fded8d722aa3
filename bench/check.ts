/**
 * `npm run bench:check`: what the check of generated content costs as a whole process, next to a plain parse of the same
 * files in the same run: without a cache, with the cache of the run before, and after an edit of one page.
 * `npm run bench:check -- 100 1000` measures these sizes. Each figure is the best of three runs.
 */
import { join, resolve } from 'node:path';
import { editPage } from './build-site.ts';
import { type CommandCost, measureCommand } from './measure-command.ts';
import { writeContent } from './write-content.ts';

const SIZES = [1_000, 5_000];
const RUNS = 3;
const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.cache/bench');

/** In the order in which they run. */
const COMMANDS = {
  'plain parse': 'bench/plain-parse.ts',
  'check, no cache': 'src/commands/kb.mjs check --no-cache',
  'check, one page edited': 'src/commands/kb.mjs check',
  'check, nothing edited': 'src/commands/kb.mjs check',
} as const;

type Costs = Pick<CommandCost, 'seconds' | 'processorSeconds'>;

const chosen = process.argv.slice(2).map(Number).filter(Number.isInteger);
for (const size of chosen.length > 0 ? chosen : SIZES) await measureSize(size);

async function measureSize(size: number): Promise<void> {
  const folder = join(FOLDER, `content-${size}`);
  await writeContent(folder, size);
  await runNode(COMMANDS['check, nothing edited'], folder);
  const costs = new Map<string, Costs>();
  // In turn, so that a busy moment of the machine affects all of them.
  for (let run = 0; run < RUNS; run++) {
    await editPage(folder);
    for (const [name, words] of Object.entries(COMMANDS)) {
      costs.set(name, findLower(costs.get(name), await runNode(words, folder)));
    }
  }
  printCosts(size, costs);
}

/** @param words a script of this project and its parameters */
async function runNode(words: string, folder: string): Promise<Costs> {
  return measureCommand(`cd "${ROOT}" && "${process.execPath}" ${words}`, { HINDSIGHT_CONTENT: folder });
}

function findLower(before: Costs | undefined, now: Costs): Costs {
  if (!before) return now;
  return {
    seconds: Math.min(before.seconds, now.seconds),
    processorSeconds: Math.min(before.processorSeconds, now.processorSeconds),
  };
}

function printCosts(size: number, costs: ReadonlyMap<string, Costs>): void {
  console.log(
    `\n${size} postmortems`.padEnd(29) + ['time', '', 'processor time', ''].map(alignRight).join(''),
  );
  const yardstick = costs.get('plain parse');
  for (const [name, cost] of costs) {
    const cells = (['seconds', 'processorSeconds'] as const).flatMap((figure) => [
      `${cost[figure].toFixed(2)} s`,
      yardstick ? `${(cost[figure] / yardstick[figure]).toFixed(2)} ×` : '',
    ]);
    console.log(`  ${name}`.padEnd(28) + cells.map(alignRight).join(''));
  }
}

function alignRight(text: string): string {
  return text.padStart(16);
}
