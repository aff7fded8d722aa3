/** A change to several files: collected first, then made as a whole. */

import { applyEdits } from '../check/fix.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { FileInput } from '../source/file-input.ts';
import type { Edit, Span } from '../source/problem.ts';

export interface RevisedFile {
  /** Its path in the content folder. */
  readonly path: string;
  /** Its new path, if that changes. */
  readonly movedTo?: string | undefined;
  readonly text: string;
  /** The number of changes to its text. */
  readonly editCount: number;
}

/** Its message is a sentence for the person who asked for the change. */
export class RevisionError extends Error {
  override name = 'RevisionError';
}

export class Revision {
  readonly #content: Content;
  readonly #edits = new Map<string, Edit[]>();
  readonly #moves = new Map<string, string>();
  readonly #created = new Map<string, string>();

  constructor(content: Content) {
    this.#content = content;
  }

  edit(file: ContentFile, span: Span, text: string): void {
    const edits = this.#edits.get(file.path);
    if (edits) edits.push({ span, text });
    else this.#edits.set(file.path, [{ span, text }]);
  }

  /** @param path the new path in the content folder */
  move(file: ContentFile, path: string): void {
    this.#moves.set(file.path, path);
  }

  /** @param path in the content folder */
  create(path: string, text: string): void {
    this.#created.set(path, text);
  }

  /** The changed and created files, sorted by path. */
  get files(): RevisedFile[] {
    const changed = this.#content.files.flatMap((file): RevisedFile[] => {
      const edits = this.#edits.get(file.path) ?? [];
      const movedTo = this.#moves.get(file.path);
      if (edits.length === 0 && movedTo === undefined) return [];
      const path = file.path.slice(this.#content.root.length + 1);
      return [{ path, movedTo, text: applyEdits(file.text, edits), editCount: edits.length }];
    });
    const created = [...this.#created].map(([path, text]) => ({ path, text, editCount: 1 }));
    return [...changed, ...created].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** Returns the files of a folder after a revision. */
export function applyRevision(sources: readonly FileInput[], revised: readonly RevisedFile[]): FileInput[] {
  const byPath = new Map(revised.map((file) => [file.path, file]));
  const present = sources.map((source) => {
    const change = byPath.get(source.path);
    byPath.delete(source.path);
    return change ? { path: change.movedTo ?? change.path, text: change.text } : source;
  });
  return [...present, ...[...byPath.values()].map(({ path, text }) => ({ path, text }))];
}
