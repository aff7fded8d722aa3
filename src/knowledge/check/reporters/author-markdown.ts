/**
 * The only way for text of authors into Markdown that GitHub shows. A comment is written by a robot that people trust,
 * and its text can come from a file that anyone may have written: it must not mention, link, refer or become markup.
 * GitHub looks for mentions and references after it has decoded character references, but not in code.
 */

import { toPlainRuns } from '../../source/inline/printed-runs.ts';

/** Returns a code span. Its text is on one line. */
export function toCodeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = text === '' || text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${text.replace(/[\r\n]+/g, ' ')}${padding}${fence}`;
}

/** Returns a sentence: the parts in backticks are code, and so is every other word that GitHub could make live. */
export function sentenceToMarkdown(sentence: string): string {
  const parts = sentence.split(/(`[^`]*`)/);
  return joinParts(
    parts.map((part, index) => (index % 2 === 1 ? toCodeSpan(part.slice(1, -1)) : wordsToMarkdown(part))),
  );
}

/** Returns the title of an entry: of its inline Markdown, only the code remains. */
export function titleToMarkdown(title: string): string {
  return joinParts(
    toPlainRuns(title).map(({ text, code }) => (code ? toCodeSpan(text) : wordsToMarkdown(text))),
  );
}

/** Two code spans without a space between them could become one, with text outside of it. */
function joinParts(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (before, part) => `${before}${before.endsWith('`') && part.startsWith('`') ? ' ' : ''}${part}`,
      '',
    );
}

function wordsToMarkdown(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word, index) => (index % 2 === 1 ? ' ' : wordToMarkdown(word)))
    .join('');
}

/** Mentions, references, addresses, formulas, emoji names, and hexadecimal numbers that could be commits. */
const LIVE_PATTERN = /[@#$\\]|:\/\/|www\.|GH-\d|:[\w+-]+:|(?<![\w])[0-9a-f]{7,40}(?![\w])/i;

function wordToMarkdown(word: string): string {
  return LIVE_PATTERN.test(word) ? toCodeSpan(word) : escapeMarkup(word);
}

function escapeMarkup(word: string): string {
  return word.replace(/[*_[\]<>&|~`!]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Returns Markdown for a cell of a table, in which a bar would end the cell even in code. A backslash before the bar gets a
 * space after it, because two backslashes are one escape, and would leave the bar without its own.
 */
export function toTableCell(markdown: string): string {
  return markdown.replaceAll('\\|', '\\ |').replaceAll('|', '\\|');
}
