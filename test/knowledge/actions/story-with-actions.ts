/** Creates knowledge bases of postmortems with actions, for tests. */
import { createKnowledge } from '../../../src/knowledge/graph/create-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { createContent, LESSON_HEAD, SMALL_FILES } from '../small-content.ts';

export interface Story {
  readonly started: string;
  readonly resolved?: string;
  readonly kind?: string;
  readonly organization?: string;
  readonly learned?: readonly string[];
  readonly confirmed?: readonly string[];
  readonly tags?: readonly string[];
  readonly actions?: readonly Readonly<Record<string, unknown>>[];
}

const LESSON_TAGS = { 'start-at-boot': '[not-reboot-safe]', 'test-backups': '[]' };

/** @param site lines for `site.yaml` */
export function createStories(stories: Readonly<Record<string, Story>>, site = ''): Knowledge {
  const postmortems = Object.entries(stories).map(([id, story]) => [
    `postmortems/${id}.mdx`,
    `---\n${JSON.stringify(toFields(id, story))}\n---\n`,
  ]);
  const lessons = Object.entries(LESSON_TAGS).map(([id, tags]) => [
    `lessons/${id}.mdx`,
    LESSON_HEAD.replace('---\n', `---\ntags: ${tags}\n`),
  ]);
  return createKnowledge(
    createContent({
      'site.yaml': `${SMALL_FILES['site.yaml']}${site}`,
      'vocabulary/tags.yaml': `${SMALL_FILES['vocabulary/tags.yaml']}- { id: manual-step, title: Manual step, meaning: A hand is needed. }\n`,
      ...Object.fromEntries([...postmortems, ...lessons]),
    }),
  );
}

function toFields(id: string, story: Story) {
  const { learned = [], confirmed = [], actions = [], ...fields } = story;
  return {
    title: `The story of ${id}`,
    summary: 'It was gone.',
    kind: 'incident',
    status: 'reviewed',
    severity: 'unknown',
    organization: 'example',
    detection: { method: 'alert' },
    trigger: 'unknown',
    impact: 'None.',
    ...fields,
    lessons: { learned, confirmed },
    actions: actions.map((action) => ({ text: 'Test it', type: 'prevent', status: 'open', ...action })),
  };
}
