/** Gives an entry another id, in every file that names it, and keeps its old address working. */
import type { Definition, Link } from 'mdast';
import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  type Ref,
  toRefKey,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { ID_PATTERN } from '../schema/scalars.ts';
import { createAddresses } from '../source/addresses.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { findRefs } from '../source/located-refs.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import type { RedirectsFile } from '../source/redirects-file.ts';
import { addRedirect } from './redirect-edits.ts';
import { type RevisedFile, Revision, RevisionError } from './revision.ts';

/**
 * @param to the new id; of a procedure, its own without that of its note
 * @throws {RevisionError} where there is no such entry, or the new id cannot be had
 */
export function renameEntry(content: Content, from: Ref, to: string): RevisedFile[] {
  const renamed = createRenamedRef(content, from, to);
  const revision = new Revision(content);
  for (const file of content.files) {
    updateRefs(revision, file, from, renamed);
    updateLinks(revision, file, from, renamed);
  }
  renameDefinition(revision, content, from, renamed);
  addRedirect(revision, content, { from, to: renamed });
  return revision.files;
}

function createRenamedRef(content: Content, from: Ref, to: string): Ref {
  if (!content.has(from)) throw new RevisionError(`There is no ${from.kind} \`${from.id}\`.`);
  if (!ID_PATTERN.test(to))
    throw new RevisionError(`\`${to}\` is no id: expected lower-case words joined by hyphens.`);
  const id = from.kind === 'procedure' ? `${from.id.split('#')[0]}#${to}` : to;
  const renamed = { kind: from.kind, id };
  if (!content.has(renamed)) return renamed;
  const isMergeable = from.kind in VOCABULARY_FILES;
  const advice = isMergeable ? ` To make one of both: \`kb vocab merge ${from.id} ${to}\`.` : '';
  throw new RevisionError(`There is a ${from.kind} \`${id}\` already.${advice}`);
}

/** Every reference in fields and components, those to the procedures of a note included. */
export function updateRefs(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  for (const { ref, path, span } of findRefs(file)) {
    // A redirect from the id that is in use again goes as a whole.
    if (file.type === 'redirects' && isRedirectFrom(file, path?.[0], to)) continue;
    const id = getNewId(ref, from, to);
    if (id !== undefined) revision.edit(file, findTextSpan(file, span, ref.id), id);
  }
}

function isRedirectFrom(file: RedirectsFile, index: PropertyKey | undefined, ref: Ref): boolean {
  const from = file.items[Number(index)]?.from;
  return from !== undefined && toRefKey(from) === toRefKey(ref);
}

/** What `ref` is called after the change; undefined where it stays as it is. */
function getNewId(ref: Ref, from: Ref, to: Ref): string | undefined {
  if (toRefKey(ref) === toRefKey(from)) return to.id;
  const isInside = from.kind === 'note' && ref.kind === 'procedure' && ref.id.startsWith(`${from.id}#`);
  return isInside ? to.id + ref.id.slice(from.id.length) : undefined;
}

/** Where the words of a value stand: without the quotes around them. */
export function findTextSpan(file: ContentFile, { start, end }: Span, words: string): Span {
  const at = file.text.slice(start, end).indexOf(words);
  if (at < 0)
    throw new RevisionError(`${file.path} writes \`${words}\` in a way that only a person can change.`);
  return { start: start + at, end: start + at + words.length };
}

/** Links in the prose by address: `[as we saw](/lessons/test-failover/)`, `[below](#restart)`. */
export function updateLinks(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  if (file.type !== 'document') return;
  const { entry: addressOf } = createAddresses();
  const isOwnPage = from.kind === 'procedure' && file.kind === 'note' && from.id.startsWith(`${file.id}#`);
  const changes = [
    { old: addressOf(from), now: addressOf(to) },
    ...(isOwnPage ? [{ old: getAnchor(from), now: getAnchor(to) }] : []),
  ];
  for (const node of file.nodes.listByTypes('link', 'definition')) {
    const change = changes.find(({ old }) => isLinkTo(node.url, old));
    const span = change && findUrlSpan(file, node);
    if (span) revision.edit(file, { start: span.start, end: span.start + change.old.length }, change.now);
  }
}

function getAnchor({ id }: Ref): string {
  return id.slice(id.indexOf('#'));
}

function isLinkTo(url: string, address: string): boolean {
  return url === address || (url.startsWith(address) && /^[?#]/.test(url.slice(address.length)));
}

/** The address is what comes last in a link; escapes in it, which an address of ours has none of, hide it. */
function findUrlSpan(file: DocumentFile, node: Link | Definition): Span | undefined {
  const { start, end } = getNodeSpan(node);
  const at = file.text.slice(start, end).lastIndexOf(node.url);
  return at < 0 ? undefined : { start: start + at, end: start + at + node.url.length };
}

function renameDefinition(revision: Revision, content: Content, from: Ref, to: Ref): void {
  const { kind } = from;
  if (kind === 'procedure') renameProcedure(revision, content, from, to);
  else if (kind in VOCABULARY_FILES) {
    const file = content.findVocabulary(kind as VocabularyKind);
    const item = content.findItem(kind as VocabularyKind, from.id);
    if (!file || !item) return;
    revision.edit(file, findTextSpan(file, file.yaml.spanAt([item.index, 'id']), from.id), to.id);
  } else {
    const file = content.findDocument(kind, from.id);
    if (!file) return;
    revision.move(file, getDocumentPath(kind as DocumentKind, to.id));
    moveAllowedSecrets(
      revision,
      content,
      getDocumentPath(kind as DocumentKind, from.id),
      getDocumentPath(kind as DocumentKind, to.id),
    );
  }
}

function getDocumentPath(kind: DocumentKind, id: string): string {
  return `${DOCUMENT_FOLDERS[kind]}/${id}.mdx`;
}

function renameProcedure(revision: Revision, content: Content, from: Ref, to: Ref): void {
  const [note = '', id = ''] = from.id.split('#');
  const file = content.findDocument('note', note);
  for (const node of file?.nodes.listByTypes('mdxJsxFlowElement') ?? []) {
    if (!file || node.name !== 'Procedure') continue;
    const attribute = readAttributes(node, file.text).find(
      ({ name, value }) => name === 'id' && value === id,
    );
    const span = attribute?.valueSpans[0];
    if (span) revision.edit(file, span, to.id.slice(note.length + 1));
  }
}

/** What was allowed in a file is allowed in it under its new name. */
function moveAllowedSecrets(revision: Revision, content: Content, from: string, to: string): void {
  for (const file of content.files) {
    if (file.type !== 'allowed-secrets') continue;
    for (const { index, validated } of file.items) {
      if (validated.data?.file !== from) continue;
      revision.edit(file, findTextSpan(file, file.yaml.spanAt([index, 'file']), from), to);
    }
  }
}
