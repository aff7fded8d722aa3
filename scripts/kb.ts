/** `npm run kb -- <command>`: work with the knowledge base from a terminal. Exits 0 fine, 1 found something, 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { renameCommand, vocabCommand } from './vocab.ts';

const program = new Command('kb').description('Works with the knowledge base.').exitOverride();
for (const command of [vocabCommand, renameCommand]) {
  for (const part of [command, ...command.commands]) part.exitOverride().showSuggestionAfterError();
  program.addCommand(command);
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
