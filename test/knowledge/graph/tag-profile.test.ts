import { expect, test } from 'vitest';
import { createTagProfile } from '../../../src/knowledge/graph/tag-profile.ts';
import { createKnowledgeWith, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const entries = (...ids: string[]) =>
  ids.map((id) => `- { id: ${id}, title: ${id}, meaning: It is. }\n`).join('');
const factor = (tag: string, ...services: string[]) =>
  `{ text: It broke., category: software, tags: [${tag}], services: [${services.join(', ')}] }`;

/** Creates the profile of the tag `a` in postmortems with these fields, which all have the tag. */
function profile(...postmortems: string[]) {
  const knowledge = createKnowledgeWith({
    'vocabulary/tags.yaml': entries('a', 'b', 'c', 'd'),
    'vocabulary/services.yaml': `${entries('redis', 'kafka', 'mysql')}- { id: git, title: Git, meaning: It is., generic: true }\n`,
    'lessons/answer.mdx': LESSON_HEAD.replace(/---\n$/, 'tags: [a]\n---\n'),
    'lessons/other.mdx': LESSON_HEAD,
    ...Object.fromEntries(
      postmortems.map((fields, at) => [
        `postmortems/p${at + 1}.mdx`,
        POSTMORTEM_HEAD.replace(/---\n$/, `${fields}\n---\n`).replace('2018', `201${at}`),
      ]),
    ),
  });
  return createTagProfile(knowledge, 'a');
}

test('counts the services of the factors with the tag, the most frequent first, then by id', () => {
  const { services } = profile(
    `tags: [a]\nfactors: [${factor('a', 'redis', 'mysql', 'git')}, ${factor('a', 'redis')}]`,
    `tags: [a, b]\nfactors: [${factor('a', 'kafka')}, ${factor('b', 'mysql')}]`,
    `tags: [a]\nfactors: [${factor('a', 'redis')}]`,
  );
  expect(services.map(({ service, cases }) => `${service.id} ${cases.length}`)).toEqual([
    'redis 2',
    'kafka 1',
    'mysql 1',
  ]);
});

test('lists the other tags of at least two cases, the most frequent first, then by id', () => {
  const { relatedTags } = profile('tags: [a, c, b]', 'tags: [a, c, b, d]', 'tags: [a, c]', 'tags: [a, b]');
  expect(relatedTags.map(({ tag, cases }) => `${tag.id}: ${cases.map(({ id }) => id).join(' ')}`)).toEqual([
    'b: p1 p2 p4',
    'c: p1 p2 p3',
  ]);
});

test('lists the actions for a lesson that answers the tag, unless they are done or dropped', () => {
  const action = (text: string, status: string, lesson: string) =>
    `{ text: ${text}, type: prevent, status: ${status}, lessons: [${lesson}] }`;
  const { lessons, openActions } = profile(
    `tags: [a]\nactions: [${['open', 'in-progress', 'unknown', 'done', 'dropped']
      .map((status) => action(status, status, 'answer'))
      .join(', ')}, ${action('other', 'open', 'other')}]`,
  );
  expect(lessons.map(({ id }) => id)).toEqual(['answer']);
  expect(openActions.map(({ action: { text } }) => text)).toEqual(['open', 'in-progress', 'unknown']);
});
