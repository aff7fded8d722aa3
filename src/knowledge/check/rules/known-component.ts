import { COMPONENTS, findComponent } from '../../source/components/index.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import type { Rule } from './rule.ts';

const COMPONENT_NAMES = COMPONENTS.map(({ name }) => name);

export const knownComponent: Rule = {
  name: 'known-component',
  severity: 'error',
  why: 'Content can only use the listed components. HTML is rejected, so that nobody can smuggle anything into a page.',
  example: { wrong: '<details>…</details>', right: '<Callout kind="note">…</Callout>' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')) {
      if (findComponent(node.name)) continue;
      const { start } = getNodeSpan(node);
      const suggestion = findNearest(node.name ?? '', COMPONENT_NAMES);
      report({
        span: { start, end: start + 1 + (node.name?.length ?? 1) },
        message: `Unknown component \`<${node.name ?? ''}>\`, expected one of ${COMPONENT_NAMES.join(', ')}`,
        hint: suggestion ? `Did you mean \`<${suggestion}>\`?` : undefined,
      });
    }
  },
};
