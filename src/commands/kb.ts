/** `npm run kb -- <command>`: finds the command, runs it, and sets the exit code. */
import { setImmediate } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { getErrorCode, toWriteError } from '../node/file-errors.ts';
import { flushOutput, print, printMessage } from '../node/output.ts';

/** Each command is loaded only if it is used: all of them together take a second. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).buildCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  show: async () => (await import('./show.ts')).showCommand,
  checklist: async () => (await import('./checklist.ts')).checklistCommand,
  new: async () => (await import('./new/index.ts')).newCommand,
  import: async () => (await import('./import.ts')).importCommand,
  similar: async () => (await import('./similar.ts')).similarCommand,
  vocab: async () => (await import('./vocabulary.ts')).vocabCommand,
  rename: async () => (await import('./vocabulary.ts')).renameCommand,
  review: async () => (await import('./review.ts')).reviewCommand,
  comment: async () => (await import('./comment.ts')).commentCommand,
  schemas: async () => (await import('./schemas.ts')).schemasCommand,
};

/** Runs one command line. A mistake in this program is thrown; every expected failure becomes a message and an exit code. */
export async function runKb(words: readonly string[]): Promise<void> {
  const outputErrors = collectOutputErrors();
  process.exitCode = EXIT_CODES.success;
  try {
    const program = await createProgram(words);
    await program.parseAsync(words, { from: 'user' });
    await throwOutputError(outputErrors);
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

async function createProgram(words: readonly string[]): Promise<Command> {
  const program = new Command('npm run kb --').description(
    'Checks, searches and edits the knowledge base. Exits with 0 for success, 1 if it found problems or no results, 2 if it could not run.',
  );
  const [name = ''] = words;
  const isKnown = Object.hasOwn(COMMANDS, name);
  if (!isKnown && name !== 'help') rejectUnknownName(words, Object.keys(COMMANDS));
  const names = isKnown ? [name] : Object.keys(COMMANDS);
  for (const load of names.map((key) => COMMANDS[key])) if (load) program.addCommand(await load());
  const [command] = program.commands;
  if (isKnown && command && command.commands.length > 0) {
    const subcommands = command.commands.map((subcommand) => subcommand.name());
    if (!subcommands.includes(words[1] ?? '')) rejectUnknownName(words.slice(1), [...subcommands, 'help']);
  }
  prepare(program);
  return program;
}

/** @throws a CommandError if the first word is neither an option nor one of the names */
function rejectUnknownName([word]: readonly string[], names: readonly string[]): void {
  if (word === undefined || word.startsWith('-') || names.includes(word)) return;
  const nearest = findNearest(word, names);
  const advice = nearest ? `Did you mean \`${nearest}\`?` : `Use one of ${names.join(', ')}.`;
  throw new CommandError(`There is no command \`${word}\`. ${advice}`);
}

/** Makes commander throw instead of exiting, and write its messages like ours. */
function prepare(command: Command): void {
  command.exitOverride().configureOutput({
    writeOut: print,
    writeErr: printMessage,
    outputError: (text, write) => write(formatUsageError(text)),
  });
  command.commands.forEach(prepare);
}

/** From `error: unknown option '--jso'`, with a suggestion on the next line. */
function formatUsageError(text: string): string {
  const [message = '', suggestion] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`;
  return `${sentence}${suggestion ? ` ${suggestion.replace(/^\(|\)$/g, '')}` : ''}\n`;
}

function reportError(error: unknown): number {
  if (error instanceof CommandError) {
    printMessage(`${error.message}\n`);
    return error.exitCode;
  }
  // Commander has written its message. Its code is 0 after --help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.success : EXIT_CODES.failed;
  throw error;
}

/** A reader that stops early, such as `head`, is not a failure; a full disk is. */
function collectOutputErrors(): unknown[] {
  const errors: unknown[] = [];
  process.stdout.on('error', (error) => {
    if (getErrorCode(error) !== 'EPIPE') errors.push(error);
  });
  process.stderr.on('error', () => {});
  return errors;
}

/** @throws a CommandError if the standard output could not be written */
async function throwOutputError(errors: readonly unknown[]): Promise<void> {
  await flushOutput();
  // A stream emits its error after it has called back.
  await setImmediate();
  if (errors.length > 0) throw toWriteError(errors[0], 'standard output');
}
