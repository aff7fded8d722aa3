/** Tests labels, order and lists of two organizations: without a home, with a home and with a home team. */
import { describe, expect, test } from 'vitest';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { getTitle } from '../../src/knowledge/graph/entries.ts';
import { findEvidence } from '../../src/knowledge/graph/evidence.ts';
import { findMatchingProcedures } from '../../src/knowledge/graph/matching-procedures.ts';
import {
  describeOtherOwner,
  describeOwner,
  groupByOrganization,
  listOrganizations,
} from '../../src/knowledge/graph/organization.ts';
import { createOrganizationProfile } from '../../src/knowledge/graph/organization-profile.ts';
import { listLessonOwnerKeys, listOwnerChoices } from '../../src/knowledge/graph/owner-choices.ts';
import { listEmergencyCards } from '../../src/knowledge/graph/procedures.ts';
import { renderEntries } from '../../src/knowledge/graph/render-entries.ts';
import { createSearchDocuments } from '../../src/knowledge/search/search-document.ts';
import { findRelatedPostmortems } from '../../src/knowledge/similar/related-postmortems.ts';
import { PostmortemSimilarity } from '../../src/knowledge/similar/similar-postmortems.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { readTwoOrganizations, type SetUp } from '../two-organizations.ts';

async function readSetUp(setUp: SetUp) {
  // Knowledge and rendering each use up the syntax trees.
  const knowledge = createKnowledge(await readTwoOrganizations(setUp));
  const rendered = renderEntries(await readTwoOrganizations(setUp), createAddresses('/'));
  return { knowledge, rendered };
}

const SET_UPS = {
  'no home': await readSetUp('no home'),
  home: await readSetUp('home'),
  'home team': await readSetUp('home team'),
};
const NAMES = Object.keys(SET_UPS) as SetUp[];

/** Returns the lines for one owner of each kind: the ovens and the shop of the bakery, and the archive. */
const OWNED = {
  ovens: ['bakery-ovens', '2019-05-01-ovens-after-a-reboot', 'bakery-ovens#ovens-get-no-orders'],
  shop: ['bakery-shop', '2021-07-03-shop-after-a-reboot', 'bakery-shop#shop-takes-no-orders'],
  archive: ['archive-lending', '2020-06-02-archive-after-a-reboot', 'archive-lending#requests-are-lost'],
} as const;
const LABELS: Record<SetUp, Record<keyof typeof OWNED, string | undefined>> = {
  'no home': { ovens: 'Bakery, Ovens', shop: 'Bakery, Shop', archive: 'Archive' },
  home: { ovens: 'Ovens', shop: 'Shop', archive: 'At Archive' },
  'home team': { ovens: 'At Ovens', shop: undefined, archive: 'At Archive' },
};

test('the content has no problems', async () => {
  for (const setUp of NAMES) {
    const content = await readTwoOrganizations(setUp);
    expect(runRules(content, { today: '2026-11-21' })).toEqual([]);
  }
});

