import { describe, expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

describe('the title', () => {
  test.each([
    [
      'the only heading of the first level',
      'a.md',
      '<!-- template -->\n\n[Home](../)\n\n# Mail is late\n\nBy an hour.',
      'Mail is late',
    ],
    [
      'the name of the file, if the first heading is a section',
      'out/2023-11-02-mail-is-late.md',
      '## Summary\n\nBy an hour.\n\n## Fix\n\nA disk.',
      'Mail is late',
    ],
    [
      'the name of the file, if the first heading is the question of a form',
      'mail-is-late.md',
      '### Severity\n\nSEV3\n\n### Impact\n\nAll.',
      'Mail is late',
    ],
    [
      'the name of the file without the id of Notion',
      'Mail is late 1c6cfdfcadfc4422b719a0d7a4cc5001.md',
      '## Impact\n\nAll.\n\n## Fix\n\nA disk.',
      'Mail is late',
    ],
    [
      'the first words, if the name of the file says nothing',
      'report.md',
      'Mail came late.\n\n## Impact\n\nAll.\n\n## Fix\n\nA disk.',
      'Mail came late',
    ],
    [
      'the first heading of several',
      'a.md',
      '# Mail is late\n\n# Timeline\n\nNone.\n\n# Impact\n\nAll.',
      'Mail is late',
    ],
  ])('is %s', async (_, path, text, title) => {
    expect((await importShape(path, text)).fields).toMatch(new RegExp(`^title: ${title}$`, 'm'));
  });

  test('comes after the notes of a template, and the summary after the title', async () => {
    const { fields, body } = await importShape(
      'a.md',
      '> Copy this page.\n\nAsk the [team](x.md).\n\n# Mail is late\n\nMail took an hour.\n\n## Fix\n\nA disk.',
    );
    expect(fields).toMatch(/^summary: Mail took an hour\.$/m);
    expect(body).toMatch(/^> Copy this page\./);
  });
});

test('counts the levels of headings from the second, without gaps', async () => {
  const { body } = await importShape(
    'a.md',
    '# T\n\nText.\n\n# One\n\n### Two\n\n##### Three\n\n# Four\n\nMore.',
  );
  expect(body.match(/^#+ .*$/gm)).toEqual(['## One', '### Two', '#### Three', '## Four']);
  const other = await importShape('a.md', '# T\n\nText.\n\n### One\n\n#### Two\n\n### Three');
  expect(other.body.match(/^#+ .*$/gm)).toEqual(['## One', '### Two', '## Three']);
});

describe('the front matter', () => {
  test('in TOML, with the groups of Hugo and Zola', async () => {
    const { fields, body } = await importShape(
      'a.md',
      '+++\ntitle = "Mail is late"\ndate = 2023-11-02\n[taxonomies]\ntags = ["postgres"]\n[extra]\nsummary = "By an hour."\nteam = "ops"\n+++\n\nText.',
    );
    expect(fields).toMatch(/^title: Mail is late\nsummary: By an hour\.$/m);
    expect(fields).toMatch(/^ {2}- postgresql$/m);
    expect(fields).toMatch(/published: "2023-11-02"/);
    expect(body).toContain('- extra.team: ops');
  });

  test('in JSON', async () => {
    const { fields } = await importShape(
      'a.md',
      '{\n  "title": "Mail is late",\n  "severity": "sev2"\n}\n\nText.',
    );
    expect(fields).toMatch(/^title: Mail is late$/m);
    expect(fields).toMatch(/^severity: sev2$/m);
  });

  test('that is not TOML is kept as text', async () => {
    const { body, remarks } = await importShape('a.md', '+++\na = [1\n+++\n\nText.');
    expect(body).toContain('a = \\[1');
    expect(remarks[0]).toBe('the frontmatter was not read (it is not valid TOML) and is kept as text');
  });

  test('of a status page of cState names the start and the end', async () => {
    const { fields, remarks } = await importShape(
      'a.md',
      '---\ntitle: Mail is late\ndate: 2023-11-02T08:00:00Z\nresolved: true\nresolvedWhen: 2023-11-02T09:00:00Z\naffected:\n  - Postgres\nsection: issue\n---\n\nText.',
    );
    expect(fields).toContain('started: "2023-11-02T08:00:00Z"\nresolved: "2023-11-02T09:00:00Z"');
    expect(fields).toContain('- postgresql');
    expect(remarks.join()).not.toContain('`resolved`');
  });
});

describe('the facts in the text', () => {
  const HEAD = [
    'Date: 2023-11-02 08:05 UTC',
    'Severity: SEV-3 (minor)',
    'Duration: 1h 20m',
    'Services: Postgres, ES',
    'Status: final',
  ];
  test.each([
    ['lines', HEAD.join('\n')],
    ['lines with bold names', HEAD.map((line) => line.replace(/^(\w+):/, '**$1:**')).join('\n')],
    [
      'lines with bold names before the colon',
      HEAD.map((line) => line.replace(/^(\w+):/, '**$1**:')).join('  \n'),
    ],
    ['a list', HEAD.map((line) => `- ${line}`).join('\n')],
    [
      'a table',
      `| Field | Value |\n| --- | --- |\n${HEAD.map((line) => `| ${line.replace(': ', ' | ')} |`).join('\n')}`,
    ],
    [
      'a table below a heading',
      `## Details\n\n| | |\n| --- | --- |\n${HEAD.map((line) => `| ${line.replace(': ', ' | ')} |`).join('\n')}`,
    ],
    ['answers', HEAD.map((line) => `### ${line.replace(': ', '\n\n')}`).join('\n\n')],
  ])('are taken from %s, and stay in it', async (_, head) => {
    const { fields, body } = await importShape(
      'a.md',
      `# Mail is late\n\n${head}\n\n## What happened\n\nMail took an hour.`,
    );
    expect(fields).toMatch(/^severity: sev3$/m);
    expect(fields).toMatch(/^started: 2023-11-02T08:05Z$/m);
    expect(fields).toMatch(/^duration: PT1H20M$/m);
    expect(fields).toMatch(/^services:\n {2}- postgresql\n {2}- elasticsearch$/m);
    expect(fields).toMatch(/^summary: Mail took an hour\.$/m);
    for (const words of ['SEV-3 (minor)', '1h 20m', 'final']) expect(body).toContain(words);
  });

  test.each([
    ['Severity: P1', 'severity: P1'],
    ['Date: 11/02/2023', 'started: 11/02/2023'],
    ['Duration: about a morning', 'duration: about a morning'],
  ])('%s is offered, because it can mean several things', async (line, offer) => {
    const { fields, offers } = await importShape('a.md', `# Mail is late\n\n${line}\n\nMail took an hour.`);
    expect(offers).toContain(`From "${line}".`);
    expect(offers).toMatch(new RegExp(`^${offer}$`, 'm'));
    expect(fields).not.toContain(offer);
  });

  test.each(['N/A', 'TBD', '_No response_', 'TODO', '???', 'to be determined'])(
    '%s is a gap',
    async (words) => {
      const { fields, offers, gaps } = await importShape(
        'mail-is-late.md',
        `### Severity\n\n${words}\n\n### Summary\n\n${words}\n\n### Impact\n\n${words}\n\n### What went well\n\n- ${words}\n`,
      );
      expect(fields).toMatch(/^severity: unknown$/m);
      expect(fields).toMatch(/^impact: unknown$/m);
      expect(fields).not.toContain('wentWell');
      expect(offers).toBe('');
      expect(gaps).toContain('impact');
    },
  );

  test.each([
    ['Mail is late on 2 November 2023', '2023-11-02'],
    ['2023-11-02: mail is late', '2023-11-02'],
    ['Ausfall am 2. November 2023', '2023-11-02'],
    ['Panne du 2 novembre 2023', '2023-11-02'],
  ])('the only day in the title %j is the start', async (title, day) => {
    expect((await importShape('a.md', `# ${title}\n\nText.`)).fields).toContain(`started: "${day}"`);
  });

  test.each(['Mail is late on 2–4 November 2023', 'From 2023-11-02 to 2023-11-04', 'Release 2023.11'])(
    'the title %j names no single day',
    async (title) => {
      expect((await importShape('a.md', `# ${title}\n\nText.`)).fields).toContain('started: XXXX');
    },
  );

  test.each([
    ['the first sentences', 'On 2 November 2023, mail was late.', 'Times in UTC.', '2023-11-02T08:05Z'],
    [
      'the start of the timeline',
      'Text.\n\nMeeting: 9 November 2023',
      'It began on 2 November 2023, all times in UTC.',
      '2023-11-02T08:05Z',
    ],
    ['the title', 'The meeting is on 2023-11-09.', 'Times in UTC.', '2023-11-01T08:05Z'],
  ])('the day of events without one is that of %s', async (place, story, introduction, at) => {
    const title = place === 'the title' ? 'Mail is late on 2023-11-01' : 'Mail is late';
    const { offers } = await importShape(
      'a.md',
      `# ${title}\n\n${story}\n\n## Timeline\n\n${introduction}\n\n- 08:05 it begins`,
    );
    expect(offers).toContain(`- at: ${at}\n    kind:\n    text: it begins`);
  });

  test('the day of a meeting is not that of an event', async () => {
    const { offers } = await importShape(
      'a.md',
      '# Mail is late\n\nReview meeting: 9 November 2023\n\n## Timeline\n\nTimes in UTC.\n\n- 08:05 it begins',
    );
    expect(offers).not.toContain('2023-11-09');
  });

  test('the time to resolve is the duration, whatever the time to repair', async () => {
    const { fields } = await importShape(
      'a.md',
      '# Mail is late\n\n- Time to repair: 50 min\n- Time to resolve: 1 h\n\nText.',
    );
    expect(fields).toContain('duration: PT1H');
  });

  test('the day in the name of the file is offered', async () => {
    const { fields, offers } = await importShape('2023-11-02-mail.md', '# Mail is late\n\nText.');
    expect(fields).toContain('started: XXXX');
    expect(offers).toContain(
      'From "the name of the file". Take it if this is when the incident started.\nstarted: "2023-11-02"',
    );
  });
});

describe('sections', () => {
  test.each([
    ['📈 Timeline', 'timeline'],
    ['Timeline (all times UTC)', 'timeline'],
    ['2. Timeline of events', 'timeline'],
    ['Timeline of the incident', 'timeline'],
    ['Detailed timeline', 'timeline'],
    ['Zeitlicher Ablauf', 'timeline'],
    ['Chronologie des événements', 'timeline'],
    ['Cronología del incidente', 'timeline'],
    ['Linha do tempo', 'timeline'],
    ['タイムライン', 'timeline'],
    [':bulb: Lessons learned', 'lessons'],
    ['Was wir gelernt haben', 'lessons'],
    ['Root Cause Analysis', 'factors'],
    ['Ursache', 'factors'],
    ['Causa raíz', 'factors'],
    ['根本原因', 'factors'],
  ])('%s is offered as %s', async (heading, field) => {
    const { offers } = await importShape(
      'a.md',
      `# T\n\nText.\n\n## ${heading}\n\nOn 2023-11-02 it began.\n\n- 2023-11-02 - x\n\n> y`,
    );
    expect(offers).toMatch(new RegExp(`^${field}:`, 'm'));
  });

  test.each([
    ['Action items', 'actions'],
    ['☑️ Follow-up actions', 'actions'],
    ['Corrective and preventative measures', 'actions'],
    ['Maßnahmen', 'actions'],
    ['Actions correctives', 'actions'],
    ['Próximos pasos', 'actions'],
    ['Ações corretivas', 'actions'],
    ['再発防止策', 'actions'],
    ['✅ What went well', 'wentWell'],
    ['Was lief gut?', 'wentWell'],
    ['What could have gone better?', 'wentWrong'],
    ['Contributing causes', 'factors'],
    ['Customer impact', 'impact'],
    ['Auswirkungen', 'impact'],
    ['影響範囲', 'impact'],
  ])('%s is taken as %s', async (heading, field) => {
    const { fields } = await importShape(
      'a.md',
      `# T\n\nText.\n\n## ${heading}\n\n- Raise the limit\n- Watch the queue`,
    );
    expect(fields).toMatch(new RegExp(`^${field}:`, 'm'));
    expect(fields).toContain('Raise the limit');
  });

  test('underlined, and in capitals, in plain text', async () => {
    const text =
      'Mail is late\n============\n\nSummary\n-------\nMail took an hour.\n\nACTION ITEMS\n\n* Raise the limit\n\nTIMELINE\n\n- 2023-11-02 08:05 UTC - it begins\n';
    const { fields, offers, body } = await importShape('a.txt', text);
    expect(fields).toMatch(/^title: Mail is late\nsummary: Mail took an hour\.$/m);
    expect(fields).toContain('- text: Raise the limit');
    expect(offers).toContain('- at: 2023-11-02T08:05Z');
    expect(body).not.toMatch(/[-=]{4}/);
  });

  test('are points of one list with bold names', async () => {
    const { fields, offers } = await importShape(
      'a.md',
      '# Mail is late\n\n- **Timeline**\n  - 2023-11-02 08:05 UTC it begins\n- **Duration**: 1h 20m\n- **Impact**: All mail.\n- **Follow-up**:\n  - Raise the limit\n',
    );
    expect(fields).toMatch(/^impact: All mail\.$/m);
    expect(fields).toMatch(/^duration: PT1H20M$/m);
    expect(fields).toContain('- text: Raise the limit');
    expect(offers).toContain('text: it begins');
  });

  test('of several incidents stay below their own heading, and are only offered', async () => {
    const part = (day: string, cause: string) =>
      `### ${day}\n\n**Root cause**\n\n- ${cause}\n\n**Impact:** ${cause} users\n`;
    const { fields, offers, body, remarks } = await importShape(
      'a.md',
      `# Two bad days\n\nText.\n\n## Stories\n\n${part('2 November', 'Full disk')}\n${part('4 November', 'Full queue')}`,
    );
    expect(fields).not.toContain('Full');
    expect(offers).toContain('From "Stories: 2 November: Root cause".');
    expect(offers).toContain('text: Full queue');
    expect(body.match(/^#+ .*$/gm)).toEqual([
      '## Stories',
      '### 2 November',
      '#### Root cause',
      '#### Impact',
      '### 4 November',
      '#### Root cause',
      '#### Impact',
    ]);
    expect(remarks.join()).toContain('is it more than one incident?');
  });

  test('an impact of items becomes one text', async () => {
    const { fields } = await importShape(
      'a.md',
      '# T\n\nText.\n\n## Impact\n\n- 12 orders lost\n- An hour of delay.',
    );
    expect(fields).toMatch(/^impact: 12 orders lost; An hour of delay\.$/m);
  });
});

describe('words that are no fact', () => {
  test('what is struck out never goes into a field', async () => {
    const { fields, body } = await importShape(
      'a.md',
      '# Mail is late\n\n## Summary\n\nMail was ~~never~~ late by an hour.\n\n## Follow-up\n\n- ~~Buy a host~~\n- Raise the limit\n\n## What went well\n\n- ~~Nothing~~\n- Alerts',
    );
    expect(fields).toMatch(/^summary: Mail was late by an hour\.$/m);
    expect(fields).not.toMatch(/never|Buy a host|Nothing/);
    for (const words of ['~~never~~', '~~Buy a host~~', '~~Nothing~~']) expect(body).toContain(words);
  });

  test('a picture in a summary stays in the body', async () => {
    const { fields, body } = await importShape(
      'a.md',
      '# T\n\n## Summary\n\nMail took an hour.\n\n![Load](img/load.png)\n\nSee ![x](b.png) here.',
    );
    expect(fields).toMatch(/^summary: Mail took an hour\.$/m);
    expect(body).toContain('load.png');
  });
});

describe('dialects of Markdown', () => {
  const bodyOf = async (text: string) => (await importShape('a.md', `# T\n\n${text}`)).body;

  test.each([
    [
      '!!! danger "Not twice"\n    The queue is lost.\n\n    Wait.\n\nAfter.',
      '> **Danger: Not twice**\n>\n> The queue is lost.\n>\n> Wait.\n\nAfter.',
    ],
    ['??? note\n    Text.', '> **Note**\n>\n> Text.'],
    ['!!! tip "A" On one line.', '> **Tip: A**\n>\n> On one line.'],
    [':::warning Not twice\nWait.\n:::', '> **Warning: Not twice**\n>\n> Wait.'],
    ['::: tip\nWait.\n:::', '> **Tip**\n>\n> Wait.'],
    ['> [!CAUTION]\n> Wait.', '> **Caution**\n>\n> Wait.'],
    ['```\n!!! note\n    x\n```', '```\n!!! note\n    x\n```'],
    ['!!! nothing below', '!!! nothing below'],
  ])('%j', async (text, markdown) => {
    expect(await bodyOf(text)).toBe(markdown);
  });

  test('a table of kramdown without a head, with its events', async () => {
    const { body, offers } = await importShape(
      'a.md',
      '# T\n\nText.\n\n## Timeline\n\nTimes in UTC.\n\n| **2023-11-02 08:05** | It begins |\n| **2023-11-02 08:30** | The alert |\n',
      { format: 'jekyll' },
    );
    expect(body).toContain('| | |\n| - | - |\n| **2023-11-02 08:05** | It begins |');
    expect(offers).toContain('- at: 2023-11-02T08:30Z\n    kind:\n    text: The alert');
  });

  test('names of emoji, but not in code', async () => {
    expect(await bodyOf('Unit :white_check_mark: load :x: `:x:` 10:30:45 :nosuch:')).toBe(
      'Unit ✅ load ❌ `:x:` 10:30:45 :nosuch:',
    );
  });
});

test.each(['incidents.csv', 'a.TSV'])('rejects %s, which is a table', async (path) => {
  await expect(importShape(path, 'a,b\n1,2', { format: 'text' })).rejects.toThrow('table of values (CSV)');
});

describe('shapes of notes and plain text', () => {
  test('names of sections in plain words before a list', async () => {
    const { offers, fields } = await importShape(
      'a.md',
      '# Flags are stale\n\nstart: 2024-05-30 18:41Z\n\ntimeline\n- 18:41Z deploy\n- 18:55Z noticed\n\nwhy\n- nothing checks the age\n\nTo do:\n- check the age\n',
    );
    expect(offers).toContain('at: 2024-05-30T18:41Z');
    expect(`${fields}${offers}`).toContain('text: nothing checks the age');
    expect(fields).toContain('actions:\n  - text: check the age');
  });

  test('other words before a list stay as they are', async () => {
    const { body } = await importShape('a.md', '# A\n\nThere are two ways:\n\n- one\n- two\n');
    expect(body).toContain('There are two ways:\n\n- one');
  });

  test('numbered headings with a line below them', async () => {
    const { fields } = await importShape(
      'a.md',
      'Cooling fails\n=============\n\n1. Effects\n----------\n\nAll services were down.\n\n2. Causes\n---------\n\n- Nobody cleans the filters.\n',
    );
    expect(fields).toContain('impact: All services were down.');
    expect(fields).toContain('factors:\n  - text: Nobody cleans the filters.');
  });

  test('facts in one line and in a quotation', async () => {
    const { fields } = await importShape(
      'a.md',
      '# A\n\n> **Date:** 2020-10-06 | **Duration:** 2 hours 10 minutes | **Status:** Complete\n\nIt broke.\n',
    );
    expect(fields).toContain('started: "2020-10-06"');
    expect(fields).toContain('duration: PT2H10M');
  });

  test('a line with bars but without facts stays as it is', async () => {
    const { body } = await importShape('a.md', '# A\n\n**Either** this | that | other\n');
    expect(body).toContain('this | that | other');
  });

  test.each([
    ['Duration (min): 95', 'PT95M'],
    ['Duration (hours): 2', 'PT2H'],
    ['Dauer: 1 Stunde 45 Minuten', 'PT1H45M'],
    ['Durée : 2 heures et 5 minutes', 'PT2H5M'],
    ['Duración: 3 horas', 'PT3H'],
    ['継続時間：2時間30分', 'PT2H30M'],
    ['持续时间：2小时15分钟', 'PT2H15M'],
    ['Duration: just under 2 hours', 'PT2H~'],
  ])('%s', async (line, duration) => {
    const { fields } = await importShape('a.md', `# A\n\n${line}\nSeverity: SEV2\n\nIt broke.\n`);
    expect(fields).toContain(`duration: ${duration}`);
  });

  test.each([
    ['Stop the update. Owner: platform team. Tracking: #1482', 'owner: platform team'],
    ['Stop the update (owner: platform team, due 2024-09-30)', 'owner: platform team'],
  ])('the owner ends with its sentence: %s', async (item, owner) => {
    const { fields } = await importShape('a.md', `# A\n\nIt broke.\n\n## Action items\n\n- ${item}\n`);
    expect(fields).toMatch(new RegExp(`${owner}$`, 'm'));
  });
});

describe('levels', () => {
  test('a level as the impact of a status page is no impact', async () => {
    const { fields, offers } = await importShape(
      'a.md',
      '# A\n\nImpact: Major\nDate: 2024-05-14\n\nIt broke.\n',
    );
    expect(fields).not.toMatch(/^impact:\s*\S*Major/m);
    expect(fields).not.toContain('Major');
    expect(offers).toContain('Major');
  });

  test.each([
    ['Priority: P2', 'P2'],
    ['Priority: 2', '2'],
    ['Priorität: 1', '1'],
    ['故障等级：P1', 'P1'],
  ])('%s is offered as the severity', async (line, level) => {
    const { fields, offers } = await importShape('a.md', `# A\n\n${line}\nDate: 2024-05-14\n\nIt broke.\n`);
    expect(fields).not.toMatch(/^severity: sev/m);
    expect(offers).toMatch(new RegExp(`severity.*${level}`));
  });
});

test('a heading in capitals can have small letters in brackets', async () => {
  const { fields } = await importShape(
    'a.txt',
    'Mail is late\n\nIMPACT\n\nAll.\n\nTIMELINE (all times Mountain Time, MDT)\n\n2024-05-14 01:05  The disk fills.\n',
  );
  expect(fields).toMatch(/^impact:.*All\.$/m);
  expect(fields).not.toMatch(/^impact:.*disk/m);
});

test('a Chinese page with numbered headings', async () => {
  const { fields } = await importShape(
    'a.md',
    '# 积分重复\n\n## 一、基本信息\n\n| 项目 | 内容 |\n|---|---|\n| 开始时间 | 2024年6月18日 20:03 |\n| 恢复时间 | 2024年6月18日 22:18 |\n\n> 本文所有时间均为北京时间（UTC+8）。\n\n## 三、影响范围\n\n- 用户受影响\n\n## 八、改进措施\n\n- 增加监控\n',
  );
  expect(fields).toContain('2024-06-18T20:03+08:00');
  expect(fields).toContain('用户受影响');
  expect(fields).toContain('增加监控');
});
