/** `npm run kb -- <command>`: finds the command, runs it, and sets the exit code. */
import { setImmediate } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { getErrorCode, toWriteError } from '../node/file-errors.ts';
import { flushOutput, print, printMessage } from '../node/output.ts';

interface CommandEntry {
  readonly description: string;
  readonly load: () => Promise<Command>;
}

/** A command is loaded only if it is used: all of them together take a second. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  build: {
    description: 'Builds the site, with all options of `astro build`.',
    load: async () => (await import('./build.ts')).buildCommand,
  },
  bundle: {
    description: 'Makes a zip of the site that works without a server, for example from a USB stick.',
    load: async () => (await import('./bundle.ts')).bundleCommand,
  },
  check: {
    description: 'Checks the content against every rule and reports all problems.',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  search: {
    description:
      'Searches everything: error messages, services, symptoms, lessons. Exits with 1 if there are no results.',
    load: async () => (await import('./search.ts')).searchCommand,
  },
  show: {
    description: 'Shows the text of an entry that the search reads, and how much each part counts.',
    load: async () => (await import('./show.ts')).showCommand,
  },
  checklist: {
    description: 'Prints a checklist made from lessons and procedures. Exits with 1 if it has no items.',
    load: async () => (await import('./checklist.ts')).checklistCommand,
  },
  actions: {
    description:
      'Lists actions by status, owner and due date, the overdue ones first. Exits with 1 if asked to and one is overdue.',
    load: async () => (await import('./actions.ts')).actionsCommand,
  },
  new: {
    description:
      'Creates a postmortem, a note or a lesson: asks for what is missing and shows similar incidents.',
    load: async () => (await import('./new/index.ts')).newCommand,
  },
  import: {
    description: 'Imports existing documents as drafts. Nothing is dropped or overwritten.',
    load: async () => (await import('./import.ts')).importCommand,
  },
  similar: {
    description: 'Finds similar postmortems, the lessons they taught, and possible duplicates.',
    load: async () => (await import('./similar.ts')).similarCommand,
  },
  vocab: {
    description:
      'Shows how services, tags, activities and organizations are used. Its subcommands rename and merge change them.',
    load: async () => (await import('./vocabulary.ts')).vocabCommand,
  },
  rename: {
    description:
      'Changes the id of any entry: a page, a procedure (note#procedure), a service, a tag, an organization. Old addresses keep working.',
    load: async () => (await import('./vocabulary.ts')).renameCommand,
  },
  review: {
    description: 'Summarises a pull request for reviewers.',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  comment: {
    description: 'Creates or updates the comment on a pull request, in a CI run on GitHub.',
    load: async () => (await import('./comment.ts')).commentCommand,
  },
  schemas: {
    description: 'Writes the JSON Schemas and snippets that editors use.',
    load: async () => (await import('./schemas.ts')).schemasCommand,
  },
};

/** Runs one command line. A mistake in this program is thrown; every expected failure becomes a message and an exit code. */
export async function runKb(words: readonly string[]): Promise<void> {
  const outputErrors = collectOutputErrors();
  process.exitCode = EXIT_CODES.success;
  try {
    const line = askCommandForHelp(words);
    const program = await createProgram(line);
    await program.parseAsync(line, { from: 'user' });
    await throwOutputError(outputErrors);
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

/** Returns `check --help` for `help check`, so that only the one command is loaded. */
function askCommandForHelp(words: readonly string[]): readonly string[] {
  const [first, ...names] = words;
  return first === 'help' && names.length > 0 ? [...names, '--help'] : words;
}

async function createProgram(words: readonly string[]): Promise<Command> {
  const program = new Command('npm run kb --').description(
    'Checks, searches and edits the knowledge base. Exits with 0 for success, 1 if it found problems or no results, 2 if it could not run.',
  );
  const [name = ''] = words;
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry) {
    program.addCommand(await loadCommand(entry, words.slice(1)));
  } else {
    if (name !== 'help') rejectUnknownName(words, Object.keys(COMMANDS));
    listCommands(program);
  }
  prepare(program);
  return program;
}

async function loadCommand({ description, load }: CommandEntry, words: readonly string[]): Promise<Command> {
  const command = (await load()).description(description);
  const subcommands = command.commands.map((subcommand) => subcommand.name());
  if (subcommands.length > 0) rejectUnknownName(words, [...subcommands, 'help']);
  return command;
}

function listCommands(program: Command): void {
  for (const [name, { description }] of Object.entries(COMMANDS)) {
    program.command(name).description(description);
  }
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
