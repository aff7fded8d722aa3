import { slug } from 'github-slugger';
import { ID_PATTERN } from '../../schema/scalars.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const validFileName: Rule = {
  name: 'valid-file-name',
  severity: 'error',
  why: "The file name is the page's id and its permanent address.",
  example: { wrong: 'lessons/Test Failover.mdx', right: 'lessons/test-failover.mdx' },
  check({ file, report }) {
    if (file.type !== 'document' || ID_PATTERN.test(file.id)) return;
    const suggestion = slug(file.id.replaceAll('_', '-')).replace(/-+/g, '-');
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file name ${quote(file.id)}, expected lower-case words joined by hyphens`,
      hint: ID_PATTERN.test(suggestion) ? `Did you mean \`${suggestion}.mdx\`?` : undefined,
    });
  },
};
