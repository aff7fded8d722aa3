/**
 * The content while it is being written, for `npm run dev`: what of it can be shown, whatever is wrong with it.
 * A file is judged again where its own text changed; all of them are where something changed that others see
 * of it: that it is there, a title, a heading, a vocabulary.
 */

import { runRules } from '../check/run-rules.ts';
import { createEntriesFromFile, type Entry, findTitle } from '../graph/entries.ts';
import { createLinkResolver } from '../graph/link-resolver.ts';
import { renderBody } from '../graph/render-body.ts';
import type { Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import { type Content, recreateFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import { toRenderable } from './renderable.ts';
import { extractValidVocabulary } from './valid-vocabulary.ts';

/** An entry, and the body of its page where it has one. */
export interface RenderedEntry {
  readonly entry: Entry;
  readonly html?: string;
}

export interface LiveResult {
  readonly entries: readonly RenderedEntry[];
  /** What is wrong with the files that were judged this time. */
  readonly problems: readonly Problem[];
  readonly checkedCount: number;
}

interface CheckedFile {
  readonly text: string;
  readonly entries: readonly RenderedEntry[];
  /** What other files see of it. */
  readonly fingerprint: string;
}

export class LiveContent {
  readonly #addresses: Addresses;
  #checkedFiles = new Map<string, CheckedFile>();
  #surroundings = '';

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  /** @param content as it is now */
  update(content: Content): LiveResult {
    const surroundings = serializeSurroundings(content);
    const before = this.#surroundings === surroundings ? this.#checkedFiles : new Map<string, CheckedFile>();
    const { documents } = content;
    const changed = documents.filter(({ path, text }) => before.get(path)?.text !== text);
    let problems = this.#checkFiles(changed, content, before);
    const isSeen = changed.some(
      ({ path }) => before.get(path)?.fingerprint !== this.#checkedFiles.get(path)?.fingerprint,
    );
    const all = isSeen && changed.length < documents.length;
    if (all) problems = this.#checkFiles(documents, content, before);
    this.#surroundings = surroundings;
    const others = content.files.filter(({ type }) => type !== 'document');
    const besides = runRules(content, { files: others });
    return {
      entries: [
        ...documents.flatMap(({ path }) => this.#checkedFiles.get(path)?.entries ?? []),
        ...extractValidVocabulary(content, besides).map((entry) => ({ entry })),
      ],
      problems: [...besides, ...problems],
      checkedCount: (all ? documents : changed).length + others.length,
    };
  }

  #checkFiles(
    files: readonly DocumentFile[],
    content: Content,
    before: ReadonlyMap<string, CheckedFile>,
  ): Problem[] {
    this.#checkedFiles = new Map(before);
    return files.flatMap((file) => {
      // A copy, so that its trees are let go: those of a thousand files take a gigabyte.
      const copy = recreateFile(file, content) as DocumentFile;
      const problems = runRules(content, { files: [copy] }).filter(({ path }) => path === file.path);
      this.#checkedFiles.set(file.path, this.#renderFile(copy, content, problems));
      return problems;
    });
  }

  #renderFile(file: DocumentFile, content: Content, problems: readonly Problem[]): CheckedFile {
    const shown = toRenderable(file, problems);
    const titleOf = (ref: Ref) => findTitle(content, ref) ?? (content.has(ref) ? ref.id : undefined);
    const html = renderBody(shown, createLinkResolver(shown, this.#addresses, titleOf), { lines: true });
    const [own, ...procedures] = createEntriesFromFile(shown, content);
    const entries = [...(own ? [{ entry: own, html }] : []), ...procedures.map((entry) => ({ entry }))];
    const ids = procedures.map(({ id, data }) => [id, 'title' in data ? data.title : '']);
    const slugs = shown.body.headings.map(({ slug }) => slug);
    const face = JSON.stringify([findTitle(content, file), ids, slugs]);
    return { text: file.text, entries, fingerprint: face };
  }
}

/** Everything that is no document, and which documents there are. */
function serializeSurroundings({ files }: Content): string {
  return JSON.stringify(files.map(({ path, type, text }) => (type === 'document' ? [path] : [path, text])));
}
