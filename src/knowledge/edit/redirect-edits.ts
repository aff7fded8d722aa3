/** Edits the list of redirects, and keeps its formatting. */
import { type Ref, toRefKey, VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import { isPublished } from '../schema/visibility.ts';
import type { Content } from '../source/content.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Redirect } from '../source/redirects.ts';
import { REDIRECTS_FILE, type RedirectsFile } from '../source/redirects-file.ts';
import { detectLineBreak, findLine } from './lines.ts';
import { type Revision, RevisionError } from './revision.ts';

const FILE_HEADER =
  '# Renamed entries, so that old addresses keep working. `npm run kb -- rename` adds to this list.\n\n';

/**
 * Adds a redirect, and removes the one from the new id, if there is one: that id is in use again. A public site gets the
 * redirect only if the old entry is public, so that everyone can know its id.
 *
 * @param content before the change
 */
export function addRedirect(revision: Revision, content: Content, { from, to }: Redirect): void {
  const file = content.files.find((candidate) => candidate.type === 'redirects');
  const lines = [`- kind: ${from.kind}`, `  from: ${from.id}`, `  to: ${to.id}`];
  if (isPublic(content, from)) lines.push('  visibility: public');
  if (!file) {
    revision.create(REDIRECTS_FILE, FILE_HEADER + joinLines(lines, '\n'));
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
  revision.edit(file, end, `${needsLineBreak ? lineBreak : ''}${joinLines(lines, lineBreak)}`);
}

// In YAML, a `#` in an id starts a comment only after a space, so that no id needs quotes.
function joinLines(lines: readonly string[], lineBreak: string): string {
  return lines.map((line) => line + lineBreak).join('');
}

/** Returns whether everyone may know the id of an entry. */
function isPublic(content: Content, { kind, id }: Ref): boolean {
  const site = content.site?.validated.data ?? { visibility: 'internal' };
  if (kind === 'procedure') return isPublicProcedure(content, id);
  const entry =
    kind in VOCABULARY_FILES
      ? content.findItem(kind as VocabularyKind, id)?.validated.data
      : content.findDocument(kind, id)?.validated.data;
  return entry !== undefined && isPublished(entry, site);
}

/** Returns whether a procedure is in a public note, and outside of its internal parts. */
function isPublicProcedure(content: Content, fullId: string): boolean {
  const [note = '', id] = fullId.split('#');
  const file = content.findDocument('note', note);
  if (!file || !isPublic(content, { kind: 'note', id: note })) return false;
  const elements = file.nodes.listByTypes('mdxJsxFlowElement');
  const internal = elements.filter(({ name }) => name === 'Internal').map(getNodeSpan);
  return elements.some((node) => {
    if (node.name !== 'Procedure') return false;
    const isIt = readAttributes(node, file.text).some(({ name, value }) => name === 'id' && value === id);
    const { start, end } = getNodeSpan(node);
    return isIt && !internal.some((part) => part.start <= start && end <= part.end);
  });
}

/** Removes the lines of one redirect. */
function removeRedirect(revision: Revision, file: RedirectsFile, index: number): void {
  const start = findLine(file.text, file.yaml.spanAt([index]).start).start;
  const ends = file.yaml.scalars().flatMap(({ path, span }) => (path[0] === index ? [span.end] : []));
  const last = Math.max(...ends);
  revision.edit(file, { start, end: findLine(file.text, last - 1).next }, '');
}
