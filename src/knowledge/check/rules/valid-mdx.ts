import type { Rule } from './rule.ts';

const MARKUP_HINT = 'If `<` or `{` is meant as text, put it in `code`, or put a backslash before it.';

export const validMdx: Rule = {
  name: 'valid-mdx',
  severity: 'error',
  why: 'If a tag is not closed, or a `<` stands alone, it is not clear where the passage ends.',
  example: { wrong: 'load < 3 <b', right: '`load < 3`' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const { about, message, span } of file.mdx.errors) {
      if (about === 'code') continue;
      const hint = about === 'markup' ? MARKUP_HINT : undefined;
      report({ span, message, hint });
    }
  },
};
