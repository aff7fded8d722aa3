/** The content folder as a value. A broken file still exists for the files that link to it. */

import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  type Kind,
  type Ref,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { DocumentFile } from './document-file.ts';
import type { FileInput, FileText } from './file-input.ts';
import type { Procedure } from './mdx/document-body.ts';
import type { PictureMetadata } from './picture-metadata.ts';
import { Redirects } from './redirects.ts';
import { REDIRECTS_FILE, RedirectsFile } from './redirects-file.ts';
import type { SecretsByPath } from './secrets/found-secret.ts';
import {
  ALLOWED_SECRETS_FILE,
  AllowedSecretsFile,
  DICTIONARY_FILE,
  DictionaryFile,
  SITE_FILE,
  SiteFile,
} from './settings-files.ts';
import { isHiddenFile, isTemporaryFile } from './temporary-files.ts';
import { VocabularyFile, type VocabularyItem } from './vocabulary-file.ts';
import { collectKnownWords, VocabularyNames } from './vocabulary-names.ts';

const PICTURE_PATTERN = /\.(?:png|jpe?g|webp|avif|gif)$/i;

/** A file without text to check: a picture, a file that cannot be read, or one that does not belong here. */
interface OtherFile extends FileText {
  readonly type: 'picture' | 'unreadable' | 'stray';
  readonly text: '';
  readonly readError?: string | undefined;
  readonly picture?: PictureMetadata | undefined;
}

export type ContentFile =
  DocumentFile | VocabularyFile | SiteFile | AllowedSecretsFile | DictionaryFile | RedirectsFile | OtherFile;

/** Returns whether a file is a document of this kind. */
export function isDocumentOf<K extends DocumentKind>(file: ContentFile, kind: K): file is DocumentFile<K> {
  return file.type === 'document' && file.kind === kind;
}

/** Returns whether a file is the vocabulary of this kind. */
export function isVocabularyOf<K extends VocabularyKind>(
  file: ContentFile,
  kind: K,
): file is VocabularyFile<K> {
  return file.type === 'vocabulary' && file.kind === kind;
}

export class Content {
  readonly files: readonly ContentFile[];
  /** The folder's name in messages: `content`. */
  readonly root: string;
  /** The secrets that were found, allowed ones included; undefined if the files were not searched. */
  readonly secrets: SecretsByPath | undefined;
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
   * @param root the folder's name in messages
   */
  constructor(files: readonly FileInput[], root: string, secrets?: SecretsByPath) {
    this.root = root;
    this.secrets = secrets;
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
    const redirects = this.files.flatMap((file) => (file.type === 'redirects' ? file.items : []));
    this.redirects = new Redirects(redirects.flatMap(({ from, to }) => (from && to ? [{ from, to }] : [])));
  }

  get documents(): DocumentFile[] {
    return this.files.filter((file) => file.type === 'document');
  }

  listDocuments<K extends DocumentKind>(kind: K): DocumentFile<K>[] {
    return this.files.filter((file) => isDocumentOf(file, kind));
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

  /** Returns whether a word is in the project's dictionary or names an entry of a vocabulary. */
  isKnownWord(word: string): boolean {
    this.#words ??= collectKnownWords(this.files.find((file) => file.type === 'dictionary')?.words ?? [], [
      ...this.#vocabularies.values(),
    ]);
    return this.#words.has(word.toLowerCase());
  }

  /** Returns whether a document of this kind names `ref` in one of these fields. */
  isReferencedIn(ref: Ref, kind: DocumentKind, fields: readonly string[]): boolean {
    return this.listDocuments(kind).some((file) => file.namesInFields(ref, fields));
  }

  /** Returns whether there is a file at this path, which includes the content folder's name. */
  hasFile(path: string): boolean {
    return this.#paths.has(path);
  }

  has({ kind, id }: Ref): boolean {
    if (kind !== 'procedure') return this.#documents.has(`${kind}:${id}`) || this.#items.has(`${kind}:${id}`);
    const [note = '', procedure = ''] = splitProcedureId(id) ?? [];
    return this.findDocument('note', note)?.outline.procedures.includes(procedure) ?? false;
  }

  /** Finds a procedure by its full id: `note-id#procedure-id`. */
  findProcedure(id: string): Procedure | undefined {
    const [note = '', procedure = ''] = splitProcedureId(id) ?? [];
    return this.findDocument('note', note)?.body.procedures.find((candidate) => candidate.id === procedure);
  }

  /** Returns all ids of a kind, including those of broken files. */
  listIds(kind: Kind): string[] {
    if (kind === 'procedure') {
      return this.listDocuments('note').flatMap(({ id, outline }) =>
        outline.procedures.map((procedure) => `${id}#${procedure}`),
      );
    }
    const prefix = `${kind}:`;
    return [...this.#documents.keys(), ...this.#items.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }
}

/** Returns the ids of the note and of the procedure in it. */
function splitProcedureId(id: string): readonly [note: string, procedure: string] | undefined {
  const at = id.indexOf('#');
  return at < 0 ? undefined : [id.slice(0, at), id.slice(at + 1)];
}

/** Returns the files in the form from which the same content can be created again. */
export function toFileInputs({ files, root }: Content): FileInput[] {
  return files.map((file) => {
    const path = file.path.slice(root.length + 1);
    if (file.type === 'stray') return { path };
    if (file.type === 'picture') return createPictureInput(file, path);
    if (file.type === 'unreadable') return { path, readError: file.readError ?? '' };
    return { path, text: file.text, secrets: file.secrets };
  });
}

function createPictureInput({ picture, secrets }: OtherFile, path: string): FileInput {
  return picture ? { path, picture, secrets } : { path };
}

/** Creates a file of the type that its path determines. */
export function createContentFile(
  { path: inside, text, readError, secrets = [], picture }: FileInput,
  root: string,
): ContentFile {
  const path = `${root}/${inside}`;
  if (readError !== undefined) return { type: 'unreadable', path, text: '', secrets: [], readError };
  const stray: OtherFile = { type: 'stray', path, text: '', secrets: [] };
  if (isHiddenFile(inside) || isTemporaryFile(inside)) return stray;
  const textFile = text === undefined ? undefined : createTextFile(inside, { path, text, secrets });
  return textFile ?? (PICTURE_PATTERN.test(inside) ? { ...stray, type: 'picture', secrets, picture } : stray);
}

/** @param inside the path below the content folder */
function createTextFile(inside: string, file: FileText): ContentFile | undefined {
  if (inside === SITE_FILE) return new SiteFile(file);
  if (inside === REDIRECTS_FILE) return new RedirectsFile(file);
  if (inside === ALLOWED_SECRETS_FILE) return new AllowedSecretsFile(file);
  if (inside === DICTIONARY_FILE) return new DictionaryFile(file);
  for (const kind of Object.keys(VOCABULARY_FILES) as VocabularyKind[]) {
    if (inside === VOCABULARY_FILES[kind]) return new VocabularyFile(kind, file);
  }
  const [folder, name = '', ...deeper] = inside.split('/');
  const kind = (Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]).find(
    (candidate) => DOCUMENT_FOLDERS[candidate] === folder,
  );
  const isDocument = kind !== undefined && deeper.length === 0 && /.\.mdx$/.test(name);
  return isDocument ? new DocumentFile(kind, name.slice(0, -'.mdx'.length), file) : undefined;
}
