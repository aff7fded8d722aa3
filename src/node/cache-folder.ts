import { join } from 'node:path';

/** The folder for files that can be created again. It is not in git. */
export const CACHE_FOLDER = join(import.meta.dirname, '../../.cache');
