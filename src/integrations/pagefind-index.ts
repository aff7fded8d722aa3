/** Builds Pagefind's index of the search documents, for the built site and for `npm run dev`. */
import { gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import {
  collectDocumentWords,
  createLexicon,
  type DocumentWords,
} from '../knowledge/search/create-lexicon.ts';
import { createPagefindPage } from '../knowledge/search/pagefind-page.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { encodeLexicon, LEXICON_FILE } from '../knowledge/search/search-lexicon.ts';
import { digestData } from '../node/data-digest.ts';
import { readKeptValue, writeKeptValue } from '../node/kept-results.ts';
import { createErrorHints } from '../node/search/error-signature-files.ts';
import { createTableFiles } from '../node/search/query-table-files.ts';
import { DOCUMENTS_PART, encodeStartFile, START_FILE } from '../search/start-file.ts';
import { type DocumentIndex, divideIndex } from './document-index.ts';
import { joinIndexes } from './join-indexes.ts';
import type { IndexFiles } from './pagefind-files.ts';

const encoder = new TextEncoder();

/** The part of an index, and of the lexicon, that is about one document. */
interface KeptDocument {
  readonly index: DocumentIndex;
  readonly words: DocumentWords;
}

/**
 * @param kept a folder with what earlier calls found out about documents, from `openKeptFolder`. Only the others are read
 * @throws with the message of Pagefind if it rejects a document
 */
export async function buildIndex(documents: readonly SearchDocument[], kept?: string): Promise<IndexFiles> {
  const names = documents.map(digestData);
  const found = names.map((name) =>
    kept === undefined ? undefined : readKeptValue<KeptDocument>(kept, name),
  );
  const missing = documents.filter((_, at) => !found[at]);
  // Pagefind's own files come with an index of at least one document.
  const files = await runPagefind(missing.length > 0 ? missing : documents.slice(0, 1));
  const created = missing.length > 0 ? divideIndex(files) : [];
  const all = documents.map((document, at): KeptDocument => {
    const known = found[at];
    if (known) return known;
    const index = created.shift();
    if (!index) throw new Error('Pagefind’s index lacks a document');
    const own = { index, words: collectDocumentWords(document) };
    if (kept !== undefined) writeKeptValue(kept, names[at] ?? '', own);
    return own;
  });
  const lexicon = createLexicon(
    documents,
    all.map(({ words }) => words),
  );
  const tables = await createTables(kept);
  const lexiconText = encodeLexicon(lexicon, tables.errorHints);
  const indexFiles = new Map([
    // Without documents, there are no words and no filters.
    ...(documents.length > 0
      ? joinIndexes(
          all.map(({ index }) => index),
          files,
        )
      : files),
    ...[[LEXICON_FILE, lexiconText] as const, ...tables.files].map(
      ([path, text]) => [path, encoder.encode(text)] as const,
    ),
  ]);
  return indexFiles.set(START_FILE, createStartFile(documents, indexFiles));
}

interface Tables {
  readonly errorHints: string;
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** They depend on our code only. */
async function createTables(kept: string | undefined): Promise<Tables> {
  const known = kept === undefined ? undefined : readKeptValue<Tables>(kept, 'tables');
  if (known) return known;
  const tables = { errorHints: await createErrorHints(), files: [...(await createTableFiles())] };
  if (kept !== undefined) writeKeptValue(kept, 'tables', tables);
  return tables;
}

async function runPagefind(documents: readonly SearchDocument[]): Promise<IndexFiles> {
  const index = await openIndex();
  try {
    // Pagefind numbers the documents in the order in which they arrive.
    const responses = await Promise.all(
      documents.map((document) => index.addHTMLFile(createPagefindPage(document))),
    );
    const { errors, files } = await index.getFiles();
    throwOnErrors([...responses.flatMap((response) => response.errors), ...errors]);
    return new Map(files.map(({ path, content }) => [path, content] as const));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/**
 * The greatest length of the compressed documents for which a search loads them all. For more, the start of Pagefind
 * and the parts of its index for one question are shorter.
 */
const MAX_DOCUMENTS_LENGTH = 120_000;

function createStartFile(documents: readonly SearchDocument[], files: IndexFiles): Uint8Array {
  const compress = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 });
  const lexicon = [LEXICON_FILE, compress(files.get(LEXICON_FILE) ?? new Uint8Array())] as const;
  const text = compress(encoder.encode(JSON.stringify(documents)));
  if (text.length <= MAX_DOCUMENTS_LENGTH) return encodeStartFile(new Map([lexicon, [DOCUMENTS_PART, text]]));
  const starting = [...files].filter(([path]) => STARTING_FILES.test(path));
  return encodeStartFile(
    new Map([
      lexicon,
      ...starting.map(([path, bytes]) => [path, isCompressed(path) ? bytes : compress(bytes)] as const),
    ]),
  );
}

/** What Pagefind loads before its first search. */
const STARTING_FILES = /^(?:pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.en\.pagefind)$/;

function isCompressed(path: string): boolean {
  return !path.endsWith('.json');
}

async function openIndex(): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({ forceLanguage: 'en' });
  throwOnErrors(errors);
  if (!index) throw new Error('Pagefind returned no index');
  return index;
}

function throwOnErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not build the index: ${errors.join('; ')}`);
}
