import type { Content } from '../../source/content.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import type { Rule } from './rule.ts';

export const noUnusedPicture: Rule = {
  name: 'no-unused-picture',
  severity: 'error',
  why: 'Nobody reviews a picture that no page shows, and it could contain secrets. A page shows a picture that is in the same folder.',
  example: {
    wrong: 'notes/graph.png, and no note that shows it',
    right: '![Connections over time](./graph.png)',
  },
  check({ file, content, report }) {
    if (file.type !== 'picture' || listShownPictures(content).has(file.path)) return;
    const relativePath = file.path.slice(content.root.length + 1);
    // The name is masked in the page, and `no-secret` reports it.
    if (file.secrets.some(({ span }) => span.start < relativePath.length)) return;
    const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
    report({
      span: { start: 0, end: 0 },
      message: 'Unexpected picture that no page shows, expected a page in its folder that does',
      hint: `Write \`![What it shows](./${name})\` in the page, or delete \`${relativePath}\`.`,
    });
  },
};

const shownPictures = new WeakMap<Content, ReadonlySet<string>>();

/** Returns the paths of the pictures that pages show, found once for all of them. */
function listShownPictures(content: Content): ReadonlySet<string> {
  const known = shownPictures.get(content);
  if (known) return known;
  const shown = new Set(content.documents.flatMap(listPicturesOf));
  shownPictures.set(content, shown);
  return shown;
}

function listPicturesOf(file: DocumentFile): string[] {
  if (!file.text.includes('![')) return [];
  const folder = file.path.slice(0, file.path.lastIndexOf('/'));
  // In a body that cannot be read, each name could be that of a picture.
  const named = file.mdx.errors.length > 0 ? (file.text.match(/\.\/[\w.-]+/g) ?? []) : [];
  const shown = file.nodes
    .listByTypes('image', 'imageReference')
    .map((node) => (node.type === 'image' ? node.url : file.definitions.findUrl(node)));
  return [...named, ...shown].flatMap((url) => (url?.startsWith('./') ? [`${folder}/${url.slice(2)}`] : []));
}
