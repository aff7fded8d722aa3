/** The list of the files that a browser keeps for use without a network. A build writes it; the service worker reads it. */

/** In the order in which they are downloaded. */
export const SECTIONS = ['shell', 'procedures', 'builder', 'search', 'lists', 'postmortems'] as const;

/**
 * `shell`: what every page needs to look and work as it should. `builder`: the data of the checklist builder. `lists`:
 * all other pages.
 */
export type Section = (typeof SECTIONS)[number];

/** Sections whose files refer to each other, so that files of two builds do not go together. */
export const WHOLE_SECTIONS: readonly Section[] = ['shell', 'builder', 'search'];

export interface OfflineFile {
  /** Its address below the home page: `notes/redis/`, `theme.js`; empty for the home page. */
  readonly path: string;
  /** As `hashBytes` returns it. */
  readonly hash: string;
  /** In bytes, without compression. */
  readonly size: number;
}

export interface OfflineFileList {
  /** Equal for two builds with equal files. */
  readonly version: string;
  /** The time of the build by the clock of the machine that built it, as `2026-11-27T14:02:00.000Z`. */
  readonly built: string;
  readonly sections: Readonly<Record<Section, readonly OfflineFile[]>>;
  readonly leftOut?: LeftOut;
}

/** The postmortems for which there is no room. */
export interface LeftOut {
  readonly count: number;
  /** When the newest of them started, in words. */
  readonly newest: string;
  /** The room for all files, in megabytes. */
  readonly budget: number;
}

export function listFiles({ sections }: Pick<OfflineFileList, 'sections'>): OfflineFile[] {
  return SECTIONS.flatMap((section) => sections[section]);
}

export function isPage(path: string): boolean {
  return path === '' || /(?:\/|\.html)$/.test(path);
}

const HASH_BYTES = 16;

/**
 * Returns the first half of the SHA-256 of a file, in the URL-safe Base64 of RFC 4648. Half of it still has 128 bits:
 * nobody can find another file with the same hash.
 */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest.subarray(0, HASH_BYTES)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
