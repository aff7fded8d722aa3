/** The copy of the site: the versions that the browser knows, and which file of which version answers a request. */
import { FileStore, toKey } from './file-store.ts';
import {
  listFiles,
  type OfflineFile,
  type OfflineFileList,
  SECTIONS,
  type Section,
  WHOLE_SECTIONS,
} from './offline-files.ts';
import { SavedValues } from './saved-values.ts';

/** A kept file of a version. */
interface FoundFile {
  readonly file: OfflineFile;
  readonly section: Section;
  readonly built: string;
}

export interface OpenPage {
  /** The id that the browser gave it. */
  readonly id: string;
  readonly path: string;
}

/** The origin of the content of an open page. */
interface PageSource {
  /** The hash of the page. */
  readonly hash: string;
  /** The newest version at that time. */
  readonly version: string;
}

interface Version {
  readonly list: OfflineFileList;
  readonly places: ReadonlyMap<string, { readonly file: OfflineFile; readonly section: Section }>;
}

export class OfflineCopy {
  readonly store: FileStore;
  readonly #values: SavedValues;
  #versions: Promise<readonly Version[]> | undefined;
  /** The last change of the saved values. The next one waits for it. */
  #saving: Promise<unknown> = Promise.resolve();

  /** @param folder as in `FileStore` */
  constructor(cacheName: string, folder: string) {
    this.store = new FileStore(`${cacheName} files`, folder);
    this.#values = new SavedValues(`${cacheName} values`, folder);
  }

  async getNewest(): Promise<OfflineFileList | undefined> {
    return (await this.#loadVersions())[0]?.list;
  }

  /** Adds a version, or makes it the newest one again. */
  async addVersion(list: OfflineFileList): Promise<void> {
    const others = (await this.#readLists()).filter(({ version }) => version !== list.version);
    await this.#saveLists([list, ...others]);
  }

  /**
   * Finds the newest kept file for a path. Older versions count until a newer one is whole, and for files with a hash in
   * their name, which a page that is still open may need.
   */
  async find(path: string): Promise<FoundFile | undefined> {
    const keys = await this.store.listKeys();
    const isKept = (files: readonly OfflineFile[]) => files.every((file) => keys.has(toKey(file)));
    for (const { list, places } of await this.#loadVersions()) {
      const { file, section } = places.get(path) ?? {};
      if (file && section && keys.has(toKey(file))) {
        const needed = WHOLE_SECTIONS.filter((name) => name === 'shell' || name === section);
        if (isImmutable(path) || needed.every((name) => isKept(list.sections[name])))
          return { file, section, built: list.built };
      }
      if (!isImmutable(path) && isKept(listFiles(list))) return undefined;
    }
    return undefined;
  }

  /** Reads the file that `find` finds. A damaged file counts as missing. */
  async read(path: string): Promise<(FoundFile & { readonly response: Response }) | undefined> {
    for (;;) {
      const found = await this.find(path);
      if (!found) return undefined;
      const response = await this.store.read(found.file);
      if (response) return { ...found, response };
    }
  }

  /** Returns the file of the newest version at a path, kept or not. */
  async findNewestFile(path: string): Promise<OfflineFile | undefined> {
    return (await this.#loadVersions())[0]?.places.get(path)?.file;
  }

  /**
   * Saves what a page was loaded from.
   *
   * @param id as in an `OpenPage`
   */
  async rememberPage(id: string, hash: string): Promise<void> {
    const version = (await this.getNewest())?.version ?? '';
    await this.#changePages((pages) => ({ ...pages, [id]: { hash, version } }));
  }

  /** Keeps a file unless it is kept already. */
  async keep(file: OfflineFile, bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void> {
    if (!(await this.store.listKeys()).has(toKey(file))) await this.store.write(file, bytes, headers);
  }

  /**
   * Forgets closed pages, and adds open ones that were loaded without the copy.
   *
   * @param open all open pages
   * @returns what the open pages were loaded from, by their ids; the hash is empty if it is not known
   */
  async updatePages(open: readonly OpenPage[]): Promise<Readonly<Record<string, PageSource>>> {
    const [newest, previous] = await this.#loadVersions();
    // A page that is not known was loaded shortly before the first version arrived, or before the newest one did.
    const version = (previous ?? newest)?.list.version ?? '';
    const guess = (path: string) => (previous ? undefined : newest?.places.get(path)?.file.hash) ?? '';
    return this.#changePages((pages) =>
      Object.fromEntries(open.map(({ id, path }) => [id, pages[id] ?? { hash: guess(path), version }])),
    );
  }

  /**
   * Deletes the versions that nothing needs: no open page was loaded from them, and a newer one is whole.
   *
   * @param open all open pages
   */
  async prune(open: readonly OpenPage[]): Promise<void> {
    const pages = await this.updatePages(open);
    const used = new Set(Object.values(pages).map(({ version }) => version));
    const keys = await this.store.listKeys();
    // Another service worker may have added a version.
    const lists = await this.#readLists();
    const firstWhole = lists.findIndex((list) => listFiles(list).every((file) => keys.has(toKey(file))));
    const kept = lists.filter(({ version }, at) => firstWhole < 0 || at <= firstWhole || used.has(version));
    if (kept.length < lists.length) await this.#saveLists(kept);
    await this.store.keepOnly(new Set(kept.flatMap((list) => listFiles(list).map(toKey))));
  }

  async #changePages(
    change: (pages: Readonly<Record<string, PageSource>>) => Readonly<Record<string, PageSource>>,
  ): Promise<Readonly<Record<string, PageSource>>> {
    const run = async () => {
      const pages = change((await this.#values.read<Record<string, PageSource>>('pages')) ?? {});
      await this.#values.write('pages', pages);
      return pages;
    };
    const changed = this.#saving.then(run, run);
    this.#saving = changed;
    return changed;
  }

  async #readLists(): Promise<OfflineFileList[]> {
    return (await this.#values.read<OfflineFileList[]>('versions')) ?? [];
  }

  async #saveLists(lists: readonly OfflineFileList[]): Promise<void> {
    await this.#values.write('versions', lists);
    this.#versions = undefined;
  }

  #loadVersions(): Promise<readonly Version[]> {
    const load = async () =>
      (await this.#readLists()).map((list) => ({
        list,
        places: new Map(
          SECTIONS.flatMap((section) =>
            list.sections[section].map((file) => [file.path, { file, section }] as const),
          ),
        ),
      }));
    this.#versions ??= load();
    this.#versions.catch(() => {
      this.#versions = undefined;
    });
    return this.#versions;
  }
}

/** Returns whether the content at a path never changes, because its name contains a hash. */
function isImmutable(path: string): boolean {
  return path.startsWith('_astro/');
}
