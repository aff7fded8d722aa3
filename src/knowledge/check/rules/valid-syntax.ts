/** Whether a file can be read at all: its YAML, and its MDX. */
import type { Rule } from './rule.ts';

export const validYaml: Rule = {
  name: 'valid-yaml',
  severity: 'error',
  why: 'YAML that readers take differently, or not at all, would lose what was written. Anchors, aliases and tags are left out of it for the same reason.',
  example: { wrong: 'title: Outage: the sequel', right: "title: 'Outage: the sequel'" },
  check({ file, report }) {
    if (!('yaml' in file)) return;
    for (const fault of file.yaml.errors) report(fault);
  },
};

export const validMdx: Rule = {
  name: 'valid-mdx',
  severity: 'error',
  why: 'A tag that is not closed, or a lone `<`, leaves it open where the passage ends.',
  example: { wrong: 'load < 3 <b', right: '`load < 3`' },
  check({ file, report }) {
    const fault = file.type === 'document' ? file.mdx.error : undefined;
    if (!fault || fault.about === 'code') return;
    report({
      ...fault,
      hint:
        fault.about === 'markup'
          ? 'Put `<` and `{` that are meant to be read in `code`, or a backslash before them.'
          : undefined,
    });
  },
};

export const requiredFrontmatter: Rule = {
  name: 'required-frontmatter',
  severity: 'error',
  why: 'The fields between the two lines of `---` are what makes a text findable, countable and linked. They begin on the first line of the file.',
  example: { wrong: '\n---\ntitle: Outage\n---', right: '---\ntitle: Outage\n---' },
  check({ file, report }) {
    if (file.type !== 'document' || file.frontmatter) return;
    const first = file.text.search(/\S/);
    const start = Math.max(0, first);
    report({
      span: { start, end: start + 3 },
      message: /^\+\+\+/.test(file.text)
        ? 'Unexpected `+++`, expected YAML between two lines of `---`'
        : 'Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    });
  },
};
