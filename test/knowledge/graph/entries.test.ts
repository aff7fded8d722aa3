import { describe, expect, test } from 'vitest';
import { createEntries, getTitle } from '../../../src/knowledge/graph/entries.ts';
import { createSearchDocuments } from '../../../src/knowledge/search/search-document.ts';
import {
  createContent,
  createKnowledgeWith,
  LESSON_HEAD,
  listErrors,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
} from '../small-content.ts';

/** One entry of each kind, with links of every relation. */
const FILES = {
  'vocabulary/tags.yaml':
    '- id: not-reboot-safe\n  title: Not reboot-safe\n  meaning: It does not come back.\n  aliases: [reboot]\n' +
    '- id: old-tag\n  title: Old\n  meaning: As before.\n  replacedBy: not-reboot-safe\n',
  'postmortems/2018-03-10-redis.mdx': `${POSTMORTEM_HEAD.replace(
    'impact: None.\n',
    [
      'impact: Logins failed.',
      'services: [redis]',
      'tags: [not-reboot-safe]',
      'signals: ["Connection refused"]',
      'factors: [{text: No unit file., category: configuration, services: [elasticsearch]}]',
      'mitigations: [{action: wait, worked: no, text: Waited.}, {action: restart, worked: partly, text: Started it by hand.}]',
      'timeline: [{at: 2018-03-10, kind: trigger, text: The host rebooted.}]',
      'lessons: {learned: [start-by-itself], confirmed: [keep-backups]}',
      'wentWell: [Backups were there.]',
      'actions: [{text: Write a unit file., type: prevent, status: open, owner: Operations, ticket: OPS-17, doneWhen: It survives a reboot., lessons: [start-by-itself]}]',
      'sources: [{title: The mail, url: https://example.org/mail}]',
      '',
    ].join('\n'),
  )}## Background\n\nSee <NoteLink id="redis" /> and <ProcedureLink id="redis#restart" />, and <NoteLink id="redis" /> again.\n`,
  'notes/redis.mdx':
    `${NOTE_HEAD.replace('services: [redis]\n', 'services: [redis]\ntags: [not-reboot-safe]\nlessons: [keep-backups]\n')}` +
    'It runs on one host.\n\n<Procedure id="restart" title="Redis is dead" activity="emergency" services={["redis"]} signals={["Connection refused"]}>\n\n' +
    '1. Log in.\n2. Start <ServiceLink id="redis" />:\n\n   <Command run="redis-server" />\n\n</Procedure>\n',
  'lessons/start-by-itself.mdx': `${LESSON_HEAD.replace(
    'reason: Machines reboot.\n',
    'reason: Machines reboot.\nservices: [redis]\ntags: [not-reboot-safe]\nrelated: [keep-backups]\n' +
      'checks:\n  - {activity: planned-reboot, pausePoint: after, text: Ping Redis., expect: PONG, services: [redis]}\n',
  )}Long ago.\n`,
  'lessons/keep-backups.mdx': LESSON_HEAD.replace('---\n', '---\nreplacedBy: start-by-itself\n').replace(
    'Start services',
    'Start backups',
  ),
};

test('the files of this test pass the check', () => {
  expect(listErrors(FILES)).toEqual([]);
});

