/** For whom a site is built. `kb build` passes it on to Astro, which takes no options of other programs. */
import type { Omissions } from '../knowledge/audience/omissions.ts';
import { createPublicContent } from '../knowledge/audience/public-content.ts';
import type { Content } from '../knowledge/source/content.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { CommandError } from './command-error.ts';

const AUDIENCES = ['internal', 'public'] as const;

/** `internal` reads everything; `public` reads public entries. */
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_VARIABLE = 'HINDSIGHT_AUDIENCE';

/** @throws a CommandError if there is no such audience */
export function parseAudience(name: string): Audience {
  const audience = AUDIENCES.find((known) => known === name);
  if (audience) return audience;
  const nearest = findNearest(name, AUDIENCES);
  throw new CommandError(
    `There is no audience \`${name}\`, ${nearest ? `did you mean \`${nearest}\`?` : `use ${AUDIENCES.join(' or ')}.`}`,
  );
}

/** @throws a CommandError if the environment names an audience that does not exist */
export function getAudience(): Audience {
  return parseAudience(process.env[AUDIENCE_VARIABLE] || 'internal');
}

/**
 * Returns what a build publishes: everything, or what everyone may read.
 *
 * @param content without errors
 */
export function selectPublishedContent(content: Content): { content: Content; omissions?: Omissions } {
  return getAudience() === 'public' ? createPublicContent(content) : { content };
}
