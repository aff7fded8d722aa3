import { expect, test } from 'vitest';
import { hasSeveralOrganizations } from '../../../src/knowledge/graph/organization.ts';
import { getOwnerKey, listOwnerChoices } from '../../../src/knowledge/graph/owner-choices.ts';
import { describeOwnerIds } from '../../../src/knowledge/graph/owner-label.ts';
import { organizationSchema } from '../../../src/knowledge/schema/vocabulary.ts';
import { createKnowledgeWith, NOTE_HEAD } from '../small-content.ts';

const OMA = {
  id: 'oma',
  title: 'Oma',
  teams: [
    { id: 'web', title: 'Web' },
    { id: 'data', title: 'Data' },
  ],
};
const GNOME = { id: 'gnome', title: 'GNOME' };
const describe = (organizations: readonly object[], organization: string, team?: string) =>
  describeOwnerIds(
    organizations.map((one) => organizationSchema.parse(one)),
    { organization, team },
  );

test('names the organization and the team if there are several organizations', () => {
  expect(describe([OMA, GNOME], 'oma')).toBe('Oma');
  expect(describe([OMA, GNOME], 'oma', 'web')).toBe('Oma, Web');
});

test('names no single organization, but its teams', () => {
  expect(describe([OMA], 'oma')).toBeUndefined();
  expect(describe([OMA], 'oma', 'web')).toBe('Web');
  expect(describe([{ ...OMA, home: 'true' }], 'oma')).toBeUndefined();
});

test('names nobody for an organization that is not known', () => {
  expect(describe([OMA, GNOME], 'unknown')).toBeUndefined();
});

/** Creates one note for each owner. */
function createNotes(organizations: string, owners: readonly string[]) {
  const notes = owners.map((owner, index) => [
    `notes/note-${index}.mdx`,
    NOTE_HEAD.replace('organization: example', `organization: ${owner}`),
  ]);
  return createKnowledgeWith({
    'vocabulary/organizations.yaml': organizations,
    ...Object.fromEntries(notes),
  });
}

function listChoices(organizations: string, owners: readonly string[]): string[] {
  const knowledge = createNotes(organizations, owners);
  const rows = knowledge.all('note').map((note) => [getOwnerKey(knowledge, note)]);
  return listOwnerChoices(knowledge, rows).map(({ key, title, count }) => `${key} ${title} ${count}`);
}

const ONE = '- id: oma\n  title: Oma\n  teams: [{ id: web, title: Web }, { id: data, title: Data }]\n';
const TWO = `${ONE}- id: gnome\n  title: GNOME\n`;

test('offers organizations by name with their teams, and the unknown one last', () => {
  expect(listChoices(TWO, ['oma\nteam: web', 'oma', 'gnome', 'unknown'])).toEqual([
    'gnome GNOME 1',
    'oma Oma 2',
    'oma/web Oma, Web 1',
    'unknown Unknown organization 1',
  ]);
});

test('offers nothing to choose if all rows are of one organization without teams', () => {
  expect(listChoices(TWO, ['gnome', 'gnome'])).toEqual([]);
  expect(listChoices(ONE, ['oma'])).toEqual([]);
  expect(listChoices(ONE, ['oma\nteam: web'])).toEqual([]);
});

test('offers the teams of a single organization', () => {
  expect(listChoices(ONE, ['oma\nteam: web', 'oma\nteam: data'])).toEqual([
    'oma/web Web 1',
    'oma/data Data 1',
  ]);
});

test('a single organization needs no sections', () => {
  expect(hasSeveralOrganizations(createNotes(ONE, ['oma']))).toBe(false);
  expect(hasSeveralOrganizations(createNotes(TWO, ['oma']))).toBe(true);
});
