import { join } from 'node:path';
import envPaths from 'env-paths';

/** The folder for temporary files of commands. It is not in git. */
export const CACHE_FOLDER = join(import.meta.dirname, '../../.cache');

/**
 * The user's folder for results that are used again: `~/.cache/hindsight` on Linux, or below `XDG_CACHE_HOME`. It is
 * outside the checkout, so that no pull request can bring results of its own.
 */
export const RESULTS_FOLDER = envPaths('hindsight', { suffix: '' }).cache;
