import envPaths from 'env-paths';

/**
 * The user's folder for everything that a later command reads: `~/.cache/hindsight` on Linux, or below
 * `XDG_CACHE_HOME`. It is outside the checkout, so that no pull request can bring files of its own. In JavaScript: `kb`
 * needs it before the compiled code is found, and to load TypeScript without that takes a third of the start.
 */
export const RESULTS_FOLDER = envPaths('hindsight', { suffix: '' }).cache;
