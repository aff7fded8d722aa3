/** Merges one vocabulary entry into another, and updates every reference. */
import { type Kind, type Ref, toRefKey, VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import type { Content, ContentFile } from '../source/content.ts';
import { getListAt, getTextAt, getValueAt } from '../source/field-values.ts';
import { findRefs, type LocatedRef } from '../source/located-refs.ts';
import type { Span } from '../source/problem.ts';
import type { VocabularyFile } from '../source/vocabulary-file.ts';
import type { Path } from '../source/yaml/yaml-source.ts';
import { detectLineBreak, findLine } from './lines.ts';
import { createItemInsertion, createItemRemoval, formatYamlList } from './list-edits.ts';
import { addRedirect } from './redirect-edits.ts';
import { findTextSpan, updateLinks } from './rename-entry.ts';
import { type RevisedFile, Revision, RevisionError } from './revision.ts';

/**
 * Removes `from` and adds its names to the aliases of `into`. Its meaning is lost, so a person has to decide that both
 * entries mean the same.
 *
 * @throws {RevisionError} if one of the entries does not exist, or they cannot be merged
 */
export function mergeEntries(content: Content, from: Ref, into: string): RevisedFile[] {
  const to = { kind: from.kind, id: into };
  const kind = toMergeableKind(from.kind);
  for (const ref of [from, to]) {
    if (!content.has(ref)) throw new RevisionError(`There is no ${kind} \`${ref.id}\`.`);
  }
  if (from.id === into) throw new RevisionError(`\`${into}\` cannot be merged with itself.`);
  assertPausePointsKept(content, from, into);
  assertOrganizationKept(content, from, into);
  const revision = new Revision(content);
  const file = content.findVocabulary(kind);
  const [old, kept] = [content.findItem(kind, from.id), content.findItem(kind, into)];
  if (!file || !old || !kept) return [];
  const removed = findItemLines(file, old.index);
  const isRemoved = (other: ContentFile, span: Span) =>
    other === file && span.start >= removed.start && span.start < removed.end;
  for (const other of content.files) {
    mergeRefs(revision, other, from, to, isRemoved);
    updateLinks(revision, other, from, to);
  }
  revision.edit(file, removed, '');
  for (const field of ['aliases', 'misspellings'] as const) {
    addToList(revision, file, [kept.index], field, listNamesToAdd(file, old.index, kept.index, field));
  }
  if (kind === 'activity') moveCheckPlaces(revision, file, old.index, kept.index);
  addRedirect(revision, content, { from, to });
  return revision.files;
}

function toMergeableKind(kind: Kind): VocabularyKind {
  if (kind in VOCABULARY_FILES) return kind as VocabularyKind;
  throw new RevisionError(
    `A ${kind} cannot be merged, only services, tags, activities and organizations can.`,
  );
}

/** Checks refer to pause points of their activity, so `into` has to have those of `from`. */
function assertPausePointsKept(content: Content, from: Ref, into: string): void {
  if (from.kind !== 'activity') return;
  const listPoints = (id: string) =>
    content.findItem('activity', id)?.validated.data?.pausePoints.map((point) => point.id);
  const missing = (listPoints(from.id) ?? []).filter((point) => !listPoints(into)?.includes(point));
  if (missing.length === 0) return;
  throw new RevisionError(
    `\`${into}\` does not have the pause points ${missing.map((point) => `\`${point}\``).join(', ')}. Add them first.`,
  );
}

/** Pages refer to teams of their organization, so `into` has to have those of `from`, and the home stays. */
function assertOrganizationKept(content: Content, from: Ref, into: string): void {
  if (from.kind !== 'organization') return;
  const [old, kept] = [from.id, into].map((id) => content.findItem('organization', id)?.validated.data);
  const missing = (old?.teams ?? []).filter(({ id }) => !kept?.teams.some((team) => team.id === id));
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => `\`${id}\``).join(', ');
    throw new RevisionError(`\`${into}\` does not have the teams ${ids}. Add them first.`);
  }
  if (old?.home && !kept?.home) {
    throw new RevisionError(`\`${from.id}\` is the home. Move \`home: true\` to \`${into}\` first.`);
  }
}

/** Changes references to the old entry, so that each list names the new one once. */
function mergeRefs(
  revision: Revision,
  file: ContentFile,
  from: Ref,
  to: Ref,
  isRemoved: (file: ContentFile, span: Span) => boolean,
): void {
  const references = findRefs(file);
  const getLists = (reference: LocatedRef) => getListKeys(reference, file.text);
  const done = new Set(references.filter(({ ref }) => toRefKey(ref) === toRefKey(to)).flatMap(getLists));
  for (const reference of references) {
    if (toRefKey(reference.ref) !== toRefKey(from) || isRemoved(file, reference.span)) continue;
    const span = findTextSpan(file, reference.span, from.id);
    if (isReplacement(reference))
      throw new RevisionError(`In ${file.path}, \`${from.id}\` replaces another entry. Change that first.`);
    const list = getLists(reference)[0];
    if (list !== undefined && done.has(list)) {
      const removal = createItemRemoval(file.text, span);
      revision.edit(file, removal.span, removal.text);
    } else {
      revision.edit(file, span, to.id);
      if (list !== undefined) done.add(list);
    }
  }
}

