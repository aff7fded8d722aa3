import type { SiteData } from './knowledge/schema/site.ts';
import type { Redirect } from './knowledge/source/redirects.ts';

/** Everything that the pages need once for the whole site. */
export interface SiteSettings {
  readonly site: SiteData;
  readonly redirects: readonly Redirect[];
  /** The paths of the pictures, below the content folder. */
  readonly pictures: readonly string[];
}

/** The id of the only item in the collection `settings`. The digest of the item changes with any file of the content. */
export const SETTINGS_ID = 'site';
