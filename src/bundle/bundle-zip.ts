/** The zip of a bundle. */
import { type Zippable, zipSync } from 'fflate';
import { type BundleFiles, README_FILE } from './bundle-files.ts';

/** The folder in the zip, so that unpacking adds only one entry to a folder. */
export const BUNDLE_FOLDER = 'knowledge-base';

const COMPRESSED_FILE = /\.(?:png|jpe?g|webp|avif|gif)$/;

/** Equal files give equal bytes: all have the first time that a zip can contain, which is local time. */
export function createBundleZip(files: BundleFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    entries[`${BUNDLE_FOLDER}/${path}`] = [bytes, { level: COMPRESSED_FILE.test(path) ? 0 : 9 }];
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}

/** The length of the fields of a zip's first entry that come before its name (PKZIP APPNOTE 4.3.7). */
const HEADER_LENGTH = 30;
const FIRST_NAME = `${BUNDLE_FOLDER}/${README_FILE}`;

/** As many bytes as `isBundleStart` needs. */
export const BUNDLE_START_LENGTH = HEADER_LENGTH + FIRST_NAME.length;

/** Returns whether a file that starts with these bytes is a bundle. */
export function isBundleStart(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.startsWith('PK\u0003\u0004') && text.slice(HEADER_LENGTH) === FIRST_NAME;
}
