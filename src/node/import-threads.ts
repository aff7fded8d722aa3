/** Shares the work of a long import among threads. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { DraftKind } from '../knowledge/import/draft-kind.ts';
import type { DraftResult, ImportWork } from '../knowledge/import/import-work.ts';
import { PackedDocument, packDocument } from '../knowledge/import/packed-document.ts';
import type { Fact, SourceDocument } from '../knowledge/import/source-document.ts';
import { type Content, type ContentFile, toFileInputs } from '../knowledge/source/content.ts';
import type { FileInput } from '../knowledge/source/file-input.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import type { FoundSecret, SecretsByPath } from '../knowledge/source/secrets/found-secret.ts';
import type { ImportFile } from './import-sources.ts';
import type { ImportedFile, ReadOptions, UnimportedFile } from './read-import-file.ts';
import { ThreadPool } from './thread-pool.ts';

/** The data that each thread gets, and the content of the folder. */
export interface ImportSettings extends ReadOptions, ContentCopy {
  readonly kind: DraftKind;
  readonly defaults: readonly Fact[];
}

/** From it, a thread creates the same content. */
export interface ContentCopy {
  readonly root: string;
  readonly files: readonly FileInput[];
  readonly secrets?: SecretsByPath | undefined;
}

/** A thread takes as long to start as to import this many bytes. An archive has more in it. */
const MIN_BYTES_PER_THREAD = 200_000;
/** Each thread needs half a gigabyte. */
const MAX_THREADS = 2;
/** The search for secrets sets up its rules for each call. */
const SEARCHED_FILES = 25;

/** @returns how many threads to share the import of these files among; less than two if one is as fast */
export async function countImportThreads(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return Math.min(availableParallelism(), MAX_THREADS, Math.floor(bytes / MIN_BYTES_PER_THREAD));
}

export class ImportThreads implements ImportWork {
  readonly #pool: ThreadPool;

  constructor(settings: ImportSettings, count: number) {
    this.#pool = new ThreadPool(new URL('./import-worker.ts', import.meta.url), count, settings);
  }

  async read(files: AsyncIterable<ImportFile>): Promise<readonly (ImportedFile | UnimportedFile)[]> {
    const read = await this.#pool.map<ImportFile, ImportedFile | UnimportedFile>('read', files);
    return read.map((file) =>
      'why' in file
        ? file
        : { ...file, documents: file.documents.map((document) => new PackedDocument(document)) },
    );
  }

  draft(sources: readonly SourceDocument[], onDone: () => void): Promise<readonly DraftResult[]> {
    return this.#pool.map<SourceDocument, DraftResult>('draft', sources.values().map(packDocument), onDone);
  }

  async findSecrets(files: readonly FileInput[], onDone: (count: number) => void): Promise<SecretsByPath> {
    const batches = Array.from({ length: Math.ceil(files.length / SEARCHED_FILES) }, (_, number) =>
      files.slice(number * SEARCHED_FILES, (number + 1) * SEARCHED_FILES),
    );
    const found = await this.#pool.map<readonly FileInput[], SecretsByPath>(
      'findSecrets',
      batches,
      (_, { length }) => onDone(length),
    );
    return new Map<string, readonly FoundSecret[]>(found.flatMap((secrets) => [...secrets]));
  }

  async check(
    content: Content,
    files: readonly ContentFile[],
    onDone: () => void,
  ): Promise<readonly (readonly Problem[])[]> {
    const { root, secrets } = content;
    const copy: ContentCopy = { root, files: toFileInputs(content), secrets };
    await this.#pool.runInAll('setContent', copy);
    const paths = files.map(({ path }) => path);
    return this.#pool.map<string, readonly Problem[]>('check', paths, onDone);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