function isReplacement({ path }: LocatedRef): boolean {
  return path?.at(-1) === 'replacedBy';
}

/** Returns a key of the list that contains a reference: of a field, or `{["…", "…"]}` of an attribute. */
function getListKeys({ path, span }: LocatedRef, text: string): string[] {
  if (path) return typeof path.at(-1) === 'number' ? [path.slice(0, -1).join('.')] : [];
  const opening = /\{\s*\[[^\]]*$/.exec(text.slice(0, span.start))?.index;
  return opening === undefined ? [] : [`at ${opening}`];
}

/** Returns the lines from the `-` of an entry to the next entry, without comments above that. */
function findItemLines(file: VocabularyFile, index: number): Span {
  const { text, yaml } = file;
  const start = findLine(text, yaml.spanAt([index]).start).start;
  const ends = yaml.scalars().filter(({ path }) => path[0] === index);
  const last = Math.max(...ends.map(({ span }) => span.end));
  let { next } = findLine(text, last - 1);
  // A flow list ends after its last item.
  while (/^\s*[\]}]/.test(text.slice(next))) ({ next } = findLine(text, next));
  while (next < text.length && /^[ \t]*\r?\n/.test(text.slice(next))) ({ next } = findLine(text, next));
  // If it was the last entry, the blank lines before it go, too.
  const blank = next === text.length ? /(?:\r?\n[ \t]*)+$/.exec(text.slice(0, start)) : null;
  const from = blank ? findLine(text, blank.index).next : start;
  return { start: Math.min(from, start), end: next };
}

/** Returns the names that only the old entry has. */
function listNamesToAdd(
  { yaml }: VocabularyFile,
  old: number,
  kept: number,
  field: 'aliases' | 'misspellings',
): string[] {
  const listNames = (index: number, name: string) => getListAt(yaml.value, [index, name]).map(String);
  const present = new Set(
    [
      getTextAt(yaml.value, [kept, 'id']),
      getTextAt(yaml.value, [kept, 'title']),
      ...listNames(kept, 'aliases'),
      ...listNames(kept, 'misspellings'),
    ].map((name) => name?.toLowerCase()),
  );
  const names =
    field === 'aliases'
      ? [
          getTextAt(yaml.value, [old, 'title']),
          ...listNames(old, 'aliases'),
          getTextAt(yaml.value, [old, 'id']),
        ]
      : listNames(old, 'misspellings');
  return names.filter((name): name is string => {
    const isNew = name !== undefined && !present.has(name.toLowerCase());
    present.add(name?.toLowerCase());
    return isNew;
  });
}

/** Adds the checks that the pause points of the old activity list to those of the other one, after its own. */
function moveCheckPlaces(revision: Revision, file: VocabularyFile, old: number, kept: number): void {
  const { value } = file.yaml;
  const points = getListAt(value, [kept, 'pausePoints']).map((point) => getTextAt(point, ['id']));
  for (const point of getListAt(value, [old, 'pausePoints'])) {
    const at = points.indexOf(getTextAt(point, ['id']));
    const places = getListAt(point, ['checks']).map(String);
    if (at >= 0) addToList(revision, file, [kept, 'pausePoints', at], 'checks', places);
  }
}

/** @param item the path of the entry, or of a part of it with an id of its own */
function addToList(
  revision: Revision,
  file: VocabularyFile,
  item: Path,
  field: string,
  values: readonly string[],
): void {
  if (values.length === 0) return;
  const { text, yaml } = file;
  const present = getListAt(yaml.value, [...item, field]).length;
  if (present > 0) {
    const last = yaml.spanAt([...item, field, present - 1]);
    const { span, text: added } = createItemInsertion(text, last, values);
    revision.edit(file, span, added);
    return;
  }
  if (Array.isArray(getValueAt(yaml.value, [...item, field]))) {
    revision.edit(file, yaml.spanAt([...item, field]), formatYamlList(values));
    return;
  }
  const id = yaml.spanAt([...item, 'id']);
  const { start, end } = findLine(text, id.end);
  const indent = ' '.repeat(yaml.keySpanAt([...item, 'id']).start - start);
  revision.edit(
    file,
    { start: end, end },
    `${detectLineBreak(text)}${indent}${field}: ${formatYamlList(values)}`,
  );
}
