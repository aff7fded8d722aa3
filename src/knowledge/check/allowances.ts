/**
 * Finds comments that allow one hit of a rule, with a reason: a comment that starts with `allow`, the name of the rule and a
 * colon. It is for its own line, or for the next line if nothing else is on its own.
 */
import type { ContentFile } from '../source/content.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import { findComments } from '../source/yaml/yaml-tokens.ts';

export interface Allowance {
  readonly rule: string;
  /** Empty if there is none. */
  readonly reason: string;
  readonly span: Span;
  /** The line that it is for. */
  readonly covered: Span;
}

const ALLOWANCE_PATTERN =
  /^(?:\{\s*\/\*|#)\s*allow\s+(?<rule>[\w-]+)\s*:?\s*(?<reason>[\s\S]*?)\s*(?:\*\/\s*\})?$/;
/** Longer comments are no allowances, and take long to read. */
const MAX_COMMENT_LENGTH = 1_000;

export function findAllowances(file: ContentFile): Allowance[] {
  if (!/\ballow\b/.test(file.text)) return [];
  const comments = findCommentSpans(file).filter(({ start, end }) => end - start <= MAX_COMMENT_LENGTH);
  return comments.flatMap((span) => {
    const { rule, reason = '' } = ALLOWANCE_PATTERN.exec(file.text.slice(span.start, span.end))?.groups ?? {};
    return rule === undefined ? [] : [{ rule, reason, span, covered: findCoveredLine(file.text, span) }];
  });
}

function findCommentSpans(file: ContentFile): Span[] {
  if (file.type === 'document') {
    const { frontmatter, nodes } = file;
    return [
      ...(frontmatter ? findComments(frontmatter.text, frontmatter.offset) : []),
      ...nodes.listByTypes('mdxFlowExpression', 'mdxTextExpression').map(getNodeSpan),
    ];
  }
  return 'yaml' in file ? findComments(file.text, 0) : [];
}

function findCoveredLine(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = findLineEnd(text, end);
  const rest = text.slice(lineStart, start) + text.slice(end, lineEnd);
  if (rest.trim() !== '') return { start: lineStart, end: lineEnd };
  const next = lineEnd + (/^\s*/.exec(text.slice(lineEnd))?.[0].length ?? 0);
  return { start: text.lastIndexOf('\n', next - 1) + 1, end: findLineEnd(text, next) };
}

function findLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
