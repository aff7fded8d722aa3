import { describe, expect, test } from 'vitest';
import { createPublicContent } from '../../../src/knowledge/audience/public-content.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import {
  createContent,
  LESSON_HEAD,
  listErrors,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
  SMALL_FILES,
} from '../small-content.ts';

type Files = Readonly<Record<string, string | undefined>>;

const PUBLIC_SITE = `${SMALL_FILES['site.yaml']}visibility: public\n`;
const PUBLIC_NOTE = NOTE_HEAD.replace(/---\n$/, 'visibility: public\n---\n');
const PUBLIC_POSTMORTEM = POSTMORTEM_HEAD.replace(/---\n$/, 'visibility: public\n---\n');

function withField(head: string, field: string): string {
  return head.replace(/---\n$/, `${field}\n---\n`);
}

/** Returns the public files by their paths, in a site whose vocabularies are public. */
function publish(files: Files): { files: Record<string, string>; report: string[] } {
  const { content, omissions } = createPublicContent(createContent({ 'site.yaml': PUBLIC_SITE, ...files }));
  return {
    files: Object.fromEntries(content.files.map(({ path, text }) => [path.slice('content/'.length), text])),
    report: omissions.describe(),
  };
}

/** Returns the body of the public note `a`, without line breaks around it. */
function publishBody(body: string, others: Files = {}): string | undefined {
  const { files } = publish({ 'notes/a.mdx': `${PUBLIC_NOTE}\n${body}\n`, ...others });
  return files['notes/a.mdx']?.replace(/^---\n[\s\S]*?\n---/, '').trim();
}

/** Internal entries of each kind of document. */
const INTERNAL_FILES = {
  'notes/secret.mdx': `${NOTE_HEAD}\n<Procedure id="fix" title="Fix it" activity="emergency">\n\n1. Fix it.\n\n</Procedure>\n`,
  'postmortems/2018-03-10-secret.mdx': `${POSTMORTEM_HEAD}\nText.\n`,
  'lessons/secret.mdx': `${withField(LESSON_HEAD, 'visibility: internal')}\nText.\n`,
};

function formatRedirect(kind: string, from: string, to: string, visibility?: string): string {
  return `- kind: ${kind}\n  from: ${from}\n  to: ${to}\n${visibility ? `  visibility: ${visibility}\n` : ''}`;
}

