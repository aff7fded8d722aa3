import type { Rule } from './rule.ts';

export const validMdx: Rule = {
  name: 'valid-mdx',
  severity: 'error',
  why: 'If a tag is not closed, or a `<` stands alone, it is not clear where the passage ends.',
  example: { wrong: 'load < 3 <b', right: '`load < 3`' },
  check({ file, report }) {
    const error = file.type === 'document' ? file.mdx.error : undefined;
    if (!error || error.about === 'code') return;
    report({
      ...error,
      hint:
        error.about === 'markup'
          ? 'If `<` or `{` is meant as text, put it in `code`, or put a backslash before it.'
          : undefined,
    });
  },
};
