/** A change to several files at once, gathered first and made together: all of it or nothing. */

import { applyEdits } from '../check/fix.ts';
import type { Content, ContentFile, FileInput } from '../source/content.ts';
import type { Edit, Span } from '../source/problem.ts';

export interface RevisedFile {
  /** Its path below the content folder. */
  readonly path: string;
  /** Where it lies from now on, where that changes. */
  readonly movedTo?: string | undefined;
  readonly text: string;
  /** In how many places its text changes. */
  readonly editCount: number;
}

/** Why something cannot be done, as a sentence for whoever asked. */
export class RevisionError extends Error {
  override name = 'Refusal';
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

  /** @param inside the new path below the content folder */
  move(file: ContentFile, inside: string): void {
    this.#moves.set(file.path, inside);
  }

  /** @param inside the path below the content folder */
  create(inside: string, text: string): void {
    this.#created.set(inside, text);
  }

  /** The files that are not as they were, in the order of their paths. */
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

/** The files of a folder as they are after a revision. */
export function applyRevision(sources: readonly FileInput[], revised: readonly RevisedFile[]): FileInput[] {
  const byPath = new Map(revised.map((file) => [file.path, file]));
  const kept = sources.map((source) => {
    const change = byPath.get(source.path);
    byPath.delete(source.path);
    return change ? { path: change.movedTo ?? change.path, text: change.text } : source;
  });
  return [...kept, ...[...byPath.values()].map(({ path, text }) => ({ path, text }))];
}
