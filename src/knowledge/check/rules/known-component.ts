import { COMPONENTS, componentNamed } from '../../source/components/index.ts';
import { spanOfNode } from '../../source/mdx/mdx-source.ts';
import { nearest } from '../../source/nearest.ts';
import type { Rule } from './rule.ts';

const NAMES = COMPONENTS.map(({ name }) => name);

export const knownComponent: Rule = {
  name: 'known-component',
  severity: 'error',
  why: 'Only components from the list may stand in content; HTML is refused, so that nothing can be smuggled into a page.',
  example: { wrong: '<details>…</details>', right: '<Callout kind="note">…</Callout>' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.of('mdxJsxFlowElement', 'mdxJsxTextElement')) {
      if (componentNamed(node.name)) continue;
      const { start } = spanOfNode(node);
      const suggestion = nearest(node.name ?? '', NAMES);
      report({
        span: { start, end: start + 1 + (node.name?.length ?? 1) },
        message: `Unknown component \`<${node.name ?? ''}>\`, expected one of ${NAMES.join(', ')}`,
        hint: suggestion ? `Did you mean \`<${suggestion}>\`?` : undefined,
      });
    }
  },
};
