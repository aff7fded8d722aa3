/**
 * Keeps the results of the check, so that the next check of the same content folder only parses what changed. The result
 * of a file is used again if its text and the settings are the same, and if every question that its rules asked about
 * the rest of the content has the same answer.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { CheckResult, FileResult } from '../knowledge/check/check-files.ts';
import { type QuestionKey, QuestionLog } from '../knowledge/check/content-view.ts';
import type { Content, ContentFile } from '../knowledge/source/content.ts';
import type { DocumentFacts } from '../knowledge/source/document-facts.ts';
import { type FileInput, getSearchedText } from '../knowledge/source/file-input.ts';
import { findSecrets } from '../knowledge/source/secrets/find-secrets.ts';
import type { FoundSecret, SecretsByPath } from '../knowledge/source/secrets/found-secret.ts';
import { digestAnswer } from './answer-digest.ts';
import { RESULTS_FOLDER } from './cache-folder.ts';
import { hashFolderPath } from './folder-lock.ts';
import { readKeptJson, writeKeptJson } from './kept-json.ts';

/** A question that a file asked, and a digest of the answer. */
type Asked = readonly [key: QuestionKey, answer: string];

interface KeptFile extends CheckResult {
  readonly asked: readonly Asked[];
  readonly facts?: DocumentFacts | undefined;
}

/** The form on the disk. Many files ask the same questions, so that each is written once. */
interface KeptCheck {
  readonly questions: readonly Asked[];
  readonly files: readonly (readonly [key: string, file: KeptForm])[];
  readonly secrets: readonly (readonly [key: string, found: readonly FoundSecret[]])[];
}

interface KeptForm extends Omit<KeptFile, 'asked'> {
  /** Indexes of questions. */
  readonly asked: readonly number[];
}

/** Results of earlier texts stay, up to this many for each file, so that a change can be undone. */
const MAX_KEPT_PER_FILE = 2;

export class CheckCache {
  readonly #path: string;
  readonly #files: Map<string, KeptFile>;
  readonly #secrets: Map<string, readonly FoundSecret[]>;
  readonly #used = new Set<string>();
  #isChanged = false;

  private constructor(path: string, kept: KeptCheck) {
    this.#path = path;
    this.#secrets = new Map(kept.secrets);
    this.#files = new Map(
      kept.files.map(([key, { asked, ...file }]) => [
        key,
        { ...file, asked: asked.flatMap((index) => [kept.questions[index] ?? []] as Asked[]) },
      ]),
    );
  }

  /**
   * @param folder the content folder
   * @param location the folder for the caches of all content folders
   */
  static async open(folder: string, location = join(RESULTS_FOLDER, 'check')): Promise<CheckCache> {
    const path = join(location, `${hashFolderPath(folder)}.json`);
    const kept = (await readKeptJson(path)) as KeptCheck | undefined;
    return new CheckCache(path, kept ?? { questions: [], files: [], secrets: [] });
  }

  /** Does what `findSecrets` does, and searches only the files that are new. */
  readonly findSecrets = async (files: readonly FileInput[]): Promise<SecretsByPath> => {
    const keys = files.map((file) => hash('sha256', `${file.path}\0${getSearchedText(file)}`));
    const unknown = files.filter((_, index) => !this.#secrets.has(keys[index] ?? ''));
    const found = await findSecrets(unknown);
    for (const [index, { path }] of files.entries()) {
      const key = keys[index] ?? '';
      this.#used.add(key);
      if (this.#secrets.has(key)) continue;
      this.#secrets.set(key, found.get(path) ?? []);
      this.#isChanged = true;
    }
    return new Map(
      files.flatMap(({ path }, index) => {
        const secrets = this.#secrets.get(keys[index] ?? '') ?? [];
        return secrets.length > 0 ? [[path, secrets]] : [];
      }),
    );
  };

  /**
   * Gives the documents of the content the facts that are known.
   *
   * @returns the function that finds the key of a file
   */
  restoreFacts(content: Content): (file: ContentFile) => string {
    const getKey = createFileHash(content);
    for (const file of content.documents) {
      const facts = this.#files.get(getKey(file))?.facts;
      if (facts) file.restore(facts);
    }
    return getKey;
  }

  /**
   * Finds the results that are still right, and gives the documents of the content the facts that are known.
   *
   * @returns them by path
   */
  findResults(
    content: Content,
    files: readonly ContentFile[],
    today: string,
  ): ReadonlyMap<string, CheckResult> {
    const getKey = this.restoreFacts(content);
    const log = new QuestionLog(content, today);
    const known = new Map<Asked, boolean>();
    const isSame = (asked: Asked) => {
      const [key, answer] = asked;
      const before = known.get(asked);
      if (before !== undefined) return before;
      const same = digestAnswer(log.answer(key)) === answer;
      known.set(asked, same);
      return same;
    };
    return new Map(
      files.flatMap((file) => {
        const key = getKey(file);
        const kept = this.#files.get(key);
        if (!kept?.asked.every(isSame)) return [];
        this.#used.add(key);
        return [[file.path, kept]];
      }),
    );
  }

  /**
   * @param results by path
   * @param answers digests of the answers to all questions that the files asked
   */
  keep(
    content: Content,
    files: readonly ContentFile[],
    results: ReadonlyMap<string, FileResult>,
    answers: ReadonlyMap<QuestionKey, string>,
  ): void {
    const getKey = createFileHash(content);
    for (const file of files) {
      const result = results.get(file.path);
      if (!result) continue;
      const { problems, postmortems, facts, asked } = result;
      const key = getKey(file);
      const pairs = asked.map((question): Asked => [question, answers.get(question) ?? '']);
      this.#files.set(key, { problems, postmortems, facts, asked: pairs });
      this.#used.add(key);
      this.#isChanged = true;
    }
  }

  /** Writes what changed. If the cache cannot be written, the next check takes longer. */
  async save({ files }: Content): Promise<void> {
    if (!this.#isChanged) return;
    for (const kept of [this.#files, this.#secrets]) {
      if (kept.size <= files.length * MAX_KEPT_PER_FILE) continue;
      for (const key of kept.keys()) if (!this.#used.has(key)) kept.delete(key);
    }
    this.#isChanged = false;
    await writeKeptJson(this.#path, this.#serialize());
  }

  #serialize(): KeptCheck {
    const indexes = new Map<string, number>();
    const questions: Asked[] = [];
    const toIndex = (asked: Asked) => {
      const text = asked.join('\n');
      const known = indexes.get(text);
      if (known !== undefined) return known;
      indexes.set(text, questions.length);
      return questions.push(asked) - 1;
    };
    const files = [...this.#files].map(
      ([key, { asked, ...file }]) => [key, { ...file, asked: asked.map(toIndex) }] as const,
    );
    return { questions, files, secrets: [...this.#secrets] };
  }
}

/** Returns a function that hashes everything that the problems of a file depend on, other than questions. */
function createFileHash(content: Content): (file: ContentFile) => string {
  const { address, rules } = content.site?.validated.data ?? {};
  const settings = JSON.stringify([content.root, address, rules]);
  return (file) => {
    const { type, path, text, secrets } = file;
    // A file without text has no other fields than data. `readError` and `picture` are absent in most of them.
    const all = type === 'picture' || type === 'unreadable' || type === 'stray' ? file : {};
    return hash('sha256', JSON.stringify([settings, type, path, text, secrets, all]));
  };
}
