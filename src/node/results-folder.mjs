import { isAbsolute } from 'node:path';
import envPaths from 'env-paths';

// The XDG Base Directory Specification says to ignore a relative path, which would be in the checkout.
if (!isAbsolute(process.env.XDG_CACHE_HOME || '/')) delete process.env.XDG_CACHE_HOME;

/**
 * The user's folder for everything that a later command reads: `~/.cache/hindsight` on Linux, or below
 * `XDG_CACHE_HOME`. It is outside the checkout, so that no pull request can bring files of its own. In JavaScript: `kb`
 * needs it before the compiled code is found, and to load TypeScript without that takes a third of the start.
 */
export const RESULTS_FOLDER = envPaths('hindsight', { suffix: '' }).cache;
