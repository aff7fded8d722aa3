/** Runs several command lines in one process; see run-command-lines.ts. */
import { writeFileSync } from 'node:fs';
import { runKb } from '../../src/commands/kb.ts';
import type { CommandLine, CommandLineResult, ProcessInput } from './run-command-lines.ts';

const { commandLines, isOutputCaptured, resultFile } = JSON.parse(process.argv[2] ?? '') as ProcessInput;
const start = process.cwd();
// Every command adds a listener, and `kb` runs only one command per process.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

/** Collects what is written to a stream instead of writing it. */
function capture(stream: NodeJS.WriteStream): { readText(): string; restore(): void } {
  const write = stream.write;
  const chunks: Uint8Array[] = [];
  stream.write = (chunk: string | Uint8Array, ...more: unknown[]) => {
    chunks.push(Buffer.from(chunk as string));
    const done = more.find((argument) => typeof argument === 'function');
    if (done) process.nextTick(done);
    return true;
  };
  return {
    readText: () => Buffer.concat(chunks).toString('utf8'),
    restore() {
      stream.write = write;
    },
  };
}

async function run({ words, content, cwd }: CommandLine): Promise<CommandLineResult> {
  process.env.HINDSIGHT_CONTENT = content;
  process.chdir(cwd ?? start);
  const stderr = capture(process.stderr);
  const stdout = isOutputCaptured ? capture(process.stdout) : undefined;
  try {
    await runKb(words);
    const code = Number(process.exitCode);
    return { code, stdout: stdout?.readText() ?? '', stderr: stderr.readText() };
  } catch (error) {
    return { code: -1, stdout: '', stderr: `Thrown: ${error instanceof Error ? error.stack : error}` };
  } finally {
    stdout?.restore();
    stderr.restore();
    process.chdir(start);
  }
}

const results: CommandLineResult[] = [];
for (const commandLine of commandLines) results.push(await run(commandLine));
writeFileSync(resultFile, JSON.stringify(results));
process.exitCode = 0;
