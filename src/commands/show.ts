/** `kb show ID`: shows an entry as the search reads it. */
import { Command } from 'commander';
import { formatSearchDocument } from '../knowledge/search/search-report.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { CommandError } from '../node/command-error.ts';
import { print, printMessage } from '../node/output.ts';
import { readSearchDocuments } from '../node/search/open-search.ts';

export const showCommand = new Command('show')
  .argument('<id>', 'an id such as `redis`, `service:redis`, or `note-id#procedure-id`')
  .action(async (id: string) => {
    const { documents, warning } = await readSearchDocuments();
    if (warning) printMessage(`${warning}\n`);
    const found = documents.filter(
      (document) => document.id === id || `${document.kind}:${document.id}` === id,
    );
    if (found.length === 0) {
      const nearest = findNearest(
        id,
        documents.map((document) => document.id),
      );
      const advice = nearest ? `Did you mean \`${nearest}\`?` : 'Find it with `npm run kb -- search`.';
      throw new CommandError(`There is no entry \`${id}\`. ${advice}`);
    }
    print(found.map(formatSearchDocument).join('\n'));
  });
