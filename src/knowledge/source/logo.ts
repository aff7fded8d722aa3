/** Finds the picture that every page shows in its header. */
import type { Content } from './content.ts';

/** Returns the path of the logo, none if the settings name none. */
export function listLogos({ site, root }: Content): string[] {
  const logo = site?.validated.data?.logo;
  return logo?.startsWith('./') ? [`${root}/${logo.slice(2)}`] : [];
}
