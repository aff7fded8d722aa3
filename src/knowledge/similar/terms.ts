/** Extracts the words that tell what a text is about. */

import { EVERYDAY_WORDS, STOP_WORDS } from '../search/common-words.ts';
import { GLOSSARY } from '../search/glossary.ts';
import { stem } from '../search/stem.ts';
import { normalizeText } from '../search/tokens.ts';

/** Words of every postmortem. */
const POSTMORTEM_STOP_STEMS = new Set(
  `outage incident issue service customer user impact affect experience utc gmt root degrade degradation available
  availability unavailable unavailability disruption disrupt remediation remediate mitigate mitigation prevent future
  engineer resolve resolution learn lesson record done itself lead company team product postmortem january february march april may june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday`
    .split(/\s+/)
    .map(stem),
);

/** Names of systems and short forms that are one word, each with the main name of the same thing. */
const MAIN_NAMES = new Map(
  GLOSSARY.filter(({ type }) => type !== 'related')
    .toReversed()
    .flatMap(({ names }) =>
      names.filter((name) => /^[a-z\d]+$/.test(name)).map((name) => [name, names[0] ?? name] as const),
    ),
);

export interface Term {
  /** For comparison: the stem, or the main name. */
  readonly key: string;
  /** The word in the text, in lower case. */
  readonly written: string;
}

/**
 * Returns the significant words in order, with repetitions, and without common words, numbers and ids. The key of
 * `postgres` is `postgresql`, that of "queries" the stem of "query".
 */
export function extractTerms(text: string): Term[] {
  const words = normalizeText(text).match(/[\p{L}\p{N}][\p{L}\p{N}_]+/gu) ?? [];
  return words.flatMap((word): Term[] => {
    if (!/^\p{L}/u.test(word) || STOP_WORDS.has(word)) return [];
    const name = MAIN_NAMES.get(word);
    if (name !== undefined) return [{ key: name, written: word }];
    const key = stem(word);
    const isCommon = word.length < 3 || EVERYDAY_WORDS.has(word) || POSTMORTEM_STOP_STEMS.has(key);
    return isCommon ? [] : [{ key, written: word }];
  });
}