describe('entries', () => {
  const createAll = () => createEntries(createContent(FILES));
  const links = (kind: string, id: string) =>
    createAll()
      .find((entry) => entry.kind === kind && entry.id === id)
      ?.links.map(({ to, relation }) => `${relation} ${to.kind} ${to.id}`);

  test('are created from all files, including procedures', () => {
    expect(
      createAll()
        .map((entry) => `${entry.kind} ${entry.id}: ${getTitle(entry)}`)
        .sort(),
    ).toEqual([
      'activity emergency: Emergency',
      'activity planned-reboot: Planned reboot',
      'lesson keep-backups: Start backups at boot',
      'lesson start-by-itself: Start services at boot',
      'note redis: Redis',
      'organization elsewhere: Elsewhere',
      'organization example: Example',
      'postmortem 2018-03-10-redis: Redis was gone',
      'procedure redis#restart: Redis is dead',
      'service elasticsearch: Elasticsearch',
      'service redis: Redis',
      'tag not-reboot-safe: Not reboot-safe',
      'tag old-tag: Old',
    ]);
  });

  const table: [kind: string, id: string, ...links: string[]][] = [
    [
      'postmortem',
      '2018-03-10-redis',
      'belongs-to organization example',
      'involves service elasticsearch',
      'involves service redis',
      'case-of tag not-reboot-safe',
      'learned lesson start-by-itself',
      'confirmed lesson keep-backups',
      'carried-out-by lesson start-by-itself',
      'mentions note redis',
      'mentions procedure redis#restart',
      'mentions note redis',
    ],
    [
      'note',
      'redis',
      'belongs-to organization example',
      'involves service redis',
      'case-of tag not-reboot-safe',
      'teaches lesson keep-backups',
      'mentions service redis',
    ],
    [
      'procedure',
      'redis#restart',
      'part-of note redis',
      'belongs-to organization example',
      'serves activity emergency',
      'involves service redis',
    ],
    [
      'lesson',
      'start-by-itself',
      'involves service redis',
      'answers tag not-reboot-safe',
      'checked-in activity planned-reboot',
      'involves service redis',
      'related lesson keep-backups',
    ],
    ['lesson', 'keep-backups', 'replaced-by lesson start-by-itself'],
    ['tag', 'old-tag', 'replaced-by tag not-reboot-safe'],
    ['service', 'redis'],
  ];
  test.each(table)('%s %s has its links', (kind, id, ...expected) => {
    expect(links(kind, id)).toEqual(expected);
  });

  test('of a procedure have its steps, with the titles of linked entries', () => {
    expect(createAll().find(({ kind }) => kind === 'procedure')).toMatchObject({
      note: 'redis',
      path: 'content/notes/redis.mdx',
      data: {
        id: 'restart',
        title: 'Redis is dead',
        activity: 'emergency',
        services: ['redis'],
        signals: ['Connection refused'],
        steps: [
          { text: 'Log in.', code: [], steps: [] },
          { text: 'Start [Redis](/services/redis/):', code: [{ text: 'redis-server' }], steps: [] },
        ],
      },
    });
  });

  test('cannot be created from content with errors', () => {
    expect(() => createEntries(createContent({ 'lessons/a.mdx': 'x' }))).toThrow(
      'content/lessons/a.mdx is used before it passed the check',
    );
    expect(() => createEntries(createContent({ 'vocabulary/tags.yaml': '- id: a\n' }))).toThrow(
      'content/vocabulary/tags.yaml: a is used before it passed the check',
    );
  });
});

describe('the knowledge base', () => {
  const base = createKnowledgeWith(FILES);

  test('finds an entry by its id', () => {
    expect(base.find({ kind: 'note', id: 'redis' })?.data.title).toBe('Redis');
    expect(base.find({ kind: 'note', id: 'none' })).toBeUndefined();
    expect(base.get('tag', 'old-tag').data.meaning).toBe('As before.');
    expect(() => base.get('tag', 'none')).toThrow('There is no tag `none`');
    expect(base.getTitle({ kind: 'procedure', id: 'redis#restart' })).toBe('Redis is dead');
  });

  test('finds the links to an entry, each relation of each entry once', () => {
    const incoming = (kind: 'lesson' | 'service' | 'note' | 'tag' | 'activity', id: string) =>
      base
        .findLinksTo({ kind, id })
        .map(({ from, relation }) => `${from.kind} ${from.id} ${relation}`)
        .sort();
    expect(incoming('lesson', 'start-by-itself')).toEqual([
      'lesson keep-backups replaced-by',
      'postmortem 2018-03-10-redis carried-out-by',
      'postmortem 2018-03-10-redis learned',
    ]);
    expect(incoming('service', 'redis')).toEqual([
      'lesson start-by-itself involves',
      'note redis involves',
      'note redis mentions',
      'postmortem 2018-03-10-redis involves',
      'procedure redis#restart involves',
    ]);
    expect(incoming('note', 'redis')).toEqual([
      'postmortem 2018-03-10-redis mentions',
      'procedure redis#restart part-of',
    ]);
    expect(incoming('activity', 'planned-reboot')).toEqual(['lesson start-by-itself checked-in']);
    expect(base.findLinksTo({ kind: 'tag', id: 'none' })).toEqual([]);
  });

  test('finds the entries of a kind that link to another, each once', () => {
    const lesson = { kind: 'lesson', id: 'start-by-itself' } as const;
    expect(base.findEntriesLinkingTo(lesson, 'postmortem').map(({ id }) => id)).toEqual(['2018-03-10-redis']);
    expect(base.findEntriesLinkingTo(lesson, 'postmortem', ['confirmed'])).toEqual([]);
    expect(base.findEntriesLinkingTo(lesson, 'lesson').map(({ id }) => id)).toEqual(['keep-backups']);
  });

  test('finds every link from both ends', () => {
    const entries = createEntries(createContent(FILES));
    expect(entries.flatMap(({ links }) => links).length).toBeGreaterThan(10);
    for (const entry of entries) {
      for (const { to, relation } of entry.links) {
        expect(base.find(to)).toBeDefined();
        expect(
          base.findLinksTo(to).map(({ from, relation: back }) => [from.kind, from.id, back]),
        ).toContainEqual([entry.kind, entry.id, relation]);
      }
    }
  });
});

