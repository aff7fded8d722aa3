/**
 * Starts `kb`, the one command of the knowledge base. In JavaScript, so that it runs on a Node that is too old for the
 * rest and can report that.
 */
import module from 'node:module';
import { join } from 'node:path';
import { makeFolders } from '../node/make-folders.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Hindsight needs Node 22.18 or newer, and this is Node ${process.versions.node}. Run \`npm ci\` with optional packages, which installs Node 24 on Linux and Windows, or install Node 24 yourself.`,
  );
  process.exitCode = 2;
} else {
  const { RESULTS_FOLDER } = await import('../node/results-folder.mjs');
  enableCompileCache(join(RESULTS_FOLDER, 'compiled'));
  const { runKb } = await import('./kb.ts');
  await runKb(process.argv.slice(2));
}

/** From the second run on, a command starts in half the time. */
function enableCompileCache(folder) {
  try {
    makeFolders(folder);
  } catch {
    // Without the folder, every run compiles. Node must not try to create it, which may never end.
    return;
  }
  module.enableCompileCache(folder);
}
