/**
 * The content folder as read: every file as a value with its text, its syntax trees and its data, each
 * made when it is first asked for. A file that is broken still exists for those that link to it.
 */

import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  type Kind,
  type Ref,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { DocumentFile } from './document-file.ts';
import { type FieldRef, findFieldRefs } from './field-refs.ts';
import type { Procedure } from './mdx/document-body.ts';
import { Redirects } from './redirects.ts';
import { REDIRECTS_FILE, RedirectsFile } from './redirects-file.ts';
import {
  ALLOWED_SECRETS_FILE,
  AllowedSecretsFile,
  DICTIONARY_FILE,
  DictionaryFile,
  SITE_FILE,
  SiteFile,
} from './settings-files.ts';
import { VocabularyFile, type VocabularyItem } from './vocabulary-file.ts';
import { collectKnownWords, VocabularyNames } from './vocabulary-names.ts';

/** A file of the content folder, before anything is known about it. */
export interface FileInput {
  /** Its path below the content folder, with `/`. */
  readonly path: string;
  /** Its text; absent for pictures and for what could not be read as text. */
  readonly text?: string;
  /** Why it could not be read, following the grammar of problems. */
  readonly readError?: string;
}

const PICTURE_PATTERN = /\.(?:png|jpe?g|webp|avif|gif)$/i;

/** A file that has no text to check: a picture, something unreadable, or something that has no place here. */
export interface OtherFile {
  readonly type: 'picture' | 'unreadable' | 'stray';
  readonly path: string;
  readonly text: '';
  readonly readError?: string | undefined;
}

export type ContentFile =
  DocumentFile | VocabularyFile | SiteFile | AllowedSecretsFile | DictionaryFile | RedirectsFile | OtherFile;

export class Content {
  readonly files: readonly ContentFile[];
  /** How the folder is named in messages: `content`. */
  readonly root: string;
  readonly #documents = new Map<string, DocumentFile>();
  readonly #items = new Map<string, VocabularyItem>();
  readonly #vocabularies = new Map<VocabularyKind, VocabularyFile>();
  readonly #paths: ReadonlySet<string>;
  readonly redirects: Redirects;
  readonly site: SiteFile | undefined;
  readonly allowedSecrets: AllowedSecretsFile | undefined;
  #names: VocabularyNames | undefined;
  #words: ReadonlySet<string> | undefined;

  /**
   * @param files the files below the content folder
   * @param root how the folder is named in messages: `content`
   */
  constructor(files: readonly FileInput[], root: string) {
    this.root = root;
    this.files = files.map((file) => createContentFile(file, root));
    this.site = this.files.find((file) => file.type === 'site');
    this.allowedSecrets = this.files.find((file) => file.type === 'allowed-secrets');
    this.#paths = new Set(this.files.map(({ path }) => path));
    for (const file of this.files) {
      if (file.type === 'document') this.#documents.set(`${file.kind}:${file.id}`, file);
      if (file.type === 'vocabulary') {
        this.#vocabularies.set(file.kind, file);
        for (const item of file.items) if (item.id) this.#items.set(`${file.kind}:${item.id}`, item);
      }
    }
    const moved = this.files.flatMap((file) => (file.type === 'redirects' ? file.items : []));
    this.redirects = new Redirects(moved.flatMap(({ from, to }) => (from && to ? [{ from, to }] : [])));
  }

  get documents(): DocumentFile[] {
    return this.files.filter((file) => file.type === 'document');
  }

  listDocuments<K extends DocumentKind>(kind: K): DocumentFile<K>[] {
    return this.documents.filter((file): file is DocumentFile<K> => file.kind === kind);
  }

  findDocument(kind: Kind, id: string): DocumentFile | undefined {
    return this.#documents.get(`${kind}:${id}`);
  }

  findVocabulary<K extends VocabularyKind>(kind: K): VocabularyFile<K> | undefined {
    return this.#vocabularies.get(kind) as VocabularyFile<K> | undefined;
  }

  findItem<K extends VocabularyKind>(kind: K, id: string): VocabularyItem<K> | undefined {
    return this.#items.get(`${kind}:${id}`) as VocabularyItem<K> | undefined;
  }

  get vocabularyNames(): VocabularyNames {
    this.#names ??= new VocabularyNames([...this.#vocabularies.values()]);
    return this.#names;
  }

