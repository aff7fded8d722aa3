import { expect, test } from 'vitest';
import { groupByNamingOrganization } from '../../../src/knowledge/graph/group-services.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const SERVICES = ['both', 'own', 'else', 'none']
  .map((id) => `- id: ${id}\n  title: ${id}\n  meaning: It serves.\n`)
  .join('');
const createNote = (organization: string, services: string) =>
  NOTE_HEAD.replace('organization: example', `organization: ${organization}`).replace('[redis]', services);

test('puts a service under the only organization that names it, your own first, and others at the end', () => {
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
    ['example', ['own']],
    ['elsewhere', ['else']],
    ['by several', ['both']],
    ['by none', ['none']],
  ]);
});
