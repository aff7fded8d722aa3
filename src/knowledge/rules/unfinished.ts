import { quote } from '../problem.ts';
import { proseOf } from '../prose.ts';
import type { Rule } from './rule.ts';

const MARK = /\b(?:TODO|FIXME|TBD|TBC)\b[^\n]{0,60}/g;

export const unfinished: Rule = {
  name: 'unfinished',
  severity: 'error',
  why: 'A gap that is marked is a promise to fill it; on a published page nobody does.',
  example: {
    wrong: 'summary: TODO',
    right: 'summary: The disk of the mail server was full for three hours.',
  },
  check({ file, report }) {
    for (const { index, 0: found } of file.text.matchAll(MARK)) {
      if (!proseOf(file).passageAt(index)) continue;
      const word = found.slice(0, found.search(/\W|$/));
      report({
        span: { start: index, end: index + word.length },
        message: `Unexpected mark of a gap ${quote(found)}, expected the text itself`,
      });
    }
  },
};