describe.each(NAMES)('with the set-up “%s”', (setUp) => {
  const { knowledge, rendered } = SET_UPS[setUp];

  test('every note, postmortem and procedure has the label of its owner', () => {
    const all = (['note', 'postmortem', 'procedure'] as const).flatMap((kind) => [...knowledge.all(kind)]);
    for (const [owner, ids] of Object.entries(OWNED)) {
      const entries = all.filter(({ id }) => (ids as readonly string[]).includes(id));
      expect(entries).toHaveLength(3);
      const label = LABELS[setUp][owner as keyof typeof OWNED];
      expect(entries.map((entry) => describeOwner(knowledge, entry))).toEqual([label, label, label]);
    }
  });

  test('a procedure in a note has the label on its page', () => {
    for (const [owner, [note]] of Object.entries(OWNED)) {
      const html = rendered.find(({ entry }) => entry.kind === 'note' && entry.id === note)?.html;
      const [, label] = /<p class="procedure-owner">(.*?)<\/p>/.exec(html ?? '') ?? [];
      expect(label).toBe(LABELS[setUp][owner as keyof typeof OWNED]);
    }
  });

  test('a search result has the label, and can be filtered by organization and team', () => {
    const documents = new Map(createSearchDocuments(knowledge).map((document) => [document.id, document]));
    for (const [owner, ids] of Object.entries(OWNED)) {
      for (const id of ids) {
        expect(documents.get(id)?.owner).toBe(LABELS[setUp][owner as keyof typeof OWNED]);
      }
    }
    expect(documents.get('bakery-shop#shop-takes-no-orders')?.filters).toMatchObject({
      organization: ['Bakery'],
      team: ['Bakery, Shop'],
    });
    expect(documents.get('archive-lending')?.filters.organization).toEqual(['Archive']);
    expect(documents.get('archive-lending')?.filters).not.toHaveProperty('team');
  });

  test('a search result shows a destructive step with its condition', () => {
    const document = createSearchDocuments(knowledge).find(({ id }) => id === 'bakery-ovens#order-queue-too-long');
    expect(document?.steps).toEqual([
      'Stop the shop.',
      'Destructive. Only if nobody waits for the orders in it. Clear the queue.',
    ]);
    expect(document?.marks).toEqual(['destructive']);
  });

  test('an outline is no emergency card', () => {
    expect(listEmergencyCards(knowledge).map(getTitle)).not.toContain('Move the queue to another machine');
  });

  test('a lesson is learned again only within the bakery, and also happened at the archive', () => {
    const evidence = findEvidence(knowledge, 'start-services-at-boot');
    expect(
      evidence.map(({ postmortem, relation, alsoHappened }) => [
        postmortem.id.slice(0, 4),
        relation,
        alsoHappened.map(({ id }) => id.slice(0, 4)),
      ]),
    ).toEqual([
      ['2019', 'learned', ['2020']],
      ['2020', 'learned', ['2019', '2021']],
      ['2021', 'relearned', ['2020']],
    ]);
  });

  test('a postmortem is offered the procedures of its organization, and another one for the same signal', () => {
    const postmortem = knowledge.get('postmortem', '2020-06-02-archive-after-a-reboot');
    const offered = findMatchingProcedures(knowledge, postmortem).map(({ procedure, services }) => [
      procedure.data.id,
      services.length,
    ]);
    const [own, others, outline] = [
      ['requests-are-lost', 2],
      ['ovens-get-no-orders', 0],
      ['move-the-queue', 1],
    ];
    expect(offered).toEqual(setUp === 'no home' ? [own, others, outline] : [others, own, outline]);
  });

  test('a procedure on the page of an incident says whose it is if the incident was at another organization', () => {
    const describe = (procedure: string, postmortem: string) =>
      describeOtherOwner(
        knowledge,
        knowledge.get('procedure', procedure),
        knowledge.get('postmortem', postmortem),
      );
    expect(describe(OWNED.archive[2], OWNED.archive[1])).toBeUndefined();
    expect(describe(OWNED.archive[2], OWNED.shop[1])).toBe(LABELS[setUp].archive);
    expect(describe(OWNED.shop[2], OWNED.archive[1])).toBe(LABELS[setUp].shop ?? 'Your own');
  });

  test('relates postmortems of both organizations', () => {
    const similarity = new PostmortemSimilarity(knowledge);
    const postmortem = knowledge.get('postmortem', '2020-06-02-archive-after-a-reboot');
    const { before, again } = findRelatedPostmortems(knowledge, similarity, postmortem);
    expect([...before, ...again].map((related) => related.postmortem.data.organization)).toEqual([
      'bakery',
      'bakery',
    ]);
  });

  test('the page of an organization lists what it has', () => {
    const profile = createOrganizationProfile(knowledge, knowledge.get('organization', 'bakery'));
    const listIds = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id).sort();
    expect(listIds(profile.postmortems)).toEqual([OWNED.ovens[1], OWNED.shop[1]]);
    expect(listIds(profile.notes)).toEqual(['bakery-ovens', 'bakery-shop']);
    expect(profile.procedures).toHaveLength(3);
    expect(profile.lessons.map(({ lesson, evidence }) => [lesson.id, listIds(evidence)])).toEqual([
      ['start-services-at-boot', [OWNED.ovens[1], OWNED.shop[1], 'bakery-ovens']],
    ]);
    expect(profile.teams.map(({ team, own }) => [team.id, own.procedures.length])).toEqual([
      ['ovens', 2],
      ['shop', 1],
    ]);
  });

  test('a list can be filtered by organization and team', () => {
    const rows = knowledge.all('lesson').map((lesson) => listLessonOwnerKeys(knowledge, lesson));
    expect(rows.map((keys) => keys.toSorted())).toEqual([
      ['archive'],
      ['archive', 'bakery/ovens', 'bakery/shop'],
    ]);
    const choices = listOwnerChoices(knowledge, rows).map(({ title, count }) => `${title}: ${count}`);
    const bakery = ['Bakery: 1', 'Bakery, Ovens: 1', 'Bakery, Shop: 1'];
    expect(choices).toEqual(setUp === 'no home' ? ['Archive: 2', ...bakery] : [...bakery, 'Archive: 2']);
  });
});

