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
    if (file.type !== 'picture' || content.isShownPicture(file.path)) return;
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
