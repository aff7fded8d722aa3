/** `kb similar FILE`: finds postmortems like this one, the lessons they taught, and possible duplicates. */
import { basename, extname, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { reviewFile } from '../knowledge/review/pull-request-review.ts';
import { formatRelatedForTerminal } from '../knowledge/review/review-comment.ts';
import type { Content } from '../knowledge/source/content.ts';
import { DocumentFile } from '../knowledge/source/document-file.ts';

import { toPlainText } from '../knowledge/source/inline/plain-text.ts';

import { toPrintableJson } from '../knowledge/source/invisible-characters.ts';

import { readCommandContent } from '../node/command-content.ts';
import { CommandError } from '../node/command-error.ts';
import { getContentFolder } from '../node/content-files.ts';
import { createKeptKnowledge } from '../node/kept-entries.ts';
import { print, style } from '../node/output.ts';
import { readTextFile } from '../node/read-file.ts';

export const similarCommand = new Command('similar')
  .argument('<file>', 'a postmortem; it may be unfinished, and in any folder')
  .option('--json', 'print JSON')
  .action(async (path: string, { json }: { json?: true }) => {
    const { content } = await readCommandContent();
    const knowledge = await createKeptKnowledge(content, getContentFolder());
    const review = reviewFile(content, await readPostmortem(path, content), knowledge);
    const bold = (text: string) => style('bold', text);
    print(json ? toPrintableJson(toPlainTitles(review)) : formatRelatedForTerminal(review, bold));
  });

/** Returns the same value with its titles as plain text. */
function toPlainTitles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlainTitles);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) =>
    name === 'title' ? [name, toPlainText(String(inner))] : [name, toPlainTitles(inner)],
  );
  return Object.fromEntries(entries);
}

async function readPostmortem(path: string, content: Content): Promise<DocumentFile<'postmortem'>> {
  const contentPath = `${content.root}/${relative(getContentFolder(), resolve(path)).split(sep).join('/')}`;
  const file = content.documents.find((candidate) => candidate.path === contentPath);
  if (file && file.kind !== 'postmortem') {
    throw new CommandError(`\`${path}\` is a ${file.kind}. Name the file of a postmortem.`);
  }
  return (file as DocumentFile<'postmortem'>) ?? readOutsideFile(path, content);
}

/** Reads a file that is not in the content folder. If its id is taken, it is compared under a free one. */
async function readOutsideFile(path: string, content: Content): Promise<DocumentFile<'postmortem'>> {
  const text = await readTextFile(path);
  let id = basename(path, extname(path));
  while (content.findDocument('postmortem', id)) id += '-draft';
  return new DocumentFile('postmortem', id, { path, text, secrets: [] });
}
