/**
 * `npm run eval:import`: imports the public corpus and the source documents of the sample content, which are not part
 * of this repository. Exits 2 if a variable does not name their folder.
 */
import { existsSync } from 'node:fs';
import { startVitest } from 'vitest/node';

const FOLDERS = {
  HINDSIGHT_CORPUS: 'the folder `data` of the public corpus github.com/icco/postmortems',
  HINDSIGHT_SEEDS: 'the folder of the five source documents of the sample content',
};

const missing = Object.entries(FOLDERS).filter(([variable]) => !existsSync(process.env[variable] ?? ''));
if (missing.length > 0) {
  console.error(missing.map(([variable, folder]) => `Set ${variable} to ${folder}.`).join('\n'));
  process.exitCode = 2;
} else {
  await startVitest('test', [], { project: 'import-eval', watch: false });
}
