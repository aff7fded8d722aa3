import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { commentsIn } from '../../source/yaml/yaml-tokens.ts';
import { proseOf } from '../prose.ts';
import type { Finding, Rule } from './rule.ts';

const MARK = /\b(?:TODO|FIXME|TBD|TBC)\b[^\n]{0,60}/g;

export const unfinished: Rule = {
  name: 'unfinished',
  severity: 'error',
  warnsInDraft: true,
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
    for (const finding of markedValues(file)) report(finding);
  },
};

/** Whether a text is no text yet but the mark of one: what it begins with says nothing. */
export function isMark(text: string): boolean {
  return /^(?:TODO|FIXME|TBD|TBC)\b/.test(text.trim());
}

/** A value from a closed list has no room for a mark; a comment behind it that begins with one has. */
const MARKED_COMMENT = /^#+[ \t]*((?:TODO|FIXME|TBD|TBC)\b[^\n]*)/;

function markedValues(file: ContentFile): Finding[] {
  if (file.type !== 'document' || !file.frontmatter) return [];
  const { text, offset } = file.frontmatter;
  // Reading the comments takes a thousand times as long as looking for a word.
  if (!/#[ \t]*(?:TODO|FIXME|TBD|TBC)\b/.test(text)) return [];
  return commentsIn(text, offset).flatMap((comment) => {
    const written = file.text.slice(comment.start, comment.end);
    const found = MARKED_COMMENT.exec(written)?.[1];
    if (found === undefined) return [];
    const start = comment.start + written.indexOf(found);
    return [
      {
        span: { start, end: start + found.search(/\W|$/) },
        message: `Unexpected mark of a gap ${quote(found)}, expected the value without the comment`,
        hint: 'Where nobody can say any more, leave the value as it is, and take the comment away.',
      },
    ];
  });
}
