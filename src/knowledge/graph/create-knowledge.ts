import type { Content } from '../source/content.ts';
import { createEntries } from './entries.ts';
import { Knowledge } from './knowledge.ts';

/**
 * Creates the knowledge base of content without errors.
 *
 * @throws if a file has errors, or there is no `site.yaml`: the caller has to check the content first
 */
export function createKnowledge(content: Content): Knowledge {
  const site = content.site?.validated.data;
  if (!site) throw new Error('The content has no site.yaml');
  return new Knowledge(createEntries(content), site, content.redirects);
}
