/** Changes to the list of redirects, which leave what a person wrote in it as it is. */

import { type Kind, keyOf } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { Redirect } from '../source/redirects.ts';
import { REDIRECTS_FILE, type RedirectsFile } from '../source/redirects-file.ts';
import { lineAt, lineBreakOf } from './lines.ts';
import { Refusal, type Revision } from './revision.ts';

const HEADER =
  '# What was renamed, so that old addresses keep working. `npm run kb -- rename` adds to it by itself.\n\n';

/** A redirect for what was renamed. One that began at the new id, which is in use again, goes. */
export function addRedirect(revision: Revision, content: Content, { from, to }: Redirect): void {
  const file = content.files.find((candidate) => candidate.type === 'redirects');
  if (!file) {
    revision.create(REDIRECTS_FILE, HEADER + entryOf(from.kind, from.id, to.id, '\n'));
    return;
  }
  if (/^[[{]/.test(file.text.replace(/^\s*#.*$/gm, '').trimStart())) {
    throw new Refusal(`${file.path} is written in brackets; expected one \`- kind: …\` below the other.`);
  }
  for (const item of file.items)
    if (item.from && keyOf(item.from) === keyOf(to)) removeItem(revision, file, item.index);
  const lineBreak = lineBreakOf(file.text);
  const end = { start: file.text.length, end: file.text.length };
  const isOpen = file.text !== '' && !/[\r\n]$/.test(file.text);
  revision.edit(file, end, `${isOpen ? lineBreak : ''}${entryOf(from.kind, from.id, to.id, lineBreak)}`);
}

function entryOf(kind: Kind, from: string, to: string, lineBreak: string): string {
  // In YAML a `#` begins a comment only behind a space.
  return [`- kind: ${kind}`, `  from: ${from}`, `  to: ${to}`, ''].join(lineBreak);
}

/** The lines of one redirect, up to the next. */
function removeItem(revision: Revision, file: RedirectsFile, index: number): void {
  const start = lineAt(file.text, file.yaml.spanAt([index]).start).start;
  const last = Math.max(file.yaml.spanAt([index, 'to']).end, file.yaml.spanAt([index, 'from']).end);
  revision.edit(file, { start, end: lineAt(file.text, last - 1).next }, '');
}
