import type { ContentFile } from '../../source/content.ts';
import { listFieldSentences } from '../../source/sentences.ts';
import type { Finding, Rule } from './rule.ts';

export const validYaml: Rule = {
  name: 'valid-yaml',
  severity: 'error',
  why: 'Programs would read broken or ambiguous YAML differently, or lose part of it. For the same reason, anchors, aliases and tags are not allowed.',
  example: { wrong: 'title: Outage: the sequel', right: "title: 'Outage: the sequel'" },
  check({ file, report }) {
    if (!('yaml' in file)) return;
    for (const error of file.yaml.errors) report(error);
    for (const finding of findCutCode(file)) report(finding);
  },
};

/** Finds code that YAML cuts off at ` #`, because it takes the rest of the line for a comment. */
function findCutCode(file: ContentFile): Finding[] {
  return listFieldSentences(file).flatMap(({ text, span }) => {
    const comment = /^[ \t]+#[^\n]*/.exec(file.text.slice(span.end, span.end + MAX_LINE_LENGTH))?.[0];
    const isOpen = (text.match(/`/g)?.length ?? 0) % 2 === 1;
    if (comment === undefined || !isOpen || !comment.includes('`')) return [];
    return [
      {
        span: { start: span.end, end: span.end + comment.length },
        message: 'Unexpected ` #` in code, which starts a comment, expected the value in quotes',
      },
    ];
  });
}

const MAX_LINE_LENGTH = 1_000;
