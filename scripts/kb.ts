/**
 * `npm run kb -- <command>`: work with the knowledge base from a terminal. Exits 0 fine, 1 found nothing or
 * something wrong, as the command says, 2 wrong use.
 */
import { Command, CommanderError } from 'commander';
import { checklistCommand } from './checklist.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { indexedCommand } from './indexed.ts';
import { newCommand } from './new.ts';
import { searchCommand } from './search.ts';
import { similarCommand } from './similar.ts';
import { renameCommand, vocabCommand } from './vocab.ts';

const program = new Command('kb').description('Works with the knowledge base.').exitOverride();
const commands = [
  searchCommand,
  explainCommand,
  indexedCommand,
  checklistCommand,
  newCommand,
  importCommand,
  similarCommand,
  vocabCommand,
  renameCommand,
];
for (const command of commands) {
  for (const part of [command, ...command.commands]) part.exitOverride().showSuggestionAfterError();
  program.addCommand(command);
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
