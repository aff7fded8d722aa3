import { PAGE_ANCHORS } from '../../schema/page-sections.ts';
import type { Rule } from './rule.ts';

export const noDuplicateProcedure: Rule = {
  name: 'no-duplicate-procedure',
  severity: 'error',
  why: 'The id of a procedure is its anchor on the page; two with the same id, or one that is also a heading or a part of every page, cannot both be linked to. Procedures are kept in notes.',
  example: { wrong: '<Procedure id="restart" …> twice', right: '<Procedure id="restart-redis" …>' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    const seen = new Set([...PAGE_ANCHORS, ...file.body.headings.map(({ slug }) => slug)]);
    for (const { id, span } of file.body.procedures) {
      const at = { start: span.start, end: span.start + '<Procedure'.length };
      if (file.kind !== 'note') {
        report({ span: at, message: `Unexpected procedure in a ${file.kind}, expected it in a note` });
      } else if (seen.has(id)) {
        report({ span: at, message: `Unexpected second anchor \`${id}\`, expected each once on a page` });
      }
      seen.add(id);
    }
  },
};
