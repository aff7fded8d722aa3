import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a folder and those above it, if they do not exist. Node's own `recursive` never ends where the system answers
 * that a folder above is missing although it is there, such as in `/proc/1`. In JavaScript: `kb` needs it before
 * TypeScript is loaded.
 *
 * @param {string} path
 * @throws the error of the system
 */
export function makeFolders(path) {
  const folder = resolve(path);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolder(folder)) return;
    const parent = dirname(folder);
    if (error.code !== 'ENOENT' || isFolder(parent)) throw error;
    makeFolders(parent);
    makeLastFolder(folder);
  }
}

/** Another process can create it at the same time. */
function makeLastFolder(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
