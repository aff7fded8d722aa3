/** Downloads the files of the newest version in the background, part by part, and checks those that are kept. */
import { toKey } from './file-store.ts';
import type { KeepMessage } from './messages.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { hashBytes, listFiles, type OfflineFile, type OfflineFileList } from './offline-files.ts';
import type { DownloadProblem, KeptState } from './wording.ts';

/** Files for each message of a page. A browser stops a service worker that works too long for one message. */
const PART_SIZE = 40;
/** At the same time. */
const MAX_REQUESTS = 4;
/** After so many failures in a row, the next ones are likely to fail too. */
const MAX_FAILURES = 5;
/** Kept files to check with each message. */
const CHECKED_PART = 25;
const CHECKED_PART_OF_ALL = 200;

export class Downloader {
  readonly #copy: OfflineCopy;
  readonly #home: string;
  readonly #waitForPages: () => Promise<void>;
  /** Files that could not be loaded for the page that is open. */
  readonly #failed = new Set<string>();
  /** The reason for the last of them. */
  #problem: DownloadProblem | undefined;
  /** The number of the next file in the check of all files. */
  #nextCheck = 0;
  #running: Promise<KeptState | undefined> | undefined;

  /**
   * @param home the address of the home page
   * @param waitForPages resolves when no page waits for an answer, because the reader comes first
   */
  constructor(copy: OfflineCopy, home: string, waitForPages: () => Promise<void>) {
    this.#copy = copy;
    this.#home = home;
    this.#waitForPages = waitForPages;
  }

  /** Returns undefined if there is no version. Two pages share one download. */
  async keepNext(message: KeepMessage): Promise<KeptState | undefined> {
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = this.#keepPart(message);
    try {
      return await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  async #keepPart({ isFirst, checksAll }: KeepMessage): Promise<KeptState | undefined> {
    const list = await this.#copy.getNewest();
    if (!list) return undefined;
    if (isFirst) {
      this.#failed.clear();
      this.#problem = undefined;
      this.#nextCheck = 0;
    }
    const files = listFiles(list);
    const isChecked = await this.#checkPart(files, checksAll);
    const keys = await this.#copy.store.listKeys();
    const isMissing = (file: OfflineFile) => !keys.has(toKey(file)) && !this.#failed.has(file.hash);
    const missing = files.filter(isMissing);
    const canContinue = (await this.#downloadAll(missing.slice(0, PART_SIZE))) && missing.some(isMissing);
    const hasMore = canContinue || !isChecked;
    return measureState(list, await this.#copy.store.listKeys(), {
      hasMore,
      ...(this.#problem && !hasMore ? { problem: this.#problem } : {}),
    });
  }

  /**
   * Reads some kept files, which forgets them if they are damaged.
   *
   * @returns whether there is nothing more to check
   */
  async #checkPart(files: readonly OfflineFile[], checksAll: boolean): Promise<boolean> {
    const keys = await this.#copy.store.listKeys();
    const kept = files.filter((file) => keys.has(toKey(file)));
    // On most pages a few files anywhere, so that each is checked now and then.
    const start = checksAll ? this.#nextCheck : Math.floor(Math.random() * kept.length);
    const end = start + (checksAll ? CHECKED_PART_OF_ALL : CHECKED_PART);
    for (const file of kept.slice(start, end)) await this.#copy.store.read(file);
    this.#nextCheck = end;
    return !checksAll || end >= kept.length;
  }

  /** Returns whether the next files may do better. */
  async #downloadAll(files: readonly OfflineFile[]): Promise<boolean> {
    const queue = [...files];
    let failures = 0;
    const work = async () => {
      for (let file = queue.shift(); file && failures < MAX_FAILURES; file = queue.shift()) {
        await this.#waitForPages();
        const problem = await this.#download(file);
        if (problem) {
          this.#problem = problem;
          this.#failed.add(file.hash);
        }
        failures = problem === undefined ? 0 : problem === 'full' ? MAX_FAILURES : failures + 1;
      }
    };
    await Promise.all(Array.from({ length: MAX_REQUESTS }, work));
    return failures < MAX_FAILURES;
  }

  /** Returns why a file could not be kept. */
  async #download(file: OfflineFile): Promise<DownloadProblem | undefined> {
    let problem: DownloadProblem = 'network';
    // The browser's own cache may be damaged or old.
    for (const cache of ['no-cache', 'reload'] as const) {
      try {
        const address = this.#home + encodeURI(file.path);
        // A login page is usually behind a redirect.
        const response = await fetch(address, { cache, redirect: 'error', priority: 'low' });
        if (!response.ok || response.type !== 'basic') return 'network';
        const bytes = new Uint8Array(await response.arrayBuffer());
        if ((await hashBytes(bytes)) === file.hash) {
          await this.#copy.store.write(file, bytes, response.headers);
          return undefined;
        }
        problem = 'changed';
      } catch (error) {
        return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'network';
      }
    }
    return problem;
  }
}

function measureState(
  list: OfflineFileList,
  keys: ReadonlySet<string>,
  progress: Pick<KeptState, 'hasMore' | 'problem'>,
): KeptState {
  const files = listFiles(list);
  const kept = files.filter((file) => keys.has(toKey(file)));
  const sum = (some: readonly OfflineFile[]) => some.reduce((total, { size }) => total + size, 0);
  return {
    built: list.built,
    files: files.length,
    keptFiles: kept.length,
    size: sum(files),
    keptSize: sum(kept),
    ...(list.leftOut ? { leftOut: list.leftOut } : {}),
    ...progress,
  };
}
