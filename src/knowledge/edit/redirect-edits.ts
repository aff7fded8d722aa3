/** Changes to the list of redirects, which leave what a person wrote in it as it is. */

import { type Kind, toRefKey } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { Redirect } from '../source/redirects.ts';
import { REDIRECTS_FILE, type RedirectsFile } from '../source/redirects-file.ts';
import { detectLineBreak, findLine } from './lines.ts';
import { type Revision, RevisionError } from './revision.ts';

const FILE_HEADER =
  '# What was renamed, so that old addresses keep working. `npm run kb -- rename` adds to it by itself.\n\n';

/** A redirect for what was renamed. One that began at the new id, which is in use again, goes. */
export function addRedirect(revision: Revision, content: Content, { from, to }: Redirect): void {
  const file = content.files.find((candidate) => candidate.type === 'redirects');
  if (!file) {
    revision.create(REDIRECTS_FILE, FILE_HEADER + formatRedirect(from.kind, from.id, to.id, '\n'));
    return;
  }
  if (/^[[{]/.test(file.text.replace(/^\s*#.*$/gm, '').trimStart())) {
    throw new RevisionError(
      `${file.path} is written in brackets; expected one \`- kind: …\` below the other.`,
    );
  }
  for (const item of file.items)
    if (item.from && toRefKey(item.from) === toRefKey(to)) removeRedirect(revision, file, item.index);
  const lineBreak = detectLineBreak(file.text);
  const end = { start: file.text.length, end: file.text.length };
  const isOpen = file.text !== '' && !/[\r\n]$/.test(file.text);
  revision.edit(
    file,
    end,
    `${isOpen ? lineBreak : ''}${formatRedirect(from.kind, from.id, to.id, lineBreak)}`,
  );
}

function formatRedirect(kind: Kind, from: string, to: string, lineBreak: string): string {
  // In YAML a `#` begins a comment only behind a space.
  return [`- kind: ${kind}`, `  from: ${from}`, `  to: ${to}`, ''].join(lineBreak);
}

/** The lines of one redirect, up to the next. */
function removeRedirect(revision: Revision, file: RedirectsFile, index: number): void {
  const start = findLine(file.text, file.yaml.spanAt([index]).start).start;
  const last = Math.max(file.yaml.spanAt([index, 'to']).end, file.yaml.spanAt([index, 'from']).end);
  revision.edit(file, { start, end: findLine(file.text, last - 1).next }, '');
}
