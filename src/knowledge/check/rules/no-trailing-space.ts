import { getScalar } from '../../schema/inspect-schema.ts';
import type { ContentFile } from '../../source/content.ts';
import { findFieldSchema } from '../../source/field-schema.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import type { Span } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

/** The lookbehind keeps a long line of spaces from taking quadratic time. */
const TRAILING_SPACE_PATTERN = /(?<![ \t])[ \t]+(?=[\r\n]|$)/g;

export const noTrailingSpace: Rule = {
  name: 'no-trailing-space',
  severity: 'warning',
  why: 'You cannot see spaces at the end of a line, and they make a change look larger than it is.',
  example: { wrong: 'status: draft␠␠', right: 'status: draft' },
  check({ file, report }) {
    if (!TRAILING_SPACE_PATTERN.test(file.text)) return;
    TRAILING_SPACE_PATTERN.lastIndex = 0;
    const verbatim = findVerbatimSpans(file).sort((a, b) => a.start - b.start);
    let next = 0;
    /** The end of the verbatim spans that start before the end of these spaces. */
    let verbatimEnd = 0;
    for (const { index, 0: found } of file.text.matchAll(TRAILING_SPACE_PATTERN)) {
      const span = { start: index, end: index + found.length };
      for (; (verbatim[next]?.start ?? span.end) < span.end; next++)
        verbatimEnd = Math.max(verbatimEnd, verbatim[next]?.end ?? 0);
      if (verbatimEnd > span.start) continue;
      report({
        span,
        message: `Unexpected ${found.length === 1 ? 'space' : `${found.length} spaces`} at the end of the line, expected none`,
        edits: [{ span, text: '' }],
      });
    }
  },
};

/** Returns the spans in which spaces are part of the text: code, signals, quoted values and line breaks. */
function findVerbatimSpans(file: ContentFile): Span[] {
  const scalars =
    'yaml' in file
      ? file.yaml
          .scalars()
          .filter(
            ({ style, path }) =>
              style === 'literal' ||
              style === 'quoted' ||
              getScalar(findFieldSchema(file, path)) === 'verbatim',
          )
          .map(({ span }) => span)
      : [];
  if (file.type !== 'document') return scalars;
  const nodes = file.nodes.listByTypes(
    'code',
    'inlineCode',
    'break',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
    'mdxFlowExpression',
    'mdxTextExpression',
  );
  const spans = nodes.map((node) => {
    const span = getNodeSpan(node);
    const first = 'children' in node ? node.children[0] : undefined;
    // Of a component, only the opening tag with its attributes.
    return first ? { start: span.start, end: getNodeSpan(first).start } : span;
  });
  return [...scalars, ...spans];
}
