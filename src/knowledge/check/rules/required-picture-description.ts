import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

const VAGUE_DESCRIPTION =
  /^(?:image|picture|screenshot|graph|photo|diagram|chart)$|\.(?:png|jpe?g|gif|webp|avif)$/i;

/** Returns whether a description says what a picture shows: one word such as `graph`, or the name of the file, does not. */
export function describesPicture(description: string): boolean {
  return description.trim() !== '' && !VAGUE_DESCRIPTION.test(description.trim());
}

export const requiredPictureDescription: Rule = {
  name: 'required-picture-description',
  severity: 'error',
  why: 'People who cannot see a picture, or who have a black and white printout, rely on its description. The search can read nothing else of it.',
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
          message: 'Missing picture description, expected what the picture shows',
        });
      } else if (VAGUE_DESCRIPTION.test(description)) {
        report({
          span: getNodeSpan(node),
          message: `Unexpected picture description ${quote(description)}, expected what the picture shows`,
        });
      }
    }
  },
};
