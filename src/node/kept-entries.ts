/** Keeps the entries of documents and the HTML of their bodies, so that nothing that did not change is parsed again. */
import { hash } from 'node:crypto';
import { createVocabularyEntries, listDocuments } from '../knowledge/graph/entries.ts';
import { type EntrySurroundings, viewSurroundings } from '../knowledge/graph/entry-surroundings.ts';
import type { Knowledge } from '../knowledge/graph/knowledge.ts';
import type { RenderedEntry } from '../knowledge/graph/render-entries.ts';
import {
  createValidDocumentEntries,
  createValidKnowledge,
} from '../knowledge/graph/valid/valid-knowledge.ts';
import type { Ref } from '../knowledge/schema/kinds.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import type { Content } from '../knowledge/source/content.ts';
import type { DocumentFile } from '../knowledge/source/document-file.ts';
import { getAudience } from './audience.ts';
import { readCodeVersion } from './code-version.ts';
import { markUsed, openKeptFolder, readKept, removeUnused, writeKept } from './kept-results.ts';

/**
 * Does what `renderEntries` does. An entry that was kept is used again if its file has the same text, and if everything
 * that it asked about other files has the same answer.
 *
 * @param folder the content folder
 * @param base the prefix of the site
 */
export async function renderKeptEntries(
  content: Content,
  folder: string,
  base: string,
  results?: string,
): Promise<RenderedEntry[]> {
  // Only here: commands that render nothing start without the languages of the highlighter.
  const { renderDocument } = await import('../knowledge/graph/render-entries.ts');
  const started = Date.now();
  const code = readCodeVersion();
  const kept = await openKeptFolder('entries', { code, folder, base, audience: getAudience() }, results);
  const surroundings = new AskedSurroundings(viewSurroundings(content));
  const addresses = createAddresses(base);
  const rendered = listDocuments(content).flatMap((file): readonly RenderedEntry[] =>
    reuse(kept, file, surroundings, () => renderDocument(file, surroundings, addresses)),
  );
  await removeUnused(kept, started);
  return [...rendered, ...createVocabularyEntries(content).map((entry) => ({ entry }))];
}

/**
 * Does what `createValidKnowledge` does, and parses only the documents that changed.
 *
 * @param folder the content folder
 */
export async function createKeptKnowledge(
  content: Content,
  folder: string,
  results?: string,
): Promise<Knowledge> {
  const started = Date.now();
  const kept = await openKeptFolder('valid-entries', { code: readCodeVersion(), folder }, results);
  const surroundings = new AskedSurroundings(viewSurroundings(content));
  const knowledge = createValidKnowledge(content, (file) =>
    reuse(kept, file, surroundings, () => createValidDocumentEntries(file, surroundings.findTitle)),
  );
  await removeUnused(kept, started);
  return knowledge;
}

/**
 * Returns what was kept of a document with the same text and the same answers, or creates and keeps it.
 *
 * @param create returns values that JSON can write
 */
function reuse<Item>(
  kept: string,
  file: DocumentFile,
  surroundings: AskedSurroundings,
  create: () => readonly Item[],
): readonly Item[] {
  const name = hash('sha256', JSON.stringify([file.path, file.text]));
  const found = readKept(kept, name);
  if (found && surroundings.digestAnswers(found.asked) === found.answers) {
    markUsed(kept, name);
    return JSON.parse(new TextDecoder().decode(found.body));
  }
  const items = create();
  file.release();
  const asked = surroundings.takeAsked();
  const body = new TextEncoder().encode(JSON.stringify(items));
  writeKept(kept, name, { asked, answers: surroundings.digestAnswers(asked), body });
  return items;
}

const ORGANIZATIONS = 'organizations';
const READ_DO = 'read-do';

/** Records what is asked. */
class AskedSurroundings implements EntrySurroundings {
  readonly #original: EntrySurroundings;
  readonly #answers = new Map<string, string>();
  #asked = new Set<string>();

  constructor(original: EntrySurroundings) {
    this.#original = original;
  }

  readonly findTitle = (ref: Ref) => {
    this.#record(ref);
    return this.#original.findTitle(ref);
  };

  has(ref: Ref) {
    this.#record(ref);
    return this.#original.has(ref);
  }

  isReadDo(activity: string) {
    this.#asked.add(JSON.stringify([READ_DO, activity]));
    return this.#original.isReadDo(activity);
  }

  listOrganizations() {
    this.#asked.add(ORGANIZATIONS);
    return this.#original.listOrganizations();
  }

  #record({ kind, id }: Ref): void {
    this.#asked.add(JSON.stringify([kind, id]));
  }

  /** Returns the questions since the last call. */
  takeAsked(): string[] {
    const asked = [...this.#asked];
    this.#asked = new Set();
    return asked;
  }

  digestAnswers(asked: readonly string[]): string {
    return hash('sha256', JSON.stringify(asked.map((key) => this.#answer(key))));
  }

  #answer(key: string): string {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = JSON.stringify(this.#findAnswer(key));
    this.#answers.set(key, answer);
    return answer;
  }

  #findAnswer(key: string): unknown {
    if (key === ORGANIZATIONS) return this.#original.listOrganizations();
    const [kind, id] = JSON.parse(key) as [Ref['kind'] | typeof READ_DO, string];
    if (kind === READ_DO) return this.#original.isReadDo(id);
    return [this.#original.findTitle({ kind, id }) ?? null, this.#original.has({ kind, id })];
  }
}
