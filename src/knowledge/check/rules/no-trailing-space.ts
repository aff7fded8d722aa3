import type { ContentFile } from '../../source/content.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import type { Span } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

/** It begins where the spaces begin: tried from each of them, a line of spaces would take the square of its length. */
const TRAILING_SPACE_PATTERN = /(?<![ \t])[ \t]+(?=[\r\n]|$)/g;

export const noTrailingSpace: Rule = {
  name: 'no-trailing-space',
  severity: 'warning',
  why: 'Spaces at the end of a line cannot be seen, and make a change look larger than it is.',
  example: { wrong: 'status: draft␠␠', right: 'status: draft' },
  check({ file, report }) {
    if (!TRAILING_SPACE_PATTERN.test(file.text)) return;
    TRAILING_SPACE_PATTERN.lastIndex = 0;
    const kept = findVerbatimSpans(file).sort((a, b) => a.start - b.start);
    let next = 0;
    /** How far what begins before the end of these spaces is kept. */
    let reach = 0;
    for (const { index, 0: found } of file.text.matchAll(TRAILING_SPACE_PATTERN)) {
      const span = { start: index, end: index + found.length };
      for (; (kept[next]?.start ?? span.end) < span.end; next++)
        reach = Math.max(reach, kept[next]?.end ?? 0);
      if (reach > span.start) continue;
      report({
        span,
        message: `Unexpected ${found.length === 1 ? 'space' : `${found.length} spaces`} at the end of the line, expected none`,
        edits: [{ span, text: '' }],
      });
    }
  },
};

/** Where spaces are text: in code, in what was seen, in quotes that span lines, and where two of them break a line. */
function findVerbatimSpans(file: ContentFile): Span[] {
  const scalars =
    'yaml' in file
      ? file.yaml
          .scalars()
          .filter(({ style, path }) => style === 'literal' || style === 'quoted' || path[0] === 'signals')
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
    // Of a component only the opening tag, in which attributes stand.
    return first ? { start: span.start, end: getNodeSpan(first).start } : span;
  });
  return [...scalars, ...spans];
}
