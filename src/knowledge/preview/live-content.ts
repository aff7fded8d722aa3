/**
 * The content while it is being written, for `npm run dev`: everything that can be shown despite its errors. A file
 * is checked again if its own text changed. All files are if something changed that other files depend on: a title,
 * a heading, a vocabulary, or which files exist.
 */

import type { CheckContext } from '../check/rules/rule.ts';
import { createProblemFinder } from '../check/run-rules.ts';
import { findTitle, listDocuments } from '../graph/entries.ts';
import { viewSurroundings } from '../graph/entry-surroundings.ts';
import { type RenderedEntry, renderDocument } from '../graph/render-entries.ts';
import { extractValidDocument } from '../graph/valid/valid-document.ts';
import { extractValidVocabulary } from '../graph/valid/valid-vocabulary.ts';
import type { Addresses } from '../source/addresses.ts';
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';

export interface LiveResult {
  readonly entries: readonly RenderedEntry[];
  /** The problems of the files that were checked this time. */
  readonly problems: readonly Problem[];
  readonly checkedCount: number;
}

interface CheckedFile {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly entries: readonly RenderedEntry[];
  /** A summary of everything that other files depend on. */
  readonly fingerprint: string;
}

export class LiveContent {
  readonly #addresses: Addresses;
  #checkedFiles: ReadonlyMap<string, CheckedFile> = new Map();
  #surroundings = '';

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  /** Checks and renders the files that changed since the last call. */
  update(content: Content, context: CheckContext): LiveResult {
    const findProblems = createProblemFinder(content, context);
    const checkFile = (file: DocumentFile) => this.#checkFile(file, content, findProblems(file));
    const surroundings = serializeSurroundings(content);
    const before: ReadonlyMap<string, CheckedFile> =
      this.#surroundings === surroundings ? this.#checkedFiles : new Map();
    const documents = listDocuments(content);
    const changed = documents.filter(({ path, text }) => before.get(path)?.text !== text);
    let checked = new Map(changed.map((file) => [file.path, checkFile(file)]));
    const isSeenByOthers = changed.some(
      ({ path }) => before.get(path)?.fingerprint !== checked.get(path)?.fingerprint,
    );
    if (isSeenByOthers && changed.length < documents.length)
      checked = new Map(documents.map((file) => [file.path, checkFile(file)]));
    this.#surroundings = surroundings;
    this.#checkedFiles = new Map([...before, ...checked]);
    const others = content.files.filter(({ type }) => type !== 'document');
    const otherProblems = others.flatMap(findProblems);
    return {
      entries: [
        ...documents.flatMap(({ path }) => this.#checkedFiles.get(path)?.entries ?? []),
        ...extractValidVocabulary(content, otherProblems).map((entry) => ({ entry })),
      ],
      problems: [...otherProblems, ...[...checked.values()].flatMap(({ problems }) => problems)],
      checkedCount: checked.size + others.length,
    };
  }

  #checkFile(file: DocumentFile, content: Content, problems: readonly Problem[]): CheckedFile {
    const shown = extractValidDocument(file, problems);
    const entries = renderDocument(shown, viewSurroundings(content), this.#addresses, { lines: true });
    const { procedures, headings } = shown.body;
    const fingerprint = JSON.stringify([
      findTitle(content, file),
      procedures.map(({ id, title }) => [id, title]),
      headings.map(({ slug }) => slug),
    ]);
    file.release();
    return { text: file.text, problems, entries, fingerprint };
  }
}

/** Returns everything that is in no document, and the names of the documents. */
function serializeSurroundings({ files }: Content): string {
  return JSON.stringify(files.map(({ path, type, text }) => (type === 'document' ? [path] : [path, text])));
}