describe('without a home', () => {
  const { knowledge } = SET_UPS['no home'];

  test('everything has the name of its owner, and nothing is called yours', () => {
    const owned = (['note', 'postmortem', 'procedure'] as const).flatMap((kind) => [...knowledge.all(kind)]);
    expect(owned).toHaveLength(11);
    for (const entry of owned) expect(describeOwner(knowledge, entry)).toMatch(/^(?:Bakery, |Archive$)/);
  });

  test('emergency cards and checklists are in the order of the content', () => {
    const cards = knowledge
      .all('procedure')
      .filter(({ data }) => data.outline === undefined)
      .map(getTitle);
    expect(listEmergencyCards(knowledge).map(getTitle)).toEqual(cards);
    expect(listProcedureLists('no home')).toEqual(cards);
  });

  test('lists have the organizations by name', () => {
    expect(groupByOrganization(knowledge, knowledge.all('note')).map(({ title }) => title)).toEqual([
      'Archive',
      'Bakery',
    ]);
  });
});

function listProcedureLists(setUp: SetUp): string[] {
  const groups = createAllChecklists(SET_UPS[setUp].knowledge, '2026-11-21');
  return groups.flatMap(({ kind, lists }) => (kind === 'procedure' ? lists.map(({ title }) => title) : []));
}

const OVENS = ['The ovens get no orders', 'The order queue is too long'];
const SHOP = ['The shop takes no orders'];
const ARCHIVE = ['Requests are lost'];

test.each([
  ['home', [...OVENS, ...SHOP, ...ARCHIVE]],
  ['home team', [...SHOP, ...OVENS, ...ARCHIVE]],
] as const)('puts your own procedures first with the set-up “%s”', (setUp, titles) => {
  const { knowledge } = SET_UPS[setUp];
  expect(listEmergencyCards(knowledge).map(getTitle)).toEqual(titles);
  expect(listProcedureLists(setUp)).toEqual(titles);
  expect(listOrganizations(knowledge).map(getTitle)).toEqual(['Bakery', 'Archive']);
  const notes = groupByOrganization(knowledge, knowledge.all('note'));
  expect(notes.map(({ title, entries }) => `${title}: ${entries.map(({ id }) => id).join(', ')}`)).toEqual([
    setUp === 'home' ? 'Bakery: bakery-ovens, bakery-shop' : 'Bakery: bakery-shop, bakery-ovens',
    'Archive: archive-lending',
  ]);
});
