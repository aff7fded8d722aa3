/** Shows whether a query may be in another language, before its words are loaded. */
import { STOP_WORDS } from './common-words.ts';
import type { Token } from './tokens.ts';

/** The most frequent words of these languages that are no English words. */
const HINTS: ReadonlySet<string> = new Set(
  `der das ist nicht und nach mit wird keine kein auf von sind beim
  le les est une des du dans sur pas ne apres avec
  el los las esta del por una que despues no
  nao foi uma os da dos em esta apos depois fora`
    .split(/\s+/)
    .filter((word) => !STOP_WORDS.has(word)),
);

/** Returns whether a text has letters or function words that English does not have. */
export function hasForeignHint(text: string, tokens: readonly Token[]): boolean {
  return /[^\p{ASCII}\p{P}\p{S}\s]/u.test(text) || tokens.some(({ whole }) => HINTS.has(whole));
}