describe('entries', () => {
  test('keeps public pages, and leaves out internal pages and drafts', () => {
    const { files, report } = publish({
      ...INTERNAL_FILES,
      'notes/public.mdx': `${PUBLIC_NOTE}\nText.\n`,
      'notes/draft.mdx': `${PUBLIC_NOTE.replace('status: reviewed', 'status: draft')}\nText.\n`,
      'lessons/start.mdx': `${LESSON_HEAD}\nText.\n`,
    });
    expect(Object.keys(files)).toEqual([
      ...Object.keys(SMALL_FILES),
      'notes/public.mdx',
      'lessons/start.mdx',
    ]);
    expect(report).toEqual(['4 internal pages or drafts left out']);
  });

  test('keeps no lesson and no entry of a vocabulary if the site does not say that they are public', () => {
    const { files } = publish({
      'site.yaml': SMALL_FILES['site.yaml'],
      'lessons/start.mdx': `${LESSON_HEAD}\nText.\n`,
      'notes/public.mdx': `${PUBLIC_NOTE}\nText.\n`,
    });
    expect(files['lessons/start.mdx']).toBeUndefined();
    expect(files['vocabulary/services.yaml']).toBe('[]\n');
    expect(files['notes/public.mdx']).toContain('organization: unknown\nservices: []\n');
  });

  test('leaves content as it is if everything is public', () => {
    const input = {
      'notes/public.mdx': `${PUBLIC_NOTE}\nA [page](/services/redis/).\n`,
      'site.yaml': PUBLIC_SITE,
    };
    expect(publish(input).files).toEqual({ ...SMALL_FILES, ...input });
  });

  test('leaves out an entry that an internal one replaces, and the lesson about nothing but internal services', () => {
    const { files, report } = publish({
      'vocabulary/services.yaml':
        '- id: redis\n  title: Redis\n  meaning: A store.\n  replacedBy: valkey\n' +
        '- id: valkey\n  title: Valkey\n  meaning: A store.\n  visibility: internal\n' +
        '- id: elasticsearch\n  title: Elasticsearch\n  meaning: A search engine.\n',
      'lessons/start.mdx': `${withField(LESSON_HEAD, 'services: [valkey]')}\nText.\n`,
      'lessons/stop.mdx': `${withField(LESSON_HEAD, 'services: [valkey, elasticsearch]')}\nText.\n`,
    });
    expect(files['vocabulary/services.yaml']).toBe(
      '- id: elasticsearch\n  title: Elasticsearch\n  meaning: A search engine.\n',
    );
    expect(Object.keys(files).filter((path) => path.startsWith('lessons/'))).toEqual(['lessons/stop.mdx']);
    expect(report[0]).toBe('1 internal page or draft left out');
  });

  test('leaves out redirects that lead to internal entries', () => {
    const { files } = publish({
      ...INTERNAL_FILES,
      'notes/public.mdx': `${PUBLIC_NOTE}\nText.\n`,
      'redirects.yaml': [
        formatRedirect('note', 'older', 'old', 'public'),
        formatRedirect('note', 'old', 'secret', 'public'),
        formatRedirect('note', 'first', 'public', 'public'),
      ].join(''),
    });
    expect(files['redirects.yaml']).toBe(formatRedirect('note', 'first', 'public', 'public'));
  });

  test('leaves out redirects that are not public, because an old id can be an internal name', () => {
    const { files, report } = publish({
      'notes/public.mdx': `${PUBLIC_NOTE}\n<Procedure id="fix" title="Fix it" activity="emergency">\n\n1. Fix it.\n\n</Procedure>\n`,
      'redirects.yaml': [
        formatRedirect('note', 'acme-contract', 'public'),
        formatRedirect('note', 'acme-outage', 'public', 'internal'),
        formatRedirect('procedure', 'public#call-acme', 'public#fix'),
        formatRedirect('service', 'acme-db', 'redis'),
        formatRedirect('note', 'first', 'public', 'public'),
        formatRedirect('procedure', 'public#fix-it', 'public#fix', 'public'),
      ].join(''),
    });
    expect(files['redirects.yaml']).toBe(
      formatRedirect('note', 'first', 'public', 'public') +
        formatRedirect('procedure', 'public#fix-it', 'public#fix', 'public'),
    );
    expect(report).toContain('4 redirects were left out of content/redirects.yaml');
  });

  test('leaves out pictures that no public page shows', () => {
    const { files, report } = publish({
      'notes/a.mdx': `${PUBLIC_NOTE}\n![A graph](./public.png)\n\n<Internal>\n\n![A plan](./plan.png)\n\n</Internal>\n`,
      'notes/secret.mdx': `${NOTE_HEAD}\n![A map](./map.png)\n`,
      'notes/public.png': undefined,
      'notes/plan.png': undefined,
      'notes/map.png': undefined,
    });
    expect(Object.keys(files).filter((path) => path.endsWith('.png'))).toEqual(['notes/public.png']);
    expect(report[0]).toBe('1 internal page or draft left out, and 2 pictures that no public page shows');
  });

  test('keeps the logo', () => {
    const logo = { 'site.yaml': `${PUBLIC_SITE}logo: ./logo.png\n`, 'logo.png': undefined };
    expect(Object.keys(publish(logo).files)).toContain('logo.png');
    expect(listErrors(logo)).toEqual([]);
    expect(listErrors({ ...logo, 'site.yaml': PUBLIC_SITE })).toHaveLength(1);
  });
});

