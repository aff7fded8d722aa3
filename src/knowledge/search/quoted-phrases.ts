/** Finds the phrases in quotation marks, whose words have to be together and in this order. */

export interface QuotedText {
  readonly phrases: readonly string[];
  /** The text without the phrases. */
  readonly rest: string;
}

/** Straight, English, German, French, Chinese and Japanese quotation marks, as phones and word processors type them. */
const QUOTED = /"[^"]*"|[“„‟”][^“”„‟]*[“”‟]|«[^«»]*»|「[^「」]*」|『[^『』]*』|＂[^＂]*＂/g;

/** A mark without its counterpart starts no phrase. */
export function findQuotedPhrases(text: string): QuotedText {
  const phrases: string[] = [];
  const rest = text.replace(QUOTED, (quoted) => {
    const phrase = quoted.slice(1, -1).trim();
    if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(phrase);
    return ' ';
  });
  return { phrases: [...new Set(phrases)], rest };
}

/** Returns whether a text is nothing but phrases on one line, as opposed to a log line with quotation marks in it. */
export function isOnlyPhrases(text: string): boolean {
  const { phrases, rest } = findQuotedPhrases(text);
  return phrases.length > 0 && rest.trim() === '' && !text.trim().includes('\n');
}
