/** `kb similar FILE`: whether the like was seen before, which lessons it taught, and whether it is told already. */
import { readFile } from 'node:fs/promises';
import { basename, extname, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { Command } from 'commander';
import { reviewFile } from '../knowledge/review/pull-request-review.ts';
import { formatRelatedForTerminal } from '../knowledge/review/review-comment.ts';
import { DocumentFile } from '../knowledge/source/document-file.ts';
import { getContentFolder, readContent } from '../node/content-folder.ts';

export const similarCommand = new Command('similar')
  .description(
    'Shows where the like of a postmortem was seen before, which lessons it taught, and duplicates.',
  )
  .argument('<file>', 'a postmortem, also one that lies elsewhere or is not finished')
  .option('--json', 'say it as JSON: duplicates, similar, relearned and offered lessons')
  .action(async (path: string, { json }: { json?: true }) => {
    const content = await readContent();
    const inside = `${content.root}/${relative(getContentFolder(), resolve(path)).split(sep).join('/')}`;
    const own = content.documents.find((candidate) => candidate.path === inside);
    if (own && own.kind !== 'postmortem')
      return printUsageError(`${path} is a ${own.kind}, expected a postmortem.`);
    const file =
      own ?? (await readOutsideFile(path, (id) => content.findDocument('postmortem', id) !== undefined));
    if (!file) return printUsageError(`${path} cannot be read, expected the file of a postmortem.`);
    const review = reviewFile(content, file as DocumentFile<'postmortem'>);
    const bold = (text: string) => styleText('bold', text);
    process.stdout.write(
      json ? `${JSON.stringify(review, null, 2)}\n` : formatRelatedForTerminal(review, bold),
    );
  });

/** A file that is no part of the content: it is compared under its own name, or one that is free. */
async function readOutsideFile(
  path: string,
  isTaken: (id: string) => boolean,
): Promise<DocumentFile<'postmortem'> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  let id = basename(path, extname(path));
  while (isTaken(id)) id += '-draft';
  return new DocumentFile('postmortem', id, path, text);
}

function printUsageError(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
