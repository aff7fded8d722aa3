/**
 * `npm run bench:start`: how long commands take on the content of this project, next to a Node process that does nothing.
 * Each figure is the best of ten runs, after one that fills the caches.
 */
import { resolve } from 'node:path';
import { type CommandCost, measureCommand } from './measure-command.ts';

const RUNS = 10;
const ROOT = resolve(import.meta.dirname, '..');
const COMMANDS = {
  'empty process': '-e 0',
  'kb --help': 'src/commands/kb.mjs --help',
  'kb search': 'src/commands/kb.mjs search redis',
  'kb check': 'src/commands/kb.mjs check',
} as const;

const costs = new Map<string, CommandCost>();
for (const [name, words] of Object.entries(COMMANDS)) {
  const runs: CommandCost[] = [];
  for (let run = 0; run <= RUNS; run++) {
    runs.push(await measureCommand(`cd "${ROOT}" && "${process.execPath}" ${words}`, {}));
  }
  costs.set(
    name,
    runs.slice(1).reduce((best, cost) => (cost.seconds < best.seconds ? cost : best)),
  );
}
const empty = costs.get('empty process')?.seconds ?? Number.NaN;
for (const [name, { seconds }] of costs) {
  const cells = [`${(seconds * 1_000).toFixed(0)} ms`, `${(seconds / empty).toFixed(1)} ×`];
  console.log(name.padEnd(20) + cells.map((text) => text.padStart(12)).join(''));
}