describe('fields', () => {
  test('leaves out the fields that `internalFields` names, also in the items of lists', () => {
    const { files, report } = publish({
      'postmortems/2018-03-10-a.mdx': `${withField(
        PUBLIC_POSTMORTEM,
        'wentWrong: [The contract with Acme]\nactions:\n  - { text: Set a limit, type: prevent, status: open, ticket: OPS-7 }\ninternalFields: [wentWrong, actions.ticket, detection.method]',
      )}\nText.\n`,
    });
    const text = files['postmortems/2018-03-10-a.mdx'];
    expect(text).toContain('detection:\n  method: unknown\n');
    expect(text).toContain('actions:\n  - text: Set a limit\n    type: prevent\n    status: open\n---');
    expect(text).not.toMatch(/Acme|OPS-7|internalFields/);
    expect(report.slice(1)).toEqual([
      '3 internal fields were left out of content/postmortems/2018-03-10-a.mdx',
    ]);
  });

  test.each([
    ['OPS-1, https://example.org/kb/notes/secret/.', undefined],
    ['https://example.org/kb/notes/secret/', undefined],
    ['OPS-1, https://tickets.example.org/1', 'OPS-1, https://tickets.example.org/1'],
  ])('a ticket with the address of a page that is not public is left out: %s', (ticket, kept) => {
    const { files } = publish({
      ...INTERNAL_FILES,
      'postmortems/2018-03-10-a.mdx': `${withField(
        PUBLIC_POSTMORTEM,
        `actions:\n  - { text: Set a limit, type: prevent, status: open, ticket: '${ticket}' }`,
      )}\nText.\n`,
    });
    const [, found] = /ticket: '?([^'}\n]+)/.exec(files['postmortems/2018-03-10-a.mdx'] ?? '') ?? [];
    expect(found).toBe(kept);
  });

  test('leaves out internal settings of the site', () => {
    const { files } = publish({
      'site.yaml': `${PUBLIC_SITE}repository: https://git.example.org/kb/\ninternalFields: [repository]\n`,
    });
    expect(files['site.yaml']).toBe(PUBLIC_SITE.replace('completeness: 0', 'completeness: "0"'));
  });

  test('leaves out references to internal entries', () => {
    const { files } = publish({
      ...INTERNAL_FILES,
      'vocabulary/tags.yaml': `${SMALL_FILES['vocabulary/tags.yaml']}- id: secret-tag\n  title: Secret\n  meaning: Secret.\n  visibility: internal\n`,
      'postmortems/2018-03-10-a.mdx': `${withField(
        PUBLIC_POSTMORTEM,
        'tags: [secret-tag, not-reboot-safe]\nlessons: { learned: [secret] }\nfactors:\n  - { text: It was full, category: capacity, tags: [secret-tag] }',
      )}\nText.\n`,
    });
    const text = files['postmortems/2018-03-10-a.mdx'];
    expect(text).toContain('tags:\n  - not-reboot-safe\nlessons:\n  learned: []\n');
    expect(text).not.toContain('secret');
  });

  test('names no organization and no team if the organization is internal', () => {
    const { files } = publish({
      'vocabulary/organizations.yaml':
        '- id: example\n  title: Example\n  visibility: internal\n  teams:\n    - { id: web, title: Web }\n',
      'notes/a.mdx': `${withField(PUBLIC_NOTE, 'team: web')}\nText.\n`,
    });
    expect(files['notes/a.mdx']).toContain('organization: unknown\n');
    expect(files['notes/a.mdx']).not.toContain('team');
  });

  test('leaves out a check whose activity, services or organization are internal, and its place', () => {
    const check = (id: string, field: string) =>
      `  - { id: ${id}, activity: planned-reboot, pausePoint: before, text: Look at it, ${field} }\n`;
    const { files } = publish({
      'vocabulary/services.yaml': `${SMALL_FILES['vocabulary/services.yaml']}- id: hidden\n  title: Hidden\n  meaning: Hidden.\n  visibility: internal\n`,
      'vocabulary/organizations.yaml':
        '- id: example\n  title: Example\n- id: hidden\n  title: Hidden\n  visibility: internal\n',
      'vocabulary/activities.yaml': SMALL_FILES['vocabulary/activities.yaml'].replace(
        'title: Before the reboot\n',
        'title: Before the reboot\n      checks: [start/one, start/two, start/three]\n',
      ),
      'lessons/start.mdx': `${withField(
        LESSON_HEAD,
        `checks:\n${check('one', 'services: [hidden]')}${check('two', 'organization: hidden')}${check('three', 'services: [hidden, redis]').trimEnd()}`,
      )}\nText.\n`,
    });
    expect(files['lessons/start.mdx']).toContain('checks:\n  - id: three\n');
    expect(files['lessons/start.mdx']).toContain('services:\n      - redis\n');
    expect(files['vocabulary/activities.yaml']).toContain('checks:\n        - start/three\n');
    expect(JSON.stringify(files)).not.toContain('hidden');
  });

  test('keeps as evidence of a check only public postmortems that show the lesson', () => {
    const check =
      'checks:\n  - { activity: planned-reboot, pausePoint: before, text: Look, evidence: [2018-03-10-a, 2018-03-10-b] }';
    const postmortem = withField(PUBLIC_POSTMORTEM, 'lessons: { learned: [start] }');
    const { files } = publish({
      'postmortems/2018-03-10-a.mdx': `${postmortem}\nText.\n`,
      'postmortems/2018-03-10-b.mdx': `${withField(postmortem, 'internalFields: [lessons]')}\nText.\n`,
      'lessons/start.mdx': `${withField(LESSON_HEAD, check)}\nText.\n`,
    });
    expect(files['lessons/start.mdx']).toContain('evidence:\n      - 2018-03-10-a\n');
    expect(files['lessons/start.mdx']).not.toContain('2018-03-10-b');
  });

  test.each([
    ['See [the plan](/notes/secret/) first.', 'See the plan first.'],
    ['See https://example.org/kb/notes/secret/ first.', 'See another page first.'],
    ['See [it](https://EXAMPLE.org/kb/notes/secret/) first.', 'See it first.'],
    ['See [it](http://example.org/kb/notes/secret/) first.', 'See it first.'],
    ['See [it](https://example.org:443/kb/notes/secret) first.', 'See it first.'],
    ['See [it](https://example.org.//kb/./notes//secret/?a#b) first.', 'See it first.'],
    [
      'See [it](https://example.org:8443/kb/notes/secret/) and [it](https://example.org/other/notes/secret/).',
      'See [it](https://example.org:8443/kb/notes/secret/) and [it](https://example.org/other/notes/secret/).',
    ],
    ['See [the *whole* plan](https://example.org/kb/notes/secret/#fix).', 'See the *whole* plan.'],
    [
      'See [Redis](/services/redis/) and https://example.org/.',
      'See [Redis](/services/redis/) and https://example.org/.',
    ],
  ])('replaces links in the sentence “%s”', (sentence, expected) => {
    const note = PUBLIC_NOTE.replace('How it works.', `'${sentence}'`);
    const { files } = publish({ ...INTERNAL_FILES, 'notes/a.mdx': `${note}\nText.\n` });
    expect(files['notes/a.mdx']).toMatch(
      new RegExp(`summary: ['"]?${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    );
  });
});

describe('internal parts', () => {
  test.each([
    ['a block', 'Before.\n\n<Internal>\n\nHidden.\n\n</Internal>\n\nAfter.', 'Before.\n\n\n\nAfter.'],
    [
      'the only content of a section',
      '## Cost\n\n<Internal>\n\nHidden.\n\n</Internal>\n\n## Next\n\nText.',
      '## Next\n\nText.',
    ],
    [
      'a section within a section',
      '## Cost\n\nText.\n\n### Hidden\n\n<Internal>\n\nHidden.\n\n</Internal>',
      '## Cost\n\nText.',
    ],
    ['headings', 'Text.\n\n<Internal>\n\n## Hidden\n\nHidden.\n\n</Internal>', 'Text.'],
    [
      'a part of an item',
      '- One.\n\n  <Internal>\n\n  Hidden.\n\n  </Internal>\n\n- Two.',
      '- One.\n\n\n\n- Two.',
    ],
    ['a whole item', '- <Internal>\n\n  Hidden.\n\n  </Internal>\n\n- Two.', '- Two.'],
    [
      'the start of an item',
      '- <Internal>\n\n  Hidden.\n\n  </Internal>\n\n  Rest.\n\n- Two.',
      '- Rest.\n\n- Two.',
    ],
    ['a whole list', 'Text.\n\n- <Internal>\n\n  Hidden.\n\n  </Internal>', 'Text.'],
    ['a whole quotation', 'Text.\n\n> <Internal>\n>\n> Hidden.\n>\n> </Internal>', 'Text.'],
    ['a part of a quotation', '> Text.\n>\n> <Internal>\n>\n> Hidden.\n>\n> </Internal>', '> Text.\n>\n>'],
    [
      'the content of a callout',
      'Text.\n\n<Callout kind="note">\n\n<Internal>\n\nHidden.\n\n</Internal>\n\n</Callout>',
      'Text.',
    ],
    [
      'a part in a part',
      'Text.\n\n<Internal>\n\nHidden.\n\n<Internal>\n\nHidden.\n\n</Internal>\n\n</Internal>',
      'Text.',
    ],
    ['a footnote of its own', 'Text.\n\n<Internal>\n\nHidden.[^a]\n\n</Internal>\n\n[^a]: Hidden.', 'Text.'],
    [
      'the content of a footnote',
      'Text.[^a]\n\n[^a]:\n    <Internal>\n\n    Hidden.\n\n    </Internal>',
      'Text.',
    ],
    [
      'the first of ten steps, and keeps the lines of the next',
      '9. <Internal>\n\n   Hidden.\n\n   </Internal>\n\n10. Look.\n\n    Wait.',
      '09. Look.\n\n    Wait.',
    ],
    [
      'the first two items of a numbered list',
      '1. <Internal>\n\n   Hidden.\n\n   </Internal>\n\n2. <Internal>\n\n   Hidden.\n\n   </Internal>\n\n3. Look.\n\n4. Wait.',
      '1. Look.\n\n4. Wait.',
    ],
    [
      'the references to a footnote that it contains',
      'Text.[^a]\n\n<Internal>\n\n[^a]: Hidden.\n\n</Internal>\n\nMore.',
      'Text.\n\n\n\nMore.',
    ],
    [
      'an address that others use',
      'See [the *plan*][r], [r] and ![a graph][r].\n\n<Internal>\n\n[r]: https://hidden.example.org/\n\n</Internal>\n\nMore.',
      'See the *plan*, r and a graph.\n\n\n\nMore.',
    ],
    [
      'an address of its own',
      'Text.\n\n<Internal>\n\n[Hidden][a]\n\n</Internal>\n\n[a]: https://hidden.example.org/',
      'Text.',
    ],
  ])('cuts %s', (_, body, expected) => {
    expect(publishBody(body)).toBe(expected);
  });

  test('keeps a shared footnote, and code that only shows the notation', () => {
    const body = 'Text `<Internal>`.[^a]\n\n<Internal>\n\nHidden.[^a]\n\n</Internal>\n\n[^a]: Shown.';
    expect(publishBody(body)).toBe('Text `<Internal>`.[^a]\n\n\n\n[^a]: Shown.');
  });

  test('cuts steps, and a procedure without any other step', () => {
    const step = '1. <Destructive onlyIf="unknown" />\n\n   <Internal>\n\n   Hidden.\n\n   </Internal>\n\n';
    const open = (id: string) => `<Procedure id="${id}" title="Fix it" activity="emergency">\n\n`;
    const end = '\n\n</Procedure>';
    const procedure = `${open('fix')}${step}2. Look.${end}`;
    expect(publishBody(`${procedure}\n\n${open('other')}${step.trim()}${end}`)).toBe(
      `${open('fix')}\n\n1. Look.${end}`,
    );
  });

  test('counts what each file loses', () => {
    const { report } = publish({
      ...INTERNAL_FILES,
      'notes/a.mdx': `${withField(PUBLIC_NOTE, 'lessons: [secret]\nowner: Web\ninternalFields: [owner]')}\n<Internal>\n\nHidden.\n\n</Internal>\n\n[A](/notes/secret/) and <NoteLink id="secret" />.\n`,
    });
    expect(report).toEqual([
      '3 internal pages or drafts left out',
      '1 internal part, 1 internal field and 3 links to internal pages were left out of content/notes/a.mdx',
    ]);
  });
});

describe('links in bodies', () => {
  test.each([
    ['The same as [last year](/postmortems/2018-03-10-secret/).', 'The same as last year.'],
    [
      'The same as <PostmortemLink id="2018-03-10-secret">last *year*</PostmortemLink>.',
      'The same as last *year*.',
    ],
    [
      'The same as <PostmortemLink id="2018-03-10-secret" />, but worse.',
      'The same as another postmortem, but worse.',
    ],
    ['<LessonLink id="secret" /> would have helped.', 'Another lesson would have helped.'],
    ['It was full (see <NoteLink id="secret" />).', 'It was full.'],
    ['It was full (<NoteLink id="secret" /> and <NoteLink id="secret" />) again.', 'It was full again.'],
    ['It was full. See <NoteLink id="secret" />.', 'It was full. '],
    [
      'It was full. See also <NoteLink id="secret" /> and <NoteLink id="secret" />. It is not now.',
      'It was full. It is not now.',
    ],
    [
      'As in <NoteLink id="secret" />, <NoteLink id="secret" /> and <ServiceLink id="redis" />.',
      'As in other notes and <ServiceLink id="redis" />.',
    ],
    ['It is now a procedure: <ProcedureLink id="secret#fix" />. Read it.', 'It is now a procedure. Read it.'],
    ['Do <ProcedureLink id="secret#fix" /> now.', 'Do another procedure now.'],
    ['[The plan][plan] is old.\n\n[plan]: /notes/secret/', 'The plan is old.'],
    ['Read https://example.org/kb/notes/secret/ now.', 'Read another page now.'],
    ['Text.\n\n<NoteLink id="secret" />', 'Text.'],
    ['Text.\n\n<NoteLink id="secret">\nThe plan\n</NoteLink>', 'Text.\n\nThe plan'],
    ['- <NoteLink id="secret" />\n- <ServiceLink id="redis" />', '- <ServiceLink id="redis" />'],
    [
      '## Related\n\n- <NoteLink id="secret" />\n- See <LessonLink id="secret" />.\n\n## Next\n\nText.',
      '## Next\n\nText.',
    ],
    [
      '## Cost\n\n<Internal>\n\nHidden.\n\n</Internal>\n\n## Next\n\nSee [the cost](#cost).',
      '## Next\n\nSee the cost.',
    ],
    ['| A |\n| - |\n| <NoteLink id="secret" /> |', '| A |\n| - |\n| Another note |'],
    [
      'Read [it](/services/redis/), [all](/notes/) and [more](https://example.org/).',
      'Read [it](/services/redis/), [all](/notes/) and [more](https://example.org/).',
    ],
    [
      '<Callout kind="note" title="See [the plan](/notes/secret/) &quot;A&quot;">\n\nText.\n\n</Callout>',
      '<Callout kind="note" title="See the plan &quot;A&quot;">\n\nText.\n\n</Callout>',
    ],
  ])('replaces “%s”', (body, expected) => {
    expect(publishBody(body, INTERNAL_FILES)).toBe(expected.trim());
  });

  test('leaves out a procedure of an internal activity, and internal services of others', () => {
    const files = {
      'vocabulary/activities.yaml': `${SMALL_FILES['vocabulary/activities.yaml']}- id: hidden\n  title: Hidden\n  objective: Hidden.\n  mode: read-do\n  visibility: internal\n  pausePoints: [{ id: now, title: Now }]\n`,
      'vocabulary/services.yaml': `${SMALL_FILES['vocabulary/services.yaml']}- id: hidden\n  title: Hidden\n  meaning: Hidden.\n  visibility: internal\n`,
    };
    const procedure = (id: string, attributes: string) =>
      `<Procedure id="${id}" title="Fix it" ${attributes}>\n\n1. Look.\n\n</Procedure>`;
    const body = [
      procedure('one', 'activity="hidden"'),
      procedure('two', 'activity="emergency" services={["redis", "hidden"]}'),
      procedure('three', 'activity="emergency" services={["hidden"]}'),
      '<ProcedureLink id="a#one" /> helps.',
    ].join('\n\n');
    expect(publishBody(body, files)).toBe(
      [
        procedure('two', 'activity="emergency" services={["redis"]}'),
        procedure('three', 'activity="emergency" '),
        'Another procedure helps.',
      ].join('\n\n'),
    );
  });
});

test('what is published passes the check', () => {
  const { content } = createPublicContent(
    createContent({
      'site.yaml': PUBLIC_SITE,
      ...INTERNAL_FILES,
      'notes/a.mdx': `${withField(PUBLIC_NOTE, 'lessons: [secret]')}\n<Internal>\n\nHidden.\n\n</Internal>\n\nSee <NoteLink id="secret" />.\n\nText.\n`,
    }),
  );
  expect(runRules(content).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('the words of a link that is left out stay words', () => {
  test.each([
    ['<NoteLink id="secret">[fix]</NoteLink>(javascript:alert(1))', '\\[fix\\](javascript:alert(1))'],
    ['[[x]](/notes/secret/)(javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['[`[x]`](/notes/secret/)(javascript:alert(1))', '`[x]`(javascript:alert(1))'],
    ['A [*\\[b\\]*](/notes/secret/)(data:x)', 'A *\\[b\\]*(data:x)'],
    ['<NoteLink id="secret">import the dump</NoteLink> first.', '&#105;mport the dump first.'],
    ['[export](/notes/secret/) it.', '&#101;xport it.'],
    ['[# Title](/notes/secret/)', '\\# Title'],
    ['[- item](/notes/secret/)', '\\- item'],
    ['[1. item](/notes/secret/)', '1\\. item'],
  ])('%s', (body, expected) => {
    expect(publishBody(body, INTERNAL_FILES)).toBe(expected);
  });
});

test('leaves out footnotes that only footnotes of an internal part use', () => {
  const body = [
    'Text[^c].\n\n<Internal>\n\nWhy[^a].\n\n</Internal>',
    '[^a]: See[^b].\n\n[^b]: Secret[^d].\n\n[^c]: Public.\n\n[^d]: More.',
  ].join('\n\n');
  expect(publishBody(body)?.replace(/\n{2,}/g, '\n\n')).toBe('Text[^c].\n\n[^c]: Public.');
});

test('leaves out a long chain of footnotes in little time', () => {
  const notes = Array.from({ length: 900 }, (_, index) => `[^n${index}]: See[^n${index + 1}].`);
  const body = ['Text.', '<Internal>\n\nWhy[^n0].\n\n</Internal>', ...notes, '[^n900]: End.'].join('\n\n');
  expect(publishBody('Text.\n\n<Internal>\n\nWhy[^n0].\n\n</Internal>\n\n[^n0]: End.')).toBe('Text.');
  const { user } = process.cpuUsage();
  expect(publishBody(body)).toBe('Text.');
  expect(process.cpuUsage().user - user).toBeLessThan(2_500_000);
});

test('leaves out a chain of replaced entries at once if it ends at an internal one', () => {
  const tag = (index: number, end: string) => {
    const next = index < 299 ? `replacedBy: t-${index + 1}` : end;
    return `- { id: t-${index}, title: T${index}, meaning: M., ${next} }\n`;
  };
  const tags = (end: string) => Array.from({ length: 300 }, (_, index) => tag(index, end)).join('');
  const publishTags = (end: string) =>
    publish({
      'vocabulary/tags.yaml': `${SMALL_FILES['vocabulary/tags.yaml']}${tags(end)}- { id: other, title: O, meaning: M. }\n`,
    }).files['vocabulary/tags.yaml'];
  expect(publishTags('visibility: internal')).not.toMatch(/\bt-\d/);
  expect(publishTags('visibility: internal')).toContain('id: other');
  expect(publishTags('replacedBy: other')).toContain('id: t-0,');
});
