/** Makes one entry of two of a vocabulary, in every file that names them. */

import { type Kind, type Ref, toRefKey, VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import type { Content, ContentFile } from '../source/content.ts';
import { getListAt, getTextAt, getValueAt } from '../source/field-values.ts';
import { findRefs, type LocatedRef } from '../source/located-refs.ts';
import type { Span } from '../source/problem.ts';
import type { VocabularyFile } from '../source/vocabulary-file.ts';
import { detectLineBreak, findLine } from './lines.ts';
import { createItemInsertion, createItemRemoval, formatYamlList } from './list-edits.ts';
import { addRedirect } from './redirect-edits.ts';
import { findTextSpan, updateLinks } from './rename-entry.ts';
import { type RevisedFile, Revision, RevisionError } from './revision.ts';

/**
 * What `from` was called becomes an alias of `into`, and `from` goes; its meaning is not kept, which is why a
 * person decides that two entries mean the same.
 *
 * @throws {RevisionError} where there are no two such entries, or they cannot be one
 */
export function mergeEntries(content: Content, from: Ref, into: string): RevisedFile[] {
  const to = { kind: from.kind, id: into };
  const kind = toMergeableKind(from.kind);
  for (const ref of [from, to]) {
    if (!content.has(ref)) throw new RevisionError(`There is no ${kind} \`${ref.id}\`.`);
  }
  if (from.id === into) throw new RevisionError(`\`${into}\` cannot be merged with itself.`);
  assertPausePointsKept(content, from, into);
  const revision = new Revision(content);
  const file = content.findVocabulary(kind);
  const [old, kept] = [content.findItem(kind, from.id), content.findItem(kind, into)];
  if (!file || !old || !kept) return [];
  const gone = findItemLines(file, old.index);
  const isGone = (other: ContentFile, span: Span) =>
    other === file && span.start >= gone.start && span.start < gone.end;
  for (const other of content.files) {
    mergeRefs(revision, other, from, to, isGone);
    updateLinks(revision, other, from, to);
  }
  revision.edit(file, gone, '');
  for (const field of ['aliases', 'misspellings'] as const) {
    addNames(revision, file, kept.index, field, listNamesToAdd(file, old.index, kept.index, field));
  }
  addRedirect(revision, content, { from, to });
  return revision.files;
}

function toMergeableKind(kind: Kind): VocabularyKind {
  if (kind in VOCABULARY_FILES) return kind as VocabularyKind;
  throw new RevisionError(
    `A ${kind} is a text, and only a person can make one of two: write it, then \`kb rename\` what is left.`,
  );
}

/** Checks name the pause points of their activity; those that the other one lacks would lead nowhere. */
function assertPausePointsKept(content: Content, from: Ref, into: string): void {
  if (from.kind !== 'activity') return;
  const pointsOf = (id: string) =>
    content.findItem('activity', id)?.validated.data?.pausePoints.map((point) => point.id);
  const lost = (pointsOf(from.id) ?? []).filter((point) => !pointsOf(into)?.includes(point));
  if (lost.length === 0) return;
  throw new RevisionError(
    `\`${into}\` lacks the pause points ${lost.map((point) => `\`${point}\``).join(', ')}; add them first.`,
  );
}

/** References to the old entry become such to the new one, each list naming it once. */
function mergeRefs(
  revision: Revision,
  file: ContentFile,
  from: Ref,
  to: Ref,
  isGone: (file: ContentFile, span: Span) => boolean,
): void {
  const references = findRefs(file);
  const listsOf = (reference: LocatedRef) => getListKeys(reference, file.text);
  const named = new Set(references.filter(({ ref }) => toRefKey(ref) === toRefKey(to)).flatMap(listsOf));
  for (const reference of references) {
    if (toRefKey(reference.ref) !== toRefKey(from) || isGone(file, reference.span)) continue;
    const span = findTextSpan(file, reference.span, from.id);
    if (isReplacement(reference))
      throw new RevisionError(`${file.path} says that \`${from.id}\` replaces another; change that first.`);
    const list = listsOf(reference)[0];
    if (list !== undefined && named.has(list)) {
      const removal = createItemRemoval(file.text, span);
      revision.edit(file, removal.span, removal.text);
    } else {
      revision.edit(file, span, to.id);
      if (list !== undefined) named.add(list);
    }
  }
}

