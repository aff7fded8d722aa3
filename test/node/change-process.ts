/** Changes a folder in a process that kills itself; see change-folder.test.ts. Prints the number of calls that write. */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { FileChange } from '../../src/node/change-folder.ts';

const [folder = '', changes = '', killAt = '0', pauseAt = '0'] = process.argv.slice(2);

let callCount = 0;

/** Kills the process before, or pauses it at, the call with this number. */
async function count(): Promise<void> {
  callCount++;
  if (callCount === Number(killAt)) {
    process.kill(process.pid, 'SIGKILL');
    // The signal can take a moment, in which the process must not go on.
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  if (callCount === Number(pauseAt)) {
    process.stdout.write('paused\n');
    await new Promise((resolve) => process.stdin.once('data', resolve));
  }
}

for (const name of ['writeFile', 'rename', 'rm', 'link', 'chmod'] as const) {
  const original = fs[name] as (...values: unknown[]) => Promise<unknown>;
  Object.assign(fs, {
    [name]: async (...values: unknown[]) => {
      await count();
      return original(...values);
    },
  });
}
syncBuiltinESMExports();

const { changeFolder, withRecoveredFolder } = await import('../../src/node/change-folder.ts');
await withRecoveredFolder(folder, () =>
  changeFolder(folder, 'rename `a` to `b`', JSON.parse(changes) as FileChange[]),
);
process.stdout.write(`${callCount}\n`);
process.stdin.destroy();
