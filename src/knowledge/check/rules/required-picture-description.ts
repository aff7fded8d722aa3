import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const requiredPictureDescription: Rule = {
  name: 'required-picture-description',
  severity: 'error',
  why: 'Who cannot see the picture, or reads a printed page in black and white, reads its description; the search reads nothing else of it.',
  example: {
    wrong: '![](./graph.png)',
    right: '![Connections rise from 200 to 4,000 within ten minutes](./graph.png)',
  },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('image', 'imageReference')) {
      const description = (node.alt ?? '').trim();
      if (description === '') {
        report({
          span: getNodeSpan(node),
          message: 'Missing description of a picture, expected what it shows',
        });
      } else if (
        /^(?:image|picture|screenshot|graph|photo|diagram|chart)$|\.(?:png|jpe?g|gif|webp|avif)$/i.test(
          description,
        )
      ) {
        report({
          span: getNodeSpan(node),
          message: `Unexpected description ${quote(description)}, expected what the picture shows`,
        });
      }
    }
  },
};
