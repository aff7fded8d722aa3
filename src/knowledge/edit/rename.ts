/** Gives an entry another id, in every file that names it, and keeps its old address working. */
import type { Definition, Link } from 'mdast';
import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  keyOf,
  type Ref,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { ID_PATTERN } from '../schema/scalars.ts';
import { createAddresses } from '../source/addresses.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { spanOfNode } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import type { RedirectsFile } from '../source/redirects-file.ts';
import { locatedReferences } from '../source/references.ts';
import { addRedirect } from './redirect-edits.ts';
import { Refusal, type RevisedFile, Revision } from './revision.ts';

/**
 * @param to the new id; of a procedure, its own without that of its note
 * @throws {Refusal} where there is no such entry, or the new id cannot be had
 */
export function rename(content: Content, from: Ref, to: string): RevisedFile[] {
  const renamed = renamedRef(content, from, to);
  const revision = new Revision(content);
  for (const file of content.files) {
    redirectReferences(revision, file, from, renamed);
    redirectLinks(revision, file, from, renamed);
  }
  renameItself(revision, content, from, renamed);
  addRedirect(revision, content, { from, to: renamed });
  return revision.files;
}

function renamedRef(content: Content, from: Ref, to: string): Ref {
  if (!content.has(from)) throw new Refusal(`There is no ${from.kind} \`${from.id}\`.`);
  if (!ID_PATTERN.test(to))
    throw new Refusal(`\`${to}\` is no id: expected lower-case words joined by hyphens.`);
  const id = from.kind === 'procedure' ? `${from.id.split('#')[0]}#${to}` : to;
  const renamed = { kind: from.kind, id };
  if (!content.has(renamed)) return renamed;
  const isMergeable = from.kind in VOCABULARY_FILES;
  const advice = isMergeable ? ` To make one of both: \`kb vocab merge ${from.id} ${to}\`.` : '';
  throw new Refusal(`There is a ${from.kind} \`${id}\` already.${advice}`);
}

/** Every reference in fields and components, those to the procedures of a note included. */
export function redirectReferences(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  for (const { ref, path, span } of locatedReferences(file)) {
    // A redirect from the id that is in use again goes as a whole.
    if (file.type === 'redirects' && isFrom(file, path?.[0], to)) continue;
    const id = idAfter(ref, from, to);
    if (id !== undefined) revision.edit(file, spanOfText(file, span, ref.id), id);
  }
}

function isFrom(file: RedirectsFile, index: PropertyKey | undefined, ref: Ref): boolean {
  const from = file.items[Number(index)]?.from;
  return from !== undefined && keyOf(from) === keyOf(ref);
}

/** What `ref` is called after the change; undefined where it stays as it is. */
function idAfter(ref: Ref, from: Ref, to: Ref): string | undefined {
  if (keyOf(ref) === keyOf(from)) return to.id;
  const isInside = from.kind === 'note' && ref.kind === 'procedure' && ref.id.startsWith(`${from.id}#`);
  return isInside ? to.id + ref.id.slice(from.id.length) : undefined;
}

/** Where the words of a value stand: without the quotes around them. */
export function spanOfText(file: ContentFile, { start, end }: Span, words: string): Span {
  const at = file.text.slice(start, end).indexOf(words);
  if (at < 0) throw new Refusal(`${file.path} writes \`${words}\` in a way that only a person can change.`);
  return { start: start + at, end: start + at + words.length };
}

/** Links in the prose by address: `[as we saw](/lessons/test-failover/)`, `[below](#restart)`. */
export function redirectLinks(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  if (file.type !== 'document') return;
  const { of: addressOf } = createAddresses();
  const isOwnPage = from.kind === 'procedure' && file.kind === 'note' && from.id.startsWith(`${file.id}#`);
  const changes = [
    { old: addressOf(from), now: addressOf(to) },
    ...(isOwnPage ? [{ old: anchorOf(from), now: anchorOf(to) }] : []),
  ];
  for (const node of file.nodes.of('link', 'definition')) {
    const change = changes.find(({ old }) => leadsTo(node.url, old));
    const span = change && spanOfUrl(file, node);
    if (span) revision.edit(file, { start: span.start, end: span.start + change.old.length }, change.now);
  }
}

function anchorOf({ id }: Ref): string {
  return id.slice(id.indexOf('#'));
}

function leadsTo(url: string, address: string): boolean {
  return url === address || (url.startsWith(address) && /^[?#]/.test(url.slice(address.length)));
}

/** The address is what comes last in a link; escapes in it, which an address of ours has none of, hide it. */
function spanOfUrl(file: DocumentFile, node: Link | Definition): Span | undefined {
  const { start, end } = spanOfNode(node);
  const at = file.text.slice(start, end).lastIndexOf(node.url);
  return at < 0 ? undefined : { start: start + at, end: start + at + node.url.length };
}

function renameItself(revision: Revision, content: Content, from: Ref, to: Ref): void {
  const { kind } = from;
  if (kind === 'procedure') renameProcedure(revision, content, from, to);
  else if (kind in VOCABULARY_FILES) {
    const file = content.vocabulary(kind as VocabularyKind);
    const item = content.item(kind as VocabularyKind, from.id);
    if (!file || !item) return;
    revision.edit(file, spanOfText(file, file.yaml.spanAt([item.index, 'id']), from.id), to.id);
  } else {
    const file = content.document(kind, from.id);
    if (!file) return;
    revision.move(file, pathOf(kind as DocumentKind, to.id));
    moveAllowances(
      revision,
      content,
      pathOf(kind as DocumentKind, from.id),
      pathOf(kind as DocumentKind, to.id),
    );
  }
}

function pathOf(kind: DocumentKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}

function renameProcedure(revision: Revision, content: Content, from: Ref, to: Ref): void {
  const [note = '', id = ''] = from.id.split('#');
  const file = content.document('note', note);
  for (const node of file?.nodes.of('mdxJsxFlowElement') ?? []) {
    if (!file || node.name !== 'Procedure') continue;
    const attribute = readAttributes(node, file.text).find(
      ({ name, value }) => name === 'id' && value === id,
    );
    const span = attribute?.valueSpans[0];
    if (span) revision.edit(file, span, to.id.slice(note.length + 1));
  }
}

/** What was allowed in a file is allowed in it under its new name. */
function moveAllowances(revision: Revision, content: Content, from: string, to: string): void {
  for (const file of content.files) {
    if (file.type !== 'allowances') continue;
    for (const { index, validated } of file.items) {
      if (validated.data?.file !== from) continue;
      revision.edit(file, spanOfText(file, file.yaml.spanAt([index, 'file']), from), to);
    }
  }
}
