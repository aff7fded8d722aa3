import { expect, test } from 'vitest';
import { groupByNamingOrganization } from '../../../src/knowledge/graph/group-services.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const SERVICES = ['both', 'own', 'else', 'none']
  .map((id) => `- id: ${id}\n  title: ${id}\n  meaning: It serves.\n`)
  .join('');
const createNote = (organization: string, services: string) =>
  NOTE_HEAD.replace('organization: example', `organization: ${organization}`).replace('[redis]', services);

test('puts first what several organizations name, then each service under the only one that names it, your own first', () => {
  const knowledge = createKnowledgeWith({
    'vocabulary/services.yaml': SERVICES,
    'vocabulary/organizations.yaml':
      '- id: elsewhere\n  title: Elsewhere\n- id: example\n  title: Example\n  home: true\n',
    'notes/a.mdx': createNote('example', '[own, both]'),
    'notes/b.mdx': createNote('elsewhere', '[both]'),
    'postmortems/c.mdx': POSTMORTEM_HEAD.replace(
      'organization: example\n',
      'organization: elsewhere\nservices: [else]\n',
    ),
  });
  const groups = groupByNamingOrganization(knowledge, knowledge.all('service'));
  expect(
    groups.map(({ organization, named, services }) => [
      organization?.id ?? named,
      services.map(({ id }) => id),
    ]),
  ).toEqual([
    ['by several', ['both']],
    ['example', ['own']],
    ['elsewhere', ['else']],
    ['by none', ['none']],
  ]);
});
