/** Edits the list of redirects, and keeps its formatting. */
import { type Kind, toRefKey } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { Redirect } from '../source/redirects.ts';
import { REDIRECTS_FILE, type RedirectsFile } from '../source/redirects-file.ts';
import { detectLineBreak, findLine } from './lines.ts';
import { type Revision, RevisionError } from './revision.ts';

const FILE_HEADER =
  '# Renamed entries, so that old addresses keep working. `npm run kb -- rename` adds to this list.\n\n';

/** Adds a redirect, and removes the one from the new id, if there is one: that id is in use again. */
export function addRedirect(revision: Revision, content: Content, { from, to }: Redirect): void {
  const file = content.files.find((candidate) => candidate.type === 'redirects');
  if (!file) {
    revision.create(REDIRECTS_FILE, FILE_HEADER + formatRedirect(from.kind, from.id, to.id, '\n'));
    return;
  }
  if (/^[[{]/.test(file.text.replace(/^\s*#.*$/gm, '').trimStart())) {
    throw new RevisionError(
      `${file.path} is a list in brackets. Write one \`- kind: …\` below the other, then try again.`,
    );
  }
  for (const item of file.items)
    if (item.from && toRefKey(item.from) === toRefKey(to)) removeRedirect(revision, file, item.index);
  const lineBreak = detectLineBreak(file.text);
  const end = { start: file.text.length, end: file.text.length };
  const needsLineBreak = file.text !== '' && !/[\r\n]$/.test(file.text);
  revision.edit(
    file,
    end,
    `${needsLineBreak ? lineBreak : ''}${formatRedirect(from.kind, from.id, to.id, lineBreak)}`,
  );
}

function formatRedirect(kind: Kind, from: string, to: string, lineBreak: string): string {
  // In YAML, a `#` starts a comment only after a space.
  return [`- kind: ${kind}`, `  from: ${from}`, `  to: ${to}`, ''].join(lineBreak);
}

/** Removes the lines of one redirect. */
function removeRedirect(revision: Revision, file: RedirectsFile, index: number): void {
  const start = findLine(file.text, file.yaml.spanAt([index]).start).start;
  const last = Math.max(file.yaml.spanAt([index, 'to']).end, file.yaml.spanAt([index, 'from']).end);
  revision.edit(file, { start, end: findLine(file.text, last - 1).next }, '');
}
