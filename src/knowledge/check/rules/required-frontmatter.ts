import type { Rule } from './rule.ts';

export const requiredFrontmatter: Rule = {
  name: 'required-frontmatter',
  severity: 'error',
  why: 'The fields between the two `---` lines let people find, count and link the page. They start on the first line of the file.',
  example: { wrong: '\n---\ntitle: Outage\n---', right: '---\ntitle: Outage\n---' },
  check({ file, report }) {
    if (file.type !== 'document' || file.frontmatter) return;
    const start = Math.max(0, file.text.search(/\S/));
    report({
      span: { start, end: start + 3 },
      message: /^\+\+\+/.test(file.text)
        ? 'Unexpected `+++`, expected YAML between two `---` lines'
        : 'Missing frontmatter, expected fields between two `---` lines at the start of the file',
    });
  },
};
