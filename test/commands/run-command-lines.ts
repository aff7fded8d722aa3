/** Runs several command lines, without a terminal, in one process: to start one for each takes most of the time. */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommandResult } from './run-kb.ts';

export interface CommandLine {
  readonly words: readonly string[];
  readonly content: string;
  readonly cwd?: string;
}

/** The code is -1 if an error was thrown: its stack is then in `stderr`. */
export type CommandLineResult = CommandResult;

export interface ProcessInput {
  readonly commandLines: readonly CommandLine[];
  readonly isOutputCaptured: boolean;
  readonly resultFile: string;
}

/** Selects the standard output: captured, a pipe that nobody reads, or a full disk. */
export type Output = 'captured' | 'closed' | 'full';

export async function runCommandLines(
  commandLines: readonly CommandLine[],
  output: Output = 'captured',
): Promise<CommandLineResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-results-'));
  const resultFile = join(folder, 'results.json');
  const input: ProcessInput = { commandLines, isOutputCaptured: output === 'captured', resultFile };
  try {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'command-lines-process.ts'), JSON.stringify(input)],
      {
        stdio: ['ignore', output === 'full' ? openSync('/dev/full', 'w') : 'pipe', 'inherit'],
        env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: resolve('.cache/compiled') },
      },
    );
    child.stdout?.destroy();
    await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
    return JSON.parse(await readFile(resultFile, 'utf8')) as CommandLineResult[];
  } finally {
    await rm(folder, { recursive: true });
  }
}
