import { PAGE_ANCHORS } from '../../schema/page-sections.ts';
import type { Rule } from './rule.ts';

export const noDuplicateAnchor: Rule = {
  name: 'no-duplicate-anchor',
  severity: 'error',
  why: 'The id of a procedure is its anchor on the page. If a second procedure, a heading or a part of every page has the same anchor, links reach only one of them.',
  example: { wrong: '<Procedure id="restart" …> twice', right: '<Procedure id="restart-redis" …>' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    const seen = new Set([...PAGE_ANCHORS, ...file.body.headings.map(({ slug }) => slug)]);
    for (const { id, span } of file.body.procedures) {
      if (seen.has(id)) {
        report({
          span: { start: span.start, end: span.start + '<Procedure'.length },
          message: `Unexpected second anchor \`${id}\`, expected each anchor once on a page`,
        });
      }
      seen.add(id);
    }
  },
};
