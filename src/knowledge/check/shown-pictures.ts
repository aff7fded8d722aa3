import type { Content } from '../source/content.ts';
import { listLogos } from '../source/logo.ts';

const picturesByContent = new WeakMap<Content, ReadonlySet<string>>();

/** Returns the paths of the pictures that pages show, found once for all of them. */
export function listShownPictures(content: Content): ReadonlySet<string> {
  const known = picturesByContent.get(content);
  if (known) return known;
  const shown = new Set([
    ...listLogos(content),
    ...content.documents.flatMap(({ outline }) => outline.pictures),
  ]);
  picturesByContent.set(content, shown);
  return shown;
}
