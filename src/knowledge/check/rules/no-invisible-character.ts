import type { Rule } from './rule.ts';

/**
 * Matches control characters other than tabs and line breaks, marks that change the direction of text (Boucher and
 * Anderson, "Trojan Source", 2021), and zero-width characters that make two equal words different.
 * Leaves out the joiners U+200C and U+200D, which some languages and emoji need.
 */
export const INVISIBLE_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the rule looks for them
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{e0000}-\u{e007f}]/gu;

export const noInvisibleCharacter: Rule = {
  name: 'no-invisible-character',
  severity: 'error',
  why: 'Reviewers cannot see these characters. They can change the order in which a command is shown, or keep the search from finding a word.',
  example: { wrong: 'rm -rf <U+202E>/tmp', right: 'rm -rf /tmp' },
  check({ file, report }) {
    for (const { index, 0: found } of file.text.matchAll(INVISIBLE_CHARACTERS)) {
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const span = { start: index, end: index + found.length };
      report({
        span,
        message: `Unexpected invisible character U+${code}, expected visible text`,
      });
    }
  },
};
