import { expect, test } from 'vitest';
import { createOrganizationProfile } from '../../../src/knowledge/graph/organization-profile.ts';
import { createKnowledgeWith, LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const ORGANIZATIONS =
  '- id: oma\n  title: Oma\n  teams: [{ id: web, title: Web }, { id: data, title: Data }]\n' +
  '- id: gnome\n  title: GNOME\n';

const addFields = (head: string, fields: string) => head.replace(/---\n$/, `${fields}---\n`);
const createPostmortem = (owner: string, started: string, lessons = '') =>
  addFields(
    POSTMORTEM_HEAD.replace('organization: example', `organization: ${owner}`).replace('2018-03-10', started),
    lessons,
  );
const createNote = (owner: string, lessons = '', procedures = '') =>
  addFields(NOTE_HEAD.replace('organization: example', `organization: ${owner}`), lessons) + procedures;
const createProcedure = (id: string, activity: string) =>
  `<Procedure id="${id}" title="${id}" activity="${activity}">\n\n1. Start it.\n\n</Procedure>\n\n`;

type Profile = ReturnType<typeof createOrganizationProfile>;

/** Returns the ids of what an organization or a team owns. */
function listOwned({ postmortems, notes, procedures, lessons }: Omit<Profile, 'teams'>) {
  return {
    postmortems: postmortems.map(({ id }) => id),
    notes: notes.map(({ id }) => id),
    procedures: procedures.map(({ id }) => id),
    lessons: lessons.map(({ lesson, evidence }) => [lesson.id, ...evidence.map(({ id }) => id)].join(' ')),
  };
}

function createProfile(organization: string, files: Readonly<Record<string, string>>): Profile {
  const knowledge = createKnowledgeWith({ 'vocabulary/organizations.yaml': ORGANIZATIONS, ...files });
  return createOrganizationProfile(knowledge, knowledge.get('organization', organization));
}

const FILES = {
  'lessons/boot.mdx': LESSON_HEAD,
  'lessons/limits.mdx': LESSON_HEAD,
  'lessons/locks.mdx': LESSON_HEAD,
  'lessons/unused.mdx': LESSON_HEAD,
  'postmortems/old.mdx': createPostmortem('oma\nteam: web', '2017-01-01', 'lessons: { learned: [boot] }\n'),
  'postmortems/new.mdx': createPostmortem(
    'oma\nteam: data',
    '2019-01-01',
    'lessons: { confirmed: [boot], learned: [limits] }\n',
  ),
  'postmortems/other.mdx': createPostmortem('gnome', '2018-01-01', 'lessons: { learned: [boot, locks] }\n'),
  'notes/disks.mdx': createNote('oma', 'lessons: [boot]\n', createProcedure('grow', 'planned-reboot')),
  'notes/mirrors.mdx': createNote('gnome', 'lessons: [locks]\n', createProcedure('sync', 'emergency')),
  'notes/web.mdx': createNote(
    'oma\nteam: web',
    '',
    createProcedure('check', 'planned-reboot') + createProcedure('kill', 'emergency'),
  ),
};

test('has the postmortems, notes, procedures and lessons of the organization, and none of others', () => {
  expect(listOwned(createProfile('gnome', FILES))).toEqual({
    postmortems: ['other'],
    notes: ['mirrors'],
    procedures: ['mirrors#sync'],
    lessons: ['boot other', 'locks other mirrors'],
  });
});

test('has postmortems newest first, emergencies before other procedures, and evidence from postmortems first', () => {
  expect(listOwned(createProfile('oma', FILES))).toEqual({
    postmortems: ['new', 'old'],
    notes: ['disks', 'web'],
    procedures: ['web#kill', 'disks#grow', 'web#check'],
    lessons: ['boot new old disks', 'limits new'],
  });
});

test('has what each team owns, in the order of the teams', () => {
  const { teams } = createProfile('oma', FILES);
  expect(teams.map(({ team, own }) => [team.title, listOwned(own)])).toEqual([
    [
      'Web',
      {
        postmortems: ['old'],
        notes: ['web'],
        procedures: ['web#kill', 'web#check'],
        lessons: ['boot old'],
      },
    ],
    ['Data', { postmortems: ['new'], notes: [], procedures: [], lessons: ['boot new', 'limits new'] }],
  ]);
});

test('has no teams for an organization without teams', () => {
  expect(createProfile('gnome', FILES).teams).toEqual([]);
});

test('keeps several emergencies in the order of the content', () => {
  const emergencies = ['zebra', 'apple', 'mango'].map((id) => createProcedure(id, 'emergency')).join('');
  const { procedures } = createProfile('oma', { 'notes/a.mdx': createNote('oma', '', emergencies) });
  expect(procedures.map(({ id }) => id)).toEqual(['a#zebra', 'a#apple', 'a#mango']);
});

test('is empty for an organization without entries', () => {
  const { teams, ...own } = createProfile('oma', { 'lessons/boot.mdx': LESSON_HEAD });
  const nothing = { postmortems: [], notes: [], procedures: [], lessons: [] };
  expect(listOwned(own)).toEqual(nothing);
  expect(teams.map((team) => listOwned(team.own))).toEqual([nothing, nothing]);
});
