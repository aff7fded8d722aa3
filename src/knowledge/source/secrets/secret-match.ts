/** A match of a search for secrets, and the patterns of most searches. */
import type { FoundSecret } from './found-secret.ts';
import { WordFinder } from './word-finder.ts';

export interface SecretMatch extends Pick<FoundSecret, 'what' | 'family' | 'span'> {
  /**
   * A `token` is widened in both directions to the whole run of characters, a `value` behind a name to its end, and an
   * `exact` match not at all.
   */
  readonly extent: 'token' | 'value' | 'exact';
}

export interface SecretPattern {
  /** Its name in messages, a noun phrase. */
  readonly what: string;
  readonly family: FoundSecret['family'];
  /** In lower case. The pattern is only tried on texts that contain one of them. */
  readonly keywords: readonly string[];
  /**
   * With the flags `g` and `d`. Every repetition is bounded, so that no text takes long. The group `secret`, `quoted` or
   * `bare` is masked, or the whole match if there is none.
   */
  readonly pattern: RegExp;
  readonly extent?: SecretMatch['extent'];
  /** Returns whether a match is one; a check digit, for example. */
  readonly accepts?: (value: string, match: RegExpExecArray) => boolean;
}

/** Returns a function that creates the patterns of a family whose matches are masked as they are. */
export function createExactPatterns(family: SecretPattern['family']) {
  return (
    what: string,
    keywords: readonly string[],
    pattern: RegExp,
    accepts?: SecretPattern['accepts'],
  ): SecretPattern => ({
    what,
    family,
    keywords,
    pattern,
    extent: 'exact',
    ...(accepts ? { accepts } : {}),
  });
}

/** Returns the patterns of which a text contains a keyword. No other one matches in any part of it. */
export function selectLikelyPatterns(patterns: readonly SecretPattern[], text: string): SecretPattern[] {
  const words = new WordFinder(text.toLowerCase());
  return patterns.filter(({ keywords }) => keywords.some((word) => words.has(word)));
}

/** @param patterns those that are likely in the text or in a longer one */
export function matchPatterns(patterns: readonly SecretPattern[], text: string): SecretMatch[] {
  const lower = text.toLowerCase();
  const likely = patterns.filter(({ keywords }) => keywords.some((word) => lower.includes(word)));
  return likely.flatMap(({ what, family, pattern, extent, accepts }) =>
    [...text.matchAll(pattern)].flatMap((match): SecretMatch[] => {
      const groups = match.indices?.groups ?? {};
      const value = groups.secret ?? groups.quoted ?? groups.bare;
      const [start, last] = value ?? match.indices?.[0] ?? [0, 0];
      const end = groups.quoted ? last : findWordEnd(text, start, last);
      if (accepts && !accepts(text.slice(start, end), match)) return [];
      return [{ what, family, span: { start, end }, extent: extent ?? (value ? 'value' : 'token') }];
    }),
  );
}

/** Leaves out the marks that end a part of a sentence. */
function findWordEnd(text: string, start: number, last: number): number {
  let end = last;
  while (end > start + 1 && '.,;:'.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Returns the characters before a match, which tell what it is about. */
export function getTextBefore({ input, index }: RegExpExecArray, length: number): string {
  return input.slice(Math.max(0, index - length), index);
}
