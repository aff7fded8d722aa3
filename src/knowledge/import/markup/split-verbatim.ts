/** Splits a text at the parts that a markup keeps as they are, such as code. */

export interface VerbatimPart {
  /** The text before it. */
  readonly before: string;
  /** The opening mark and the content; undefined for the last part. */
  readonly opening?: RegExpExecArray;
  readonly content?: string;
}

/**
 * An opening mark without its end is text. The time is linear in the text, whatever is in it.
 *
 * @param opening a global pattern
 */
export function splitVerbatim(
  text: string,
  opening: RegExp,
  getEnd: (opening: RegExpExecArray) => string,
): VerbatimPart[] {
  const lower = text.toLowerCase();
  const missing = new Set<string>();
  const parts: VerbatimPart[] = [];
  let from = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = getEnd(match).toLowerCase();
    const start = match.index + match[0].length;
    const at = missing.has(end) ? -1 : lower.indexOf(end, start);
    if (at < 0) missing.add(end);
    else {
      parts.push({ before: text.slice(from, match.index), opening: match, content: text.slice(start, at) });
      from = at + end.length;
      opening.lastIndex = from;
    }
  }
  parts.push({ before: text.slice(from) });
  return parts;
}
