/**
 * The kinds of entries in the knowledge base, and references from one to another.
 * A `Ref` is the only way to name an entry across modules.
 */
export const KINDS = ['postmortem', 'note', 'procedure', 'lesson', 'tag', 'service', 'activity'] as const;

export type Kind = (typeof KINDS)[number];

/** Points at one entry: its kind and its id. A procedure's id is `note-id#procedure-id`. */
export interface Ref<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
}

/** The reason why a field has the id of another entry. */
export type FieldRelation =
  | 'learned'
  | 'confirmed'
  | 'teaches'
  | 'related'
  | 'replaced-by'
  | 'answers'
  | 'involves'
  | 'case-of'
  | 'checked-in'
  | 'carried-out-by';

/** The kinds written as one MDX file each, with their folder below `content/`. */
export const DOCUMENT_FOLDERS = {
  postmortem: 'postmortems',
  note: 'notes',
  lesson: 'lessons',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_FOLDERS;

/** The kinds listed in one YAML file each, with its path below `content/`. */
export const VOCABULARY_FILES = {
  service: 'vocabulary/services.yaml',
  tag: 'vocabulary/tags.yaml',
  activity: 'vocabulary/activities.yaml',
} as const;

export type VocabularyKind = keyof typeof VOCABULARY_FILES;

/** "a tag", "an activity". */
export function formatWithArticle(kind: Kind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** One string that identifies a `Ref`, for use as a key. */
export function toRefKey(ref: Ref): string {
  return `${ref.kind}:${ref.id}`;
}
