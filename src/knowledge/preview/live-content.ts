/**
 * The content while it is being written, for `npm run dev`: what of it can be shown, whatever is wrong with it.
 * A file is judged again where its own text changed; all of them are where something changed that others see
 * of it: that it is there, a title, a heading, a vocabulary.
 */

import { check } from '../check/check.ts';
import { type Entry, entriesIn, titleIn } from '../graph/entries.ts';
import { createLinks } from '../graph/links.ts';
import { renderBody } from '../graph/render.ts';
import type { Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import { type Content, copyOf } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import { presentable } from './presentable.ts';
import { soundVocabulary } from './sound-vocabulary.ts';

/** An entry, and the body of its page where it has one. */
export interface ShownEntry {
  readonly entry: Entry;
  readonly html?: string;
}

export interface Shown {
  readonly entries: readonly ShownEntry[];
  /** What is wrong with the files that were judged this time. */
  readonly problems: readonly Problem[];
  readonly judged: number;
}

interface JudgedFile {
  readonly text: string;
  readonly entries: readonly ShownEntry[];
  /** What other files see of it. */
  readonly face: string;
}

export class LiveContent {
  readonly #addresses: Addresses;
  #judged = new Map<string, JudgedFile>();
  #surroundings = '';

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  /** @param content as it is now */
  show(content: Content): Shown {
    const surroundings = surroundingsOf(content);
    const before = this.#surroundings === surroundings ? this.#judged : new Map<string, JudgedFile>();
    const { documents } = content;
    const changed = documents.filter(({ path, text }) => before.get(path)?.text !== text);
    let problems = this.#judge(changed, content, before);
    const isSeen = changed.some(({ path }) => before.get(path)?.face !== this.#judged.get(path)?.face);
    const all = isSeen && changed.length < documents.length;
    if (all) problems = this.#judge(documents, content, before);
    this.#surroundings = surroundings;
    const others = content.files.filter(({ type }) => type !== 'document');
    const besides = check(content, { files: others });
    return {
      entries: [
        ...documents.flatMap(({ path }) => this.#judged.get(path)?.entries ?? []),
        ...soundVocabulary(content, besides).map((entry) => ({ entry })),
      ],
      problems: [...besides, ...problems],
      judged: (all ? documents : changed).length + others.length,
    };
  }

  #judge(
    files: readonly DocumentFile[],
    content: Content,
    before: ReadonlyMap<string, JudgedFile>,
  ): Problem[] {
    this.#judged = new Map(before);
    return files.flatMap((file) => {
      // A copy, so that its trees are let go: those of a thousand files take a gigabyte.
      const copy = copyOf(file, content) as DocumentFile;
      const problems = check(content, { files: [copy] }).filter(({ path }) => path === file.path);
      this.#judged.set(file.path, this.#show(copy, content, problems));
      return problems;
    });
  }

  #show(file: DocumentFile, content: Content, problems: readonly Problem[]): JudgedFile {
    const shown = presentable(file, problems);
    const titleOf = (ref: Ref) => titleIn(content, ref) ?? (content.has(ref) ? ref.id : undefined);
    const html = renderBody(shown, createLinks(shown, this.#addresses, titleOf), { lines: true });
    const [own, ...procedures] = entriesIn(shown, content);
    const entries = [...(own ? [{ entry: own, html }] : []), ...procedures.map((entry) => ({ entry }))];
    const ids = procedures.map(({ id, data }) => [id, 'title' in data ? data.title : '']);
    const slugs = shown.body.headings.map(({ slug }) => slug);
    const face = JSON.stringify([titleIn(content, file), ids, slugs]);
    return { text: file.text, entries, face };
  }
}

/** Everything that is no document, and which documents there are. */
function surroundingsOf({ files }: Content): string {
  return JSON.stringify(files.map(({ path, type, text }) => (type === 'document' ? [path] : [path, text])));
}