function isReplacement({ path }: LocatedRef): boolean {
  return path?.at(-1) === 'replacedBy';
}

/** The list that holds a reference, if it stands in one: of a field, or `{["…", "…"]}` of an attribute. */
function getListKeys({ path, span }: LocatedRef, text: string): string[] {
  if (path) return typeof path.at(-1) === 'number' ? [path.slice(0, -1).join('.')] : [];
  const opening = /\{\s*\[[^\]]*$/.exec(text.slice(0, span.start))?.index;
  return opening === undefined ? [] : [`at ${opening}`];
}

/** From the `-` of an entry to the next one, comments above that left alone. */
function findItemLines(file: VocabularyFile, index: number): Span {
  const { text, yaml } = file;
  const start = findLine(text, yaml.spanAt([index]).start).start;
  const ends = yaml.scalars().filter(({ path }) => path[0] === index);
  const last = Math.max(...ends.map(({ span }) => span.end));
  let { next } = findLine(text, last - 1);
  // A list in brackets ends behind its last item.
  while (/^\s*[\]}]/.test(text.slice(next))) ({ next } = findLine(text, next));
  while (next < text.length && /^[ \t]*\r?\n/.test(text.slice(next))) ({ next } = findLine(text, next));
  // Behind the last entry no blank lines are left over.
  const blank = next === text.length ? /(?:\r?\n[ \t]*)+$/.exec(text.slice(0, start)) : null;
  const kept = blank ? findLine(text, blank.index).next : start;
  return { start: Math.min(kept, start), end: next };
}

/** What the old entry was called and the kept one is not yet. */
function listNamesToAdd(
  { yaml }: VocabularyFile,
  old: number,
  kept: number,
  field: 'aliases' | 'misspellings',
): string[] {
  const own = (index: number, name: string) => getListAt(yaml.value, [index, name]).map(String);
  const has = new Set(
    [
      getTextAt(yaml.value, [kept, 'id']),
      getTextAt(yaml.value, [kept, 'title']),
      ...own(kept, 'aliases'),
      ...own(kept, 'misspellings'),
    ].map((name) => name?.toLowerCase()),
  );
  const called =
    field === 'aliases'
      ? [getTextAt(yaml.value, [old, 'title']), ...own(old, 'aliases'), getTextAt(yaml.value, [old, 'id'])]
      : own(old, 'misspellings');
  return called.filter((name): name is string => {
    const isNew = name !== undefined && !has.has(name.toLowerCase());
    has.add(name?.toLowerCase());
    return isNew;
  });
}

function addNames(
  revision: Revision,
  file: VocabularyFile,
  index: number,
  field: string,
  names: readonly string[],
): void {
  if (names.length === 0) return;
  const { text, yaml } = file;
  const present = getListAt(yaml.value, [index, field]).length;
  if (present > 0) {
    const { span, text: added } = createItemInsertion(text, yaml.spanAt([index, field, present - 1]), names);
    revision.edit(file, span, added);
    return;
  }
  if (Array.isArray(getValueAt(yaml.value, [index, field]))) {
    revision.edit(file, yaml.spanAt([index, field]), formatYamlList(names));
    return;
  }
  const id = yaml.spanAt([index, 'id']);
  const { start, end } = findLine(text, id.end);
  const indent = ' '.repeat(yaml.keySpanAt([index, 'id']).start - start);
  revision.edit(
    file,
    { start: end, end },
    `${detectLineBreak(text)}${indent}${field}: ${formatYamlList(names)}`,
  );
}
