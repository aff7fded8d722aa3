/** `npm run kb -- <command>`: questions to the knowledge base from a terminal. Exits 0 fine, 1 found nothing, 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { checklistCommand } from './checklist.ts';
import { explainCommand } from './explain.ts';
import { indexedCommand } from './indexed.ts';
import { searchCommand } from './search.ts';

const program = new Command('kb').description('Asks the knowledge base.').exitOverride();
for (const command of [searchCommand, explainCommand, indexedCommand, checklistCommand]) {
  program.addCommand(command.exitOverride().showSuggestionAfterError());
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
