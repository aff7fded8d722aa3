import { join } from 'node:path';

/** The folder for the temporary files of a build. It is not in git, but a pull request can add files to it. */
export const CACHE_FOLDER = join(import.meta.dirname, '../../.cache');

/** `off` in the environment lets a build use no results of earlier ones. `kb build` passes it on to Astro. */
export const CACHE_VARIABLE = 'HINDSIGHT_CACHE';

export function usesKeptResults(): boolean {
  return process.env[CACHE_VARIABLE] !== 'off';
}

export { RESULTS_FOLDER } from './results-folder.mjs';
