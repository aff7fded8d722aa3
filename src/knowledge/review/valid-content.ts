/** Keeps the valid part of a content in which other parts are broken. */
import { Content, type ContentFile } from '../source/content.ts';

/** The content without the files whose fields or notation have faults. */
export function withoutInvalidFiles(content: Content): Content {
  const inside = content.root.length + 1;
  const sound = content.files.filter(isValid).map(({ path, text }) => ({ path: path.slice(inside), text }));
  return new Content(sound, content.root);
}

function isValid(file: ContentFile): boolean {
  if (file.type === 'document') return file.validated.data !== undefined && file.mdx.error === undefined;
  if (file.type === 'vocabulary') return file.items.every(({ validated }) => validated.data !== undefined);
  return file.type === 'site' || file.type === 'redirects';
}
