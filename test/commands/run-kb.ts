/** Runs `kb` as a process, without a terminal. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const KB_PATH = join(import.meta.dirname, '../../src/commands/kb.mjs');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The content folder; the project's own if omitted. */
  readonly content?: string;
  /** The folder to run in. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function runKb(
  words: readonly string[],
  { content = 'content', cwd, env }: RunOptions = {},
): Promise<CommandResult> {
  const options = { cwd, env: { ...process.env, HINDSIGHT_CONTENT: content, NO_COLOR: '1', ...env } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [KB_PATH, ...words], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}
