/** Creates postmortems with few fields, for tests of links between them. */
import type { PostmortemEntry } from '../../src/knowledge/graph/entries.ts';
import { Knowledge } from '../../src/knowledge/graph/knowledge.ts';
import { postmortemSchema } from '../../src/knowledge/schema/postmortem.ts';
import { siteSchema } from '../../src/knowledge/schema/site.ts';
import { POSTMORTEM_FIELDS } from './small-content.ts';

export interface Story {
  readonly id: string;
  readonly started: string;
  readonly organization?: string;
  readonly learned?: readonly string[];
  readonly confirmed?: readonly string[];
  readonly tags?: readonly string[];
}

export function createPostmortem({
  id,
  started,
  organization,
  learned = [],
  confirmed = [],
  tags = [],
}: Story): PostmortemEntry {
  const data = postmortemSchema.parse({
    ...POSTMORTEM_FIELDS,
    title: `The story of ${id}`,
    started,
    ...(organization ? { organization } : {}),
    tags,
    lessons: { learned, confirmed },
  });
  return {
    kind: 'postmortem',
    id,
    path: `content/postmortems/${id}.mdx`,
    data,
    links: [
      ...tags.map((tag) => ({ to: { kind: 'tag', id: tag }, relation: 'case-of' }) as const),
      ...learned.map((lesson) => ({ to: { kind: 'lesson', id: lesson }, relation: 'learned' }) as const),
      ...confirmed.map((lesson) => ({ to: { kind: 'lesson', id: lesson }, relation: 'confirmed' }) as const),
    ],
    headings: [],
    sections: [],
  };
}

export function createKnowledge(...stories: readonly Story[]): Knowledge {
  const site = siteSchema.parse({ title: 'T', description: 'D', address: 'https://example.org/' });
  return new Knowledge(stories.map(createPostmortem), site);
}
