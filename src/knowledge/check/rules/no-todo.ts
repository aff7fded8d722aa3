import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { findComments } from '../../source/yaml/yaml-tokens.ts';
import { getProse } from '../prose.ts';
import type { Finding, Rule } from './rule.ts';

const TODO_PATTERN = /\b(?:TODO|FIXME|TBD|TBC)\b[^\n]{0,60}/g;

export const noTodo: Rule = {
  name: 'no-todo',
  severity: 'error',
  warnsInDraft: true,
  why: 'A TODO is a promise to fill a gap. On a published page, nobody keeps it.',
  example: {
    wrong: 'summary: TODO',
    right: 'summary: The disk of the mail server was full for three hours.',
  },
  check({ file, report }) {
    for (const { index, 0: found } of file.text.matchAll(TODO_PATTERN)) {
      if (!getProse(file).findPassage(index)) continue;
      const word = found.slice(0, found.search(/\W|$/));
      report({
        span: { start: index, end: index + word.length },
        message: `Unexpected ${quote(found)}, expected finished text`,
      });
    }
    for (const finding of findTodoComments(file)) report(finding);
  },
};

/** Returns whether a text starts with a TODO, so that its first word is not the author's. */
export function isTodo(text: string): boolean {
  return /^(?:TODO|FIXME|TBD|TBC)\b/.test(text.trim());
}

/** A value from a fixed list has no room for a TODO, so `kb new` puts one in a comment after it. */
const TODO_COMMENT_PATTERN = /^#+[ \t]*((?:TODO|FIXME|TBD|TBC)\b[^\n]*)/;

function findTodoComments(file: ContentFile): Finding[] {
  if (file.type !== 'document' || !file.frontmatter) return [];
  const { text, offset } = file.frontmatter;
  // Parsing the comments takes a thousand times as long as searching for a word.
  if (!/#[ \t]*(?:TODO|FIXME|TBD|TBC)\b/.test(text)) return [];
  return findComments(text, offset).flatMap((comment) => {
    const written = file.text.slice(comment.start, comment.end);
    const found = TODO_COMMENT_PATTERN.exec(written)?.[1];
    if (found === undefined) return [];
    const start = comment.start + written.indexOf(found);
    return [
      {
        span: { start, end: start + found.search(/\W|$/) },
        message: `Unexpected ${quote(found)}, expected the value without a comment`,
        hint: 'If nobody knows more, keep the value and delete the comment.',
      },
    ];
  });
}
