import { expect, test } from 'vitest';
import {
  describeOtherOwner,
  describeOwner,
  getHome,
  getOrganization,
  groupByOrganization,
  sortHomeFirst,
} from '../../../src/knowledge/graph/organization.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const OWNERS: Readonly<Record<string, string>> = {
  'own-team': 'oma\nteam: web',
  'other-team': 'oma\nteam: database',
  own: 'oma',
  other: 'gnome\nteam: sysadmin',
  unknown: 'unknown',
};

/** Creates one note with a procedure for each of the owners above. */
function createNotes(organizations: string) {
  const notes = Object.entries(OWNERS).map(([id, owner]) => [
    `notes/${id}.mdx`,
    `${NOTE_HEAD.replace('organization: example', `organization: ${owner}`)}\n` +
      '<Procedure id="start" title="Start it" activity="emergency">\n\n1. Start it.\n\n</Procedure>\n',
  ]);
  return createKnowledgeWith({
    'vocabulary/organizations.yaml': organizations,
    ...Object.fromEntries(notes),
  });
}

const GNOME = '- id: gnome\n  title: GNOME\n  teams:\n    - { id: sysadmin, title: Sysadmins }\n';
const createOma = (home: string, webHome = '') =>
  `- id: oma\n  title: Oma\n${home}  teams:\n    - { id: database, title: Database }\n    - { id: web, title: Web${webHome} }\n`;
const WITHOUT_HOME = createNotes(GNOME + createOma(''));
const WITH_HOME = createNotes(GNOME + createOma('  home: true\n'));
const WITH_TEAM = createNotes(GNOME + createOma('  home: true\n', ', home: true'));

test.each([
  ['without a home', WITHOUT_HOME, ['Oma, Web', 'Oma, Database', 'Oma', 'GNOME, Sysadmins', undefined]],
  ['with a home', WITH_HOME, ['Web', 'Database', undefined, 'At GNOME, Sysadmins', undefined]],
  ['with a home team', WITH_TEAM, [undefined, 'At Database', undefined, 'At GNOME, Sysadmins', undefined]],
])('describes the owner %s', (_, knowledge, expected) => {
  const ids = Object.keys(OWNERS);
  expect(ids.map((id) => describeOwner(knowledge, knowledge.get('note', id)))).toEqual(expected);
  const procedures = ids.map((id) => knowledge.get('procedure', `${id}#start`));
  expect(procedures.map((procedure) => describeOwner(knowledge, procedure))).toEqual(expected);
});

test('returns the home only if the vocabulary names one', () => {
  expect(getHome(WITHOUT_HOME)).toBeUndefined();
  expect(getHome(WITH_HOME)?.id).toBe('oma');
});

test('returns no organization for an unknown one and for entries that belong to nobody', () => {
  expect(getOrganization(WITH_HOME, WITH_HOME.get('note', 'unknown'))).toBeUndefined();
  expect(getOrganization(WITH_HOME, WITH_HOME.get('service', 'redis'))).toBeUndefined();
});

test('returns the organization of a postmortem', () => {
  const knowledge = createKnowledgeWith({ 'postmortems/2018-03-10-gone.mdx': POSTMORTEM_HEAD });
  expect(getOrganization(knowledge, knowledge.get('postmortem', '2018-03-10-gone'))?.id).toBe('example');
});

test('sorts entries of the home team first, then those of the home organization', () => {
  const listSorted = (knowledge: typeof WITH_HOME) =>
    sortHomeFirst(knowledge, knowledge.all('note')).map(({ id }) => id);
  expect(listSorted(WITHOUT_HOME)).toEqual(WITHOUT_HOME.all('note').map(({ id }) => id));
  expect(listSorted(WITH_TEAM)).toEqual(['own-team', 'own', 'other-team', 'other', 'unknown']);
});

test('groups entries by organization, the home first and unknown ones last', () => {
  const listGroups = (knowledge: typeof WITH_HOME) =>
    groupByOrganization(knowledge, knowledge.all('note')).map(({ id }) => id);
  expect(listGroups(WITHOUT_HOME)).toEqual(['gnome', 'oma', 'unknown']);
  expect(listGroups(WITH_HOME)).toEqual(['oma', 'gnome', 'unknown']);
});

test('procedures link to the organization of their note', () => {
  const linked = WITH_HOME.findEntriesLinkingTo({ kind: 'organization', id: 'gnome' }, 'procedure', [
    'belongs-to',
  ]);
  expect(linked.map(({ id }) => id)).toEqual(['other#start']);
});

test('names an owner on the page of another one, even if it is not known', () => {
  const describe = (knowledge: typeof WITH_HOME, note: string, page: string) =>
    describeOtherOwner(knowledge, knowledge.get('note', note), knowledge.get('note', page));
  expect(describe(WITH_TEAM, 'own-team', 'other')).toBe('Your own');
  expect(describe(WITH_TEAM, 'own-team', 'own-team')).toBeUndefined();
  expect(describe(WITH_TEAM, 'other-team', 'own-team')).toBe('At Database');
  expect(describe(WITHOUT_HOME, 'own', 'other')).toBe('Oma');
  expect(describe(WITHOUT_HOME, 'unknown', 'unknown')).toBe('Unknown organization');
});
