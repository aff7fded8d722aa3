/** `kb indexed ID`: what the search knows of an entry. */
import { Command } from 'commander';
import { formatSearchDocument } from '../knowledge/search/search-report.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { readSearchDocuments } from '../node/search/open-search.ts';

export const indexedCommand = new Command('indexed')
  .description('Shows what of an entry the search reads, and how much each part counts.')
  .argument('<id>', 'the id of an entry; of a procedure `note-id#procedure-id`')
  .action(async (id: string, _options: unknown, command: Command) => {
    const documents = await readSearchDocuments();
    const found = documents.filter(
      (document) => document.id === id || `${document.kind}:${document.id}` === id,
    );
    if (found.length > 0) process.stdout.write(found.map(formatSearchDocument).join('\n'));
    else {
      const near = findNearest(
        id,
        documents.map((document) => document.id),
      );
      command.error(
        `Unexpected id \`${id}\`, expected one that exists${near ? `; the nearest is \`${near}\`` : ''}`,
      );
    }
  });
