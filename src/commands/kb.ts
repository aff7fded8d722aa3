/**
 * `npm run kb -- <command>`: work with the knowledge base from a terminal. Exits 0 fine, 1 found nothing or
 * something wrong, as the command says, 2 wrong use.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';

// Halves the time to start, from the second run on.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));

/** By what one types. A command is read only when it is asked for: all of them together take a second. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  search: async () => (await import('./search.ts')).searchCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  indexed: async () => (await import('./indexed.ts')).indexedCommand,
  checklist: async () => (await import('./checklist.ts')).checklistCommand,
  new: async () => (await import('./new/index.ts')).newCommand,
  import: async () => (await import('./import.ts')).importCommand,
  similar: async () => (await import('./similar.ts')).similarCommand,
  vocab: async () => (await import('./vocabulary.ts')).vocabCommand,
  rename: async () => (await import('./vocabulary.ts')).renameCommand,
};

const program = new Command('kb').description('Works with the knowledge base.').exitOverride();
const [asked = ''] = process.argv.slice(2);
for (const [name, load] of Object.entries(COMMANDS)) {
  if (Object.hasOwn(COMMANDS, asked) && name !== asked) continue;
  const command = await load();
  for (const part of [command, ...command.commands]) part.exitOverride().showSuggestionAfterError();
  program.addCommand(command);
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
