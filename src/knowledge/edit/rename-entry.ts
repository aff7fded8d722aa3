/** Changes the id of an entry in every file that names it, and adds a redirect from its old address. */
import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  type Ref,
  toRefKey,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { describeReservedName, ID_PATTERN } from '../schema/scalars.ts';
import { createAddresses } from '../source/addresses.ts';
import type { Content, ContentFile } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';
import { findRefs } from '../source/located-refs.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import type { RedirectsFile } from '../source/redirects-file.ts';
import { listSentenceLinks, type SentenceLink } from '../source/sentences.ts';
import { addRedirect } from './redirect-edits.ts';
import { type RevisedFile, Revision, RevisionError } from './revision.ts';

/**
 * @param to the new id; for a procedure, without the id of its note
 * @throws {RevisionError} if the entry does not exist, or the new id is not valid or in use
 */
export function renameEntry(content: Content, from: Ref, to: string): RevisedFile[] {
  const renamed = createRenamedRef(content, from, to);
  const revision = new Revision(content);
  for (const file of content.files) {
    updateRefs(revision, file, from, renamed);
    updateLinks(revision, file, from, renamed);
  }
  updateCheckPlaces(revision, content, from, renamed);
  renameDefinition(revision, content, from, renamed);
  addRedirect(revision, content, { from, to: renamed });
  return revision.files;
}

function createRenamedRef(content: Content, from: Ref, to: string): Ref {
  if (!content.has(from)) throw new RevisionError(`There is no ${from.kind} \`${from.id}\`.`);
  if (!ID_PATTERN.test(to)) {
    const reason = describeReservedName(to) ?? 'Expected lower-case words joined by hyphens.';
    throw new RevisionError(`\`${to}\` is not a valid id. ${reason}`);
  }
  const id = from.kind === 'procedure' ? `${from.id.split('#')[0]}#${to}` : to;
  const renamed = { kind: from.kind, id };
  if (!content.has(renamed)) return renamed;
  const isMergeable = from.kind in VOCABULARY_FILES;
  const advice = isMergeable ? ` To merge them, run \`kb vocab merge ${from.id} ${to}\`.` : '';
  throw new RevisionError(`The ${from.kind} \`${id}\` already exists.${advice}`);
}

/** Updates every reference in fields and components, including those to the procedures of a renamed note. */
function updateRefs(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  for (const { ref, path, span } of findRefs(file)) {
    // `addRedirect` removes the redirect from an id that is in use again.
    if (file.type === 'redirects' && isRedirectFrom(file, path?.[0], to)) continue;
    const id = getNewId(ref, from, to);
    if (id !== undefined) revision.edit(file, findTextSpan(file, span, ref.id), id);
  }
}

/** Updates the lines of pause points that name a check of the lesson: `lesson-id/check-id`. */
function updateCheckPlaces(revision: Revision, content: Content, from: Ref, to: Ref): void {
  const file = content.findVocabulary('activity');
  if (from.kind !== 'lesson' || !file) return;
  for (const { path, span } of file.yaml.scalars()) {
    const place = getTextAt(file.yaml.value, path);
    if (path.at(-2) !== 'checks' || !place?.startsWith(`${from.id}/`)) continue;
    const { start } = findTextSpan(file, span, place);
    revision.edit(file, { start, end: start + from.id.length }, to.id);
  }
}

function isRedirectFrom(file: RedirectsFile, index: PropertyKey | undefined, ref: Ref): boolean {
  const from = file.items[Number(index)]?.from;
  return from !== undefined && toRefKey(from) === toRefKey(ref);
}

/** Returns the id of `ref` after the change, or undefined if it does not change. */
function getNewId(ref: Ref, from: Ref, to: Ref): string | undefined {
  if (toRefKey(ref) === toRefKey(from)) return to.id;
  const isInside = from.kind === 'note' && ref.kind === 'procedure' && ref.id.startsWith(`${from.id}#`);
  return isInside ? to.id + ref.id.slice(from.id.length) : undefined;
}

/** Returns the span of a value without the quotes around it. */
export function findTextSpan(file: ContentFile, { start, end }: Span, value: string): Span {
  const at = file.text.slice(start, end).indexOf(value);
  if (at < 0)
    throw new RevisionError(`${file.path} contains \`${value}\` in an unusual notation. Change it by hand.`);
  return { start: start + at, end: start + at + value.length };
}

/** Updates links in the prose and in fields by address: `[as we saw](/lessons/test-failover/)`, `[below](#restart)`. */
export function updateLinks(revision: Revision, file: ContentFile, from: Ref, to: Ref): void {
  const { entry: getAddress } = createAddresses();
  const isOwnPage =
    file.type === 'document' &&
    from.kind === 'procedure' &&
    file.kind === 'note' &&
    from.id.startsWith(`${file.id}#`);
  const changes = [
    { old: getAddress(from), new: getAddress(to) },
    ...(isOwnPage ? [{ old: getAnchor(from), new: getAnchor(to) }] : []),
  ];
  for (const link of listLinks(file)) {
    const change = changes.find(({ old }) => isLinkTo(link.url, old));
    const span = change && findUrlSpan(file, link);
    if (change && span)
      revision.edit(file, { start: span.start, end: span.start + change.old.length }, change.new);
  }
}

function getAnchor({ id }: Ref): string {
  return id.slice(id.indexOf('#'));
}

function isLinkTo(url: string, address: string): boolean {
  return url === address || (url.startsWith(address) && /^[?#]/.test(url.slice(address.length)));
}

type LocatedLink = Pick<SentenceLink, 'url' | 'span'>;

function listLinks(file: ContentFile): LocatedLink[] {
  const inBody =
    file.type === 'document'
      ? file.nodes
          .listByTypes('link', 'definition')
          .map((node) => ({ url: node.url, span: getNodeSpan(node) }))
      : [];
  return [...listSentenceLinks(file), ...inBody];
}

/** Finds the address at the end of a link. An address with escapes is not found; ours have none. */
function findUrlSpan(file: ContentFile, { url, span: { start, end } }: LocatedLink): Span | undefined {
  const at = file.text.slice(start, end).lastIndexOf(url);
  return at < 0 ? undefined : { start: start + at, end: start + at + url.length };
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

/** Allows the secrets of a renamed file under its new name. */
function moveAllowedSecrets(revision: Revision, content: Content, from: string, to: string): void {
  for (const file of content.files) {
    if (file.type !== 'allowed-secrets') continue;
    for (const { index, validated } of file.items) {
      if (validated.data?.file !== from) continue;
      revision.edit(file, findTextSpan(file, file.yaml.spanAt([index, 'file']), from), to);
    }
  }
}
