import type { ContentFile } from '../../source/content.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

const PICTURE_NAME_PATTERN = /^\.\/[A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|jpg|jpeg|webp|avif|gif)$/;

/** Returns whether an address is a picture in the folder of the document, of a type that cannot contain scripts. */
export function isPictureName(address: string): boolean {
  return PICTURE_NAME_PATTERN.test(address);
}

export const validPicture: Rule = {
  name: 'valid-picture',
  severity: 'error',
  why: 'A picture is in the same folder as the file that shows it, so that it loads even if the network is down. Its type must be one that cannot contain scripts.',
  example: {
    wrong: '![graph](https://example.org/graph.svg)',
    right: '![Connections over time](./graph.png)',
  },
  check({ file, content, report }) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/'));
    for (const { url, span } of listPictures(file)) {
      if (!isPictureName(url)) {
        report({
          span,
          message: `Unexpected picture ${quote(url)}, expected \`./name.png\`, or .jpg, .jpeg, .webp, .avif or .gif, in the folder of this file`,
        });
      } else if (!content.hasFile(`${folder}/${url.slice(2)}`)) {
        report({
          span,
          message: `Unknown picture ${quote(url)}, expected a picture in the folder of this file`,
        });
      }
    }
  },
};

/** Returns the addresses of the pictures that a file shows, each with its place. */
function listPictures(file: ContentFile): { readonly url: string; readonly span: Span }[] {
  if (file.type === 'site') {
    const url = file.validated.data?.logo;
    return url === undefined ? [] : [{ url, span: file.yaml.spanAt(['logo']) }];
  }
  if (file.type !== 'document') return [];
  return file.nodes.listByTypes('image', 'imageReference').flatMap((node) => {
    const url = node.type === 'image' ? node.url : file.definitions.findUrl(node);
    return url === undefined ? [] : [{ url, span: getNodeSpan(node) }];
  });
}