test('lists postmortems newest first, those of an unknown year last', () => {
  const files = Object.fromEntries(
    [
      ['a', 'XXXX-03-21'],
      ['b', '2009-12'],
      ['c', '2018-03-10'],
      ['d', '2018-03-10T10:00Z'],
      ['e', 'XXXX'],
    ].map(([id, started]) => [`postmortems/${id}.mdx`, POSTMORTEM_HEAD.replace('2018-03-10', started ?? '')]),
  );
  const ids = createKnowledgeWith(files)
    .all('postmortem')
    .map(({ id }) => id);
  expect(ids).toEqual(['d', 'c', 'b', 'a', 'e']);
});

describe('search documents', () => {
  const createDocuments = () => createSearchDocuments(createKnowledgeWith(FILES));
  const find = (kind: string, id: string) =>
    createDocuments().find((document) => document.kind === kind && document.id === id);

  test('are one for every entry, by kind', () => {
    expect(createDocuments().map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'postmortem 2018-03-10-redis',
      'note redis',
      'procedure redis#restart',
      'lesson start-by-itself',
      'lesson keep-backups',
      'tag not-reboot-safe',
      'tag old-tag',
      'service redis',
      'service elasticsearch',
      'activity planned-reboot',
      'activity emergency',
      'organization example',
      'organization elsewhere',
    ]);
  });

  test('of a postmortem have its fields as sections, then its text', () => {
    expect(find('postmortem', '2018-03-10-redis')).toEqual({
      kind: 'postmortem',
      id: '2018-03-10-redis',
      title: 'Redis was gone',
      summary: 'It was gone.',
      aliases: [],
      misspellings: [],
      signals: ['Connection refused'],
      date: '10 March 2018',
      severity: 'unknown',
      owner: 'Example',
      owners: ['Example'],
      worked: 'Started it by hand.',
      sections: [
        { anchor: 'mitigations', title: 'What was tried', text: 'Waited.\nStarted it by hand.' },
        { anchor: 'timeline', title: 'Timeline', text: 'The host rebooted.' },
        { anchor: 'impact', title: 'Impact', text: 'Logins failed.' },
        { anchor: 'factors', title: 'Contributing factors', text: 'No unit file.' },
        { anchor: 'review', title: 'Looking back', text: 'Backups were there.' },
        {
          anchor: 'lessons',
          title: 'Lessons',
          text: 'Start services at boot\nStart backups at boot',
        },
        {
          anchor: 'actions',
          title: 'Action items',
          text: 'Write a unit file.\nIt survives a reboot.',
          asides: ['Operations', 'OPS-17'],
        },
        { anchor: 'sources', title: 'Sources', text: 'The mail\nhttps://example.org/mail' },
        { anchor: 'background', title: 'Background', text: 'See Redis and Redis is dead, and Redis again.' },
      ],
      filters: {
        kind: ['postmortem'],
        organization: ['Example'],
        service: ['Elasticsearch', 'Redis'],
        tag: ['Not reboot-safe'],
        severity: ['unknown'],
        year: ['2018'],
      },
    });
  });

  test('of a procedure have its signals and steps, and the title of its note', () => {
    expect(find('procedure', 'redis#restart')).toEqual({
      kind: 'procedure',
      id: 'redis#restart',
      title: 'Redis is dead',
      summary: 'Redis',
      aliases: [],
      misspellings: [],
      signals: ['Connection refused'],
      sections: [{ anchor: '', title: '', text: 'Log in.\nStart Redis:\nredis-server' }],
      steps: ['Log in.', 'Start Redis:'],
      owner: 'Example',
      filters: { kind: ['procedure'], organization: ['Example'], service: ['Redis'], tag: [] },
      checklist: 'procedures/redis/restart',
    });
  });

  test('of a lesson have its reason, its text and its checks', () => {
    expect(find('lesson', 'start-by-itself')).toMatchObject({
      title: 'Start services at boot',
      summary: 'Services start by themselves. Machines reboot.',
      sections: [
        { anchor: '', title: '', text: 'Long ago.' },
        { anchor: 'checks', title: 'Checks', text: 'Ping Redis.\nPONG' },
      ],
      filters: { kind: ['lesson'], service: ['Redis'], tag: ['Not reboot-safe'] },
    });
  });

  test('of a service have all its names', () => {
    expect(find('service', 'redis')).toMatchObject({
      title: 'Redis',
      summary: 'A store in memory.',
      aliases: ['redis-server'],
      misspellings: ['reddis'],
      filters: { service: ['Redis'] },
    });
  });

  test('of an activity have the checks at each of its pause points', () => {
    expect(find('activity', 'planned-reboot')?.sections).toEqual([
      { anchor: 'before', title: 'Before the reboot', text: '' },
      { anchor: 'after', title: 'After the reboot', text: 'Ping Redis.\nPONG' },
    ]);
  });
});