  /** Whether a word stands in the project's dictionary, or names an entry of a vocabulary. */
  isKnownWord(word: string): boolean {
    this.#words ??= collectKnownWords(this.files.find((file) => file.type === 'dictionary')?.words ?? [], [
      ...this.#vocabularies.values(),
    ]);
    return this.#words.has(word.toLowerCase());
  }

  /** Whether a document of this kind names `ref` in one of these fields. */
  isReferencedIn(ref: Ref, kind: DocumentKind, fields: readonly string[]): boolean {
    const isNamed = ({ ref: { kind: namedKind, id }, path }: FieldRef) =>
      namedKind === ref.kind && id === ref.id && fields.includes(String(path[0]));
    return this.listDocuments(kind).some(
      // Reading the fields of a file takes a thousand times as long as looking for a word in it.
      (file) =>
        file.frontmatter?.text.includes(ref.id) && findFieldRefs(file.schema, file.yaml.value).some(isNamed),
    );
  }

  /** Whether a file stands at this path, the content folder's name included. */
  hasFile(path: string): boolean {
    return this.#paths.has(path);
  }

  has({ kind, id }: Ref): boolean {
    if (kind !== 'procedure') return this.#documents.has(`${kind}:${id}`) || this.#items.has(`${kind}:${id}`);
    return this.findProcedure(id) !== undefined;
  }

  /** A procedure by its whole id: `note-id#procedure-id`. */
  findProcedure(id: string): Procedure | undefined {
    const at = id.indexOf('#');
    const body = at < 0 ? undefined : this.findDocument('note', id.slice(0, at))?.body;
    return body?.procedures.find((candidate) => candidate.id === id.slice(at + 1));
  }

  /** All ids of a kind, those of broken files included. */
  listIds(kind: Kind): string[] {
    if (kind === 'procedure') {
      return this.listDocuments('note').flatMap(({ id, body }) =>
        body.procedures.map((procedure) => `${id}#${procedure.id}`),
      );
    }
    const prefix = `${kind}:`;
    return [...this.#documents.keys(), ...this.#items.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }
}

/** The same file once more, with nothing made of it yet; or with another text in its place. */
export function recreateFile(file: ContentFile, content: Content, text: string = file.text): ContentFile {
  const source = toFileInput(file, content);
  return source.text === undefined ? file : createContentFile({ ...source, text }, content.root);
}

/** The file as it was before anything was known about it. */
export function toFileInput(file: ContentFile, { root }: Content): FileInput {
  const path = file.path.slice(root.length + 1);
  if (file.type === 'picture' || file.type === 'stray') return { path };
  if (file.type === 'unreadable') return { path, readError: file.readError ?? '' };
  return { path, text: file.text };
}

/** The file as what its place makes it. */
function createContentFile(file: FileInput, root: string): ContentFile {
  const path = `${root}/${file.path}`;
  if (file.readError !== undefined) return { type: 'unreadable', path, text: '', readError: file.readError };
  const placed = file.text === undefined ? undefined : createTextFile(file.path, path, file.text);
  return placed ?? { type: PICTURE_PATTERN.test(file.path) ? 'picture' : 'stray', path, text: '' };
}

/** @param inside its path below the content folder */
function createTextFile(inside: string, path: string, text: string): ContentFile | undefined {
  if (inside === SITE_FILE) return new SiteFile(path, text);
  if (inside === REDIRECTS_FILE) return new RedirectsFile(path, text);
  if (inside === ALLOWED_SECRETS_FILE) return new AllowedSecretsFile(path, text);
  if (inside === DICTIONARY_FILE) return new DictionaryFile(path, text);
  for (const kind of Object.keys(VOCABULARY_FILES) as VocabularyKind[]) {
    if (inside === VOCABULARY_FILES[kind]) return new VocabularyFile(kind, path, text);
  }
  const [folder, name = '', ...deeper] = inside.split('/');
  const kind = (Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]).find(
    (candidate) => DOCUMENT_FOLDERS[candidate] === folder,
  );
  const isDocument = kind !== undefined && deeper.length === 0 && /.\.mdx$/.test(name);
  return isDocument ? new DocumentFile(kind, name.slice(0, -'.mdx'.length), path, text) : undefined;
}
