/** `npm run kb -- COMMAND`: the commands for those who write. Exits 0 fine, 1 found something, 2 wrong use. */
import { Command } from 'commander';
import { importCommand } from './import.ts';

const program = new Command('kb')
  .description('Write and look after the knowledge base.')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  })
  .addCommand(importCommand);

await program.parseAsync();