describe('the search document of an incident', () => {
  const ATTEMPTS = [
    'wait yes',
    'restart no',
    'restart partly',
    'restart harmful',
    'rollback yes',
    'rollback harmful',
  ];
  const findAttempts = (...attempts: string[]) => {
    const mitigations = attempts.map((attempt, index) => {
      const [action, worked] = attempt.split(' ');
      return `  - { action: ${action}, worked: "${worked}", text: "*${worked}* ${index}" }\n`;
    });
    const text = POSTMORTEM_HEAD.replace(/---\n$/, `mitigations:\n${mitigations.join('')}---\n`);
    const [document] = createSearchDocuments(createKnowledgeWith({ 'postmortems/a.mdx': text }));
    return [document?.worked, document?.worsened];
  };

  test('has what a caller would say apart from what was seen', () => {
    const text = POSTMORTEM_HEAD.replace(
      /---\n$/,
      'signals: [ERROR 1040]\neverydayWords: Now *I* click, and nothing happens.\n---\n',
    );
    const documents = createSearchDocuments(createKnowledgeWith({ 'postmortems/a.mdx': text }));
    expect(documents[0]).toMatchObject({
      signals: ['ERROR 1040'],
      everydayWords: ['Now I click, and nothing happens.'],
    });
  });

  test('names the first attempt that worked, and the first that made it worse', () => {
    expect(findAttempts(...ATTEMPTS)).toEqual(['yes 4', 'harmful 3']);
  });

  test('names one that worked partly if none worked', () => {
    expect(findAttempts('restart no', 'restart partly', 'restart partly')).toEqual(['partly 1', undefined]);
    expect(findAttempts('wait yes', 'restart no')).toEqual([undefined, undefined]);
  });
});

describe('the search document of a procedure', () => {
  const PROCEDURES =
    '<Procedure id="p1" title="T" activity="emergency" outline="The script">\n\n1. One.\n2. Two.\n3. Three.\n\n</Procedure>\n\n' +
    '<Procedure id="p2" title="T" activity="emergency">\n\n1. One.\n2. <Destructive onlyIf="unknown" />\n\n   Two.\n\n</Procedure>\n\n' +
    '<Procedure id="p3" title="T" activity="planned-reboot">\n\n1. One.\n\n</Procedure>\n\n' +
    '<Procedure id="p4" title="T" activity="planned-reboot">\n\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n6. Six.\n\n</Procedure>\n';
  const find = (id: string) =>
    createSearchDocuments(createKnowledgeWith({ 'notes/n.mdx': `${NOTE_HEAD}${PROCEDURES}` })).find(
      (document) => document.id === `n#${id}`,
    );

  test('has its marks, and says in its text what is missing', () => {
    expect(find('p1')).toMatchObject({ marks: ['outline'], summary: 'Redis' });
    expect(find('p1')?.sections[0]?.text).toBe('Outline only. The script.\nOne.\nTwo.\nThree.');
    expect(find('p2')?.marks).toEqual(['destructive']);
    expect(find('p2')?.sections[0]?.text).toContain('Destructive. What must be true first is not recorded.');
    expect(find('p3')).not.toHaveProperty('marks');
  });

  test('has its first five steps', () => {
    expect(find('p1')?.steps).toEqual(['One.', 'Two.', 'Three.']);
    expect(find('p3')?.steps).toEqual(['One.']);
    expect(find('p4')?.steps).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
  });

  test('has a checklist if it is an emergency procedure with all its steps', () => {
    expect([find('p1')?.checklist, find('p2')?.checklist, find('p3')?.checklist]).toEqual([
      undefined,
      'procedures/n/p2',
      undefined,
    ]);
  });
});
