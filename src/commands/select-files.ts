import type { Content, ContentFile } from '../knowledge/source/content.ts';

/**
 * Returns the files with these paths.
 *
 * @param paths below the content folder; all files if omitted
 */
export function selectFiles(content: Content, paths: readonly string[] | undefined): readonly ContentFile[] {
  if (!paths) return content.files;
  const selected = new Set(paths.map((path) => `${content.root}/${path}`));
  return content.files.filter(({ path }) => selected.has(path));
}
