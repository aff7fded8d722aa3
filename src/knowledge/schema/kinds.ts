/**
 * The kinds of entries in the knowledge base. Modules name an entry by a `Ref` and in no other way.
 */
export const KINDS = [
  'postmortem',
  'note',
  'procedure',
  'lesson',
  'tag',
  'service',
  'activity',
  'organization',
] as const;

export type Kind = (typeof KINDS)[number];

/** Names one entry by its kind and its id. The id of a procedure is `note-id#procedure-id`. */
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
  | 'checked-at'
  | 'backed-by'
  | 'carried-out-by'
  | 'belongs-to';

/** The kinds with one MDX file for each entry, and the folders of these files in `content/`. */
export const DOCUMENT_FOLDERS = {
  postmortem: 'postmortems',
  note: 'notes',
  lesson: 'lessons',
} as const;

export type DocumentKind = keyof typeof DOCUMENT_FOLDERS;

/** The kinds with one YAML file for all entries, and the paths of these files in `content/`. */
export const VOCABULARY_FILES = {
  service: 'vocabulary/services.yaml',
  tag: 'vocabulary/tags.yaml',
  activity: 'vocabulary/activities.yaml',
  organization: 'vocabulary/organizations.yaml',
} as const;

export type VocabularyKind = keyof typeof VOCABULARY_FILES;

export function isVocabularyKind(kind: Kind): kind is VocabularyKind {
  return Object.hasOwn(VOCABULARY_FILES, kind);
}

/** Returns "a tag" or "an activity". */
export function formatWithArticle(kind: Kind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** Returns a string that identifies a `Ref`, for use as a key. */
export function toRefKey(ref: Ref): string {
  return `${ref.kind}:${ref.id}`;
}
