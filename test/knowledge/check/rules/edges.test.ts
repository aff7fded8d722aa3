/** Tests what rules accept and reject on each side of an edge. Their messages are asserted in `test/fixtures/bad/`. */
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import {
  LESSON_HEAD,
  listPlaces,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
  runRule,
  SMALL_FILES,
} from '../../small-content.ts';

const P = 'postmortems/a.mdx';
const L = 'lessons/a.mdx';
const N = 'notes/n.mdx';

/** Adds fields, from line 12 of a postmortem, line 5 of a lesson and line 7 of a note. */
const addFields = (head: string, ...fields: string[]) =>
  head.replace(/---\n$/, `${fields.join('\n')}\n---\n`);
const postmortem = (...fields: string[]) => ({ [P]: addFields(POSTMORTEM_HEAD, ...fields) });
const lesson = (...fields: string[]) => ({ [L]: addFields(LESSON_HEAD, ...fields) });
const note = (...fields: string[]) => ({ [N]: addFields(NOTE_HEAD, ...fields) });
/** The action is on line 13 of the postmortem. */
const action = (fields: string) => postmortem('actions:', `  - {${fields}}`);
const check = (fields: string) => lesson('checks:', `  - {${fields}}`);
const started = (time: string, ...fields: string[]) => ({
  [P]: addFields(POSTMORTEM_HEAD.replace('2018-03-10', time), ...fields),
});
const body = (text: string) => ({ [L]: `${LESSON_HEAD}${text}\n` });

/** The steps are from line 10 of the note, and its title is from column 27 of line 8. */
const steps = (text: string, title = 'T', attributes = '') => ({
  [N]: `${NOTE_HEAD}<Procedure id="p1" title="${title}" activity="now"${attributes}>\n\n${text}\n\n</Procedure>\n`,
});
const activity = (fields: string) => ({ 'vocabulary/activities.yaml': `- id: emergency\n  ${fields}\n` });
const redirects = (...items: string[]) => ({
  'redirects.yaml': items.map((item) => `- ${item}\n`).join(''),
});
const allowedSecret = (file: string) => ({
  'allowed-secrets.yaml': `- file: ${file}\n  fingerprint: 3fa9c1\n  reason: R.\n`,
});

type EdgeCase = [behaviour: string, files: Record<string, string | undefined>, ...places: string[]];

const CASES: Record<string, EdgeCase[]> = {
  'required-action-verb': [
    ['accepts an action without text', action('status: open')],
    ['accepts a text that is still to be written', action('text: TODO say what, status: open')],
    ['rejects a text without words', action('text: "— 80%", status: open'), `${P}:13:12-19`],
  ],
  'required-action-owner': [
    ['accepts an action with an owner', action('status: open, owner: platform team')],
    ['accepts a finished action without one', action('status: done')],
    ['rejects an action in progress without one', action('status: in-progress'), `${P}:13:14-25`],
  ],
  'required-action-done-when': [
    ['accepts an action that says when it is done', action('status: open, doneWhen: unknown')],
    ['accepts a finished action that does not', action('status: dropped')],
    ['rejects an action in progress that does not', action('status: in-progress'), `${P}:13:14-25`],
  ],
  'consistent-action-status': [
    ['accepts a reason for a dropped action', action('status: dropped, dropped: Gone, closed: 2018-04-01')],
    ['accepts a reason without a status', action('dropped: Gone')],
    ['rejects a reason for an action that is done', action('status: done, dropped: Gone'), `${P}:13:29-33`],
    ['accepts the day on which an action was done', action('status: done, closed: 2018-04-01')],
    ['rejects such a day for an open action', action('status: open, closed: 2018-04-01'), `${P}:13:28-38`],
    [
      'rejects such a day for an action in progress',
      action('status: in-progress, closed: 2018-04-01'),
      `${P}:13:35-45`,
    ],
  ],
  'no-overdue-action': [
    ['accepts an action that is due today', action('status: open, due: 2026-11-21')],
    ['rejects one that was due yesterday', action('status: open, due: 2026-11-20'), `${P}:13:25-35`],
    ['accepts one that is due this month', action('status: in-progress, due: 2026-11')],
    ['rejects one that was due last month', action('status: in-progress, due: 2026-10'), `${P}:13:32-39`],
    ['accepts one that is done', action('status: done, due: 2018-04-01')],
    ['accepts one that is due in an unknown year', action('status: open, due: XXXX-04-01')],
  ],
  'no-overdue-review': [
    ['accepts a review that is due today', lesson('reviewBy: 2026-11-21')],
    ['rejects one that was due yesterday', lesson('reviewBy: 2026-11-20'), `${L}:5:11-21`],
    ['accepts one that is due this month', lesson('reviewBy: 2026-11')],
    ['accepts one that is due in an unknown year', lesson('reviewBy: 202X')],
  ],
  'consistent-id-date': [
    ['accepts a file name without a date', { 'postmortems/outage.mdx': POSTMORTEM_HEAD }],
    ['accepts the date alone as a file name', { 'postmortems/2018-03-10.mdx': POSTMORTEM_HEAD }],
    [
      'rejects another date alone as a file name',
      { 'postmortems/2018-03-11.mdx': POSTMORTEM_HEAD },
      'postmortems/2018-03-11.mdx:8:10-20',
    ],
    ['accepts the month', { 'postmortems/2018-03-outage.mdx': POSTMORTEM_HEAD }],
    [
      'rejects another month',
      { 'postmortems/2018-04-outage.mdx': POSTMORTEM_HEAD },
      'postmortems/2018-04-outage.mdx:8:10-20',
    ],
    [
      'rejects a day that does not exist',
      { 'postmortems/2018-02-30-outage.mdx': POSTMORTEM_HEAD },
      'postmortems/2018-02-30-outage.mdx:8:10-20',
    ],
    ['accepts a date within the name', { 'postmortems/outage-2018-04-10-again.mdx': POSTMORTEM_HEAD }],
    ['accepts more digits than a date', { 'postmortems/2018-041-outage.mdx': POSTMORTEM_HEAD }],
    [
      'accepts any date if the start is approximate',
      { 'postmortems/2018-04-10-outage.mdx': POSTMORTEM_HEAD.replace('2018-03-10', '2018-03-10~') },
    ],
    [
      'accepts any date if the start cannot be read',
      { 'postmortems/2018-04-10-outage.mdx': POSTMORTEM_HEAD.replace('2018-03-10', 'March') },
    ],
  ],
  'consistent-times': [
    ['accepts the same day', postmortem('detected: 2018-03-10', 'resolved: 2018-03-10')],
    ['rejects the day before', postmortem('detected: 2018-03-09'), `${P}:12:11-21`],
    [
      'rejects a time once that is before two others',
      postmortem('mitigated: 2018-03-11', 'resolved: 2018-03-09'),
      `${P}:13:11-21`,
    ],
    [
      'rejects a time that is after the first of two others and before the second',
      postmortem('mitigated: 2018-03-12', 'resolved: 2018-03-11'),
      `${P}:13:11-21`,
    ],
    [
      'rejects every action that was closed before the start',
      postmortem('actions:', '  - closed: 2018-03-09', '  - closed: 2018-03-10', '  - closed: 2018-03-08'),
      `${P}:13:13-23`,
      `${P}:15:13-23`,
    ],
    [
      'rejects symptoms, detections and recoveries before the start, and accepts other events there',
      postmortem(
        'timeline:',
        ...['trigger', 'symptom', 'detection', 'recovery', 'action'].map(
          (kind) => `  - { kind: ${kind}, at: 2018-03-09 }`,
        ),
      ),
      `${P}:14:26-36`,
      `${P}:15:28-38`,
      `${P}:16:27-37`,
    ],
  ],
  'consistent-duration': [
    ['accepts any duration if the end is not known', postmortem('duration: P9D')],
    ['accepts days between days', started('2018-03-10', 'resolved: 2018-03-11', 'duration: P2D')],
    ['rejects more days', started('2018-03-10', 'resolved: 2018-03-11', 'duration: P4D'), `${P}:13:11-14`],
  ],
  'valid-timeline-order': [
    ['accepts the same time twice', postmortem('timeline:', '  - at: 2018-03-10', '  - at: 2018-03-10')],
    [
      'rejects each event that is before the latest one above it',
      postmortem(
        'timeline:',
        ...['2018-03-11', '2018-03-10', '2018-03-09', '2018-03-12', '2018-03-11'].map(
          (at) => `  - at: ${at}`,
        ),
      ),
      `${P}:14:9-19`,
      `${P}:15:9-19`,
      `${P}:17:9-19`,
    ],
    [
      'compares with the latest time above, across a month that contains it',
      postmortem('timeline:', ...['2018-03-11', '2018-03', '2018-03-10'].map((at) => `  - at: ${at}`)),
      `${P}:15:9-19`,
    ],
    [
      'ignores times in unknown years, and times that cannot be read',
      postmortem(
        'timeline:',
        ...['2018-03-11', 'XXXX-03-12', 'noon', '2018-03-10'].map((at) => `  - at: ${at}`),
      ),
      `${P}:16:9-19`,
    ],
  ],
  'known-factor-tag': [
    [
      'accepts a tag that the postmortem has',
      postmortem('tags: [not-reboot-safe]', 'factors:', '  - tags: [not-reboot-safe]'),
    ],
    [
      'rejects every other tag of every factor',
      postmortem('tags: [not-reboot-safe]', 'factors:', '  - tags: [a]', '  - tags: [not-reboot-safe, b]'),
      `${P}:14:12-13`,
      `${P}:15:29-30`,
    ],
    ['ignores what is not a text', postmortem('tags: [{ a: b }]', 'factors:', '  - tags: [{ c: d }]')],
  ],
  'known-pause-point': [
    ['accepts a pause point of the activity', check('activity: planned-reboot, pausePoint: after')],
    ['ignores an unknown activity', check('activity: reboot, pausePoint: after')],
    ['ignores a check without an activity', check('pausePoint: after')],
    ['ignores a check without a pause point', check('activity: emergency')],
    [
      'rejects a pause point of another activity',
      check('activity: emergency, pausePoint: after'),
      `${L}:6:39-44`,
    ],
    [
      'ignores an activity that has errors',
      {
        ...check('activity: emergency, pausePoint: after'),
        'vocabulary/activities.yaml': '- id: emergency\n  title: T\n',
      },
    ],
  ],
  'known-team': [
    ['accepts a page without a team', note()],
    ['rejects a team of an organization without teams', note('team: web'), `${N}:7:7-10`],
    [
      'ignores the team of an organization that has errors',
      { ...note('team: web'), 'vocabulary/organizations.yaml': '- id: example\n' },
    ],
    ['rejects a team without an organization', lesson('team: web'), `${L}:5:7-10`],
  ],
  'required-lesson-evidence': [
    ['accepts a lesson that a note teaches', { ...lesson(), ...note('lessons: [a]') }],
    [
      'accepts a lesson that a postmortem learned',
      { ...lesson(), ...postmortem('lessons: { learned: [a] }') },
    ],
    [
      'rejects a lesson that a note only mentions',
      { ...lesson(), [N]: `${NOTE_HEAD}<LessonLink id="a" />\n` },
      `${L}:3:1-10`,
    ],
    ['accepts a lesson that another one replaced', lesson('replacedBy: b')],
    [
      'rejects a lesson that only another lesson names',
      { ...lesson(), 'lessons/b.mdx': addFields(LESSON_HEAD, 'related: [a]', 'replacedBy: a') },
      `${L}:3:1-10`,
    ],
  ],
  'no-replacement-cycle': [
    ['accepts a chain', { ...lesson('replacedBy: b'), 'lessons/b.mdx': LESSON_HEAD }],
    ['rejects a lesson that replaces itself', lesson('replacedBy: a'), `${L}:5:13-14`],
    [
      'rejects every lesson of a cycle, and one that leads to it',
      {
        ...lesson('replacedBy: b'),
        'lessons/b.mdx': addFields(LESSON_HEAD, 'replacedBy: c'),
        'lessons/c.mdx': addFields(LESSON_HEAD, 'replacedBy: b'),
      },
      `${L}:5:13-14`,
      'lessons/b.mdx:5:13-14',
      'lessons/c.mdx:5:13-14',
    ],
    ['ignores the field in other documents', postmortem('replacedBy: a')],
  ],
  'no-duplicate-reference': [
    [
      'rejects a lesson that is both learned and confirmed',
      postmortem('lessons: { learned: [a], confirmed: [a] }'),
      `${P}:12:38-39`,
    ],
    [
      'accepts an entry in two lists',
      postmortem('services: [redis]', 'factors:', '  - services: [redis]', '  - services: [redis]'),
    ],
    ['accepts an entry in a field and in a list', note('organization: example', 'services: [redis]')],
    ['accepts an entry in two fields', { ...lesson('replacedBy: b', 'related: [b]') }],
    ['rejects the third as well', lesson('related: [b, b, b]'), `${L}:5:14-15`, `${L}:5:17-18`],
  ],
  'no-replaced-entry': [
    [
      'rejects a lesson that was replaced',
      { ...lesson('related: [b]'), 'lessons/b.mdx': addFields(LESSON_HEAD, 'replacedBy: c') },
      `${L}:5:11-12`,
    ],
    [
      'accepts it as the replacement of another, which has to name the next one',
      { ...lesson('replacedBy: b'), 'lessons/b.mdx': addFields(LESSON_HEAD, 'replacedBy: c') },
    ],
    [
      'ignores the field in notes and postmortems',
      {
        [N]: addFields(NOTE_HEAD, 'replacedBy: c'),
        [L]: `${LESSON_HEAD}<NoteLink id="n" />\n`,
      },
    ],
    [
      'ignores the field in activities',
      {
        'vocabulary/activities.yaml': SMALL_FILES['vocabulary/activities.yaml'].replace(
          '- id: emergency\n',
          '- id: emergency\n  replacedBy: planned-reboot\n',
        ),
        ...check('activity: emergency, pausePoint: now'),
      },
    ],
  ],
  'no-second-home': [
    [
      'accepts one home organization with one home team',
      {
        'vocabulary/organizations.yaml':
          '- id: a\n  home: true\n  teams: [{ id: x, home: true }, { id: y }]\n- id: b\n  teams: [{ id: z }]\n',
      },
    ],
    [
      'rejects a second home team and a home team of another organization',
      {
        'vocabulary/organizations.yaml':
          '- id: a\n  home: true\n  teams: [{ id: x, home: true }, { id: y, home: true }]\n- id: b\n  teams: [{ id: z, home: true }]\n',
      },
      'vocabulary/organizations.yaml:3:49-53',
      'vocabulary/organizations.yaml:5:26-30',
    ],
    [
      'ignores the field in other vocabularies',
      { 'vocabulary/tags.yaml': '- id: a\n  home: true\n- id: b\n  home: true\n' },
    ],
  ],
  'no-unused-tag': [
    ['rejects a tag that no page has', {}, 'vocabulary/tags.yaml:1:7-22'],
    ['accepts a tag of a note', note('tags: [not-reboot-safe]')],
    ['ignores other vocabularies', { 'vocabulary/tags.yaml': '' }],
  ],
  'no-vague-link-text': [
    ['accepts a text around a vague word', body('[see here](/search/)')],
    ['rejects a vague word between spaces', body('[ this link ](/search/)'), `${L}:6:1-24`],
    ['accepts a picture with a description', body('[![The graph](./a.png)](/search/)')],
    ['rejects a picture with a vague description', body('[![here](./a.png)](/search/)'), `${L}:6:1-29`],
    ['rejects a link by reference', body('[here][a]\n\n[a]: /search/'), `${L}:6:1-10`],
  ],
  'required-picture-description': [
    ['accepts a description that starts with a vague word', body('![Graph of the load](./a.png)')],
    ['rejects the vague word alone', body('![Graph](./a.png)'), `${L}:6:1-18`],
    ['rejects a file name', body('![load.jpeg](./a.png)'), `${L}:6:1-22`],
    ['rejects a file name with another extension', body('![load.jpg](./a.png)'), `${L}:6:1-21`],
    ['accepts a file name within a sentence', body('![The file load.png is empty](./a.png)')],
    ['rejects spaces alone', body('![ ](./a.png)'), `${L}:6:1-14`],
    ['rejects a picture by reference', body('![][a]\n\n[a]: ./a.png'), `${L}:6:1-7`],
  ],
  'no-unsafe-link': [
    ['accepts capitals in a scheme', body('[a](HTTPS://example.org/)')],
    ['accepts an address of a person', body('[a](mailto:a@example.org)')],
    ['accepts the subject and the text of an email', body('[a](mailto:a@example.org?Subject=A&body=B%20c)')],
    ...[
      'mailto:a@example.org?bcc=b@example.org',
      'mailto:a@example.org?subject=A&amp;CC=b@example.org',
      'mailto:a@example.org?subject=A&%62cc=b',
      'mailto:a@example.org?to=b@example.org',
      'mailto:a@example.org?attach=/etc/hosts',
      'mailto:a@example.org?subject=A%0d%0abcc:b',
      'mailto:a@example.org?body=A%0Ab',
      'mailto:a@example.org%0abcc:b',
      'mailto:a@example.org?subject=%E0%A4%A',
      'mailto:a@gіthub.com',
    ].map((url): [string, Record<string, string>, string] => [
      `rejects ${url}`,
      body(`[a](${url})`),
      `${L}:6:1-${url.length + 6}`,
    ]),
    ['rejects a host with a letter of another script', body('[a](https://gіthub.com/)'), `${L}:6:1-25`],
    ['rejects such a host in ASCII', body('<https://xn--gthub-n2e.com/>'.slice(1, -1)), `${L}:6:1-27`],
    ['accepts a host in another script', body('[a](https://例え.jp/) https://müller.example/')],
    [
      'rejects an address of another host as the text of a link',
      body('[https://github.com/login](https://evil.example/)\n[`github.com`](https://evil.example/)'),
      `${L}:6:1-50`,
      `${L}:7:1-38`,
    ],
    [
      'rejects the same by reference, where the text is',
      body('[github.com][b] [words][b]\n\n[b]: https://evil.example/'),
      `${L}:6:1-16`,
    ],
    ['accepts an address of the same host', body('[github.com/a](https://www.github.com/b)')],
    [
      'rejects the same in a sentence of a field',
      postmortem('actions:', '  - {text: "See [github.com](https://evil.example/) and https://gіthub.com/"}'),
      `${P}:13:17-52`,
      `${P}:13:57-76`,
    ],
    [
      'rejects the same in sources and tickets',
      {
        ...postmortem(
          'sources:',
          '  - {title: github.com/a, url: https://evil.example/}',
          '  - {title: A, url: https://gіthub.com/, archiveUrl: https://gіthub.com/}',
          'actions:',
          '  - {text: A, ticket: https://gіthub.com/1}',
        ),
        'vocabulary/activities.yaml':
          '- id: emergency\n  opening: [{text: A, source: {title: A, url: https://gіthub.com/}}]\n',
        'site.yaml': `${SMALL_FILES['site.yaml']}securityContact: mailto:a@b.example?bcc=c\nrepository: https://gіthub.com/a\n`,
      },
      `${P}:13:32-53`,
      `${P}:14:21-40`,
      `${P}:14:54-73`,
      `${P}:16:23-43`,
      'site.yaml:6:18-42',
      'site.yaml:7:13-33',
      'vocabulary/activities.yaml:2:47-66',
    ],
    ['ignores addresses in texts that were seen', postmortem('signals: ["https://gіthub.com/"]')],
    ['rejects a scheme within an address', body('[a](x:https://example.org/)'), `${L}:6:1-28`],
    ['rejects a host that looks like a path', body('[a](//example.org/)'), `${L}:6:1-20`],
    ['rejects a host after a backslash', body('[a](/\\\\example.org/)'), `${L}:6:1-21`],
    ['rejects a user name', body('[a](https://example.com@example.org/)'), `${L}:6:1-38`],
    ['rejects a definition once', body('[a][b] [c][b]\n\n[b]: b.mdx'), `${L}:8:1-11`],
    ['accepts a definition of a picture', body('![A graph][b]\n\n[b]: ./b.png')],
    ['rejects a link to the definition of a picture', body('[a][b]\n\n[b]: ./b.png'), `${L}:6:1-7`],
    ['ignores a reference without a definition', body('[a][b]')],
  ],
  'valid-picture': [
    ['ignores a reference without a definition', body('![a][b]')],
    ['rejects a missing picture by reference', body('![a][b]\n\n[b]: ./b.png'), `${L}:6:1-8`],
  ],
  'valid-file-name': [
    ['accepts digits and hyphens', { 'lessons/2-a-3.mdx': LESSON_HEAD }],
    ['accepts capitals in the name of a picture', { 'lessons/Graph_1.2.png': undefined }],
    [
      'rejects a space in the name of a picture',
      { 'lessons/Graph One.png': undefined },
      'lessons/Graph One.png:1:1-1',
    ],
    ['rejects two hyphens in a row', { 'lessons/a--b.mdx': LESSON_HEAD }, 'lessons/a--b.mdx:1:1-1'],
  ],
  'required-frontmatter': [
    ['rejects TOML after text as missing', { [L]: 'Text.\n+++\n' }, `${L}:1:1-4`],
    ['rejects an empty file', { [L]: '' }, `${L}:1:1-1`],
  ],
  'required-sections': [
    [
      'rejects a section without text before the next one',
      {
        'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'),
        [P]: `${POSTMORTEM_HEAD}## What happened\n\n## What was done\n\nText.\n`,
      },
      `${P}:13:1-17`,
    ],
    [
      'accepts a section whose text is below a smaller heading',
      {
        'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'),
        [P]: `${POSTMORTEM_HEAD}# Outage\n\n## What happened\n\n### First\n\n## What was done\n`,
      },
    ],
    [
      'rejects an empty section at the end of the file',
      {
        'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'),
        [P]: `${POSTMORTEM_HEAD}## First\n\nText.\n\n## What happened\n`,
      },
      `${P}:17:1-17`,
    ],
    [
      'rejects a section that a larger heading ends',
      {
        'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'),
        [P]: `${POSTMORTEM_HEAD}## What happened\n\n# Appendix\n\nText.\n`,
      },
      `${P}:13:1-17`,
    ],
    [
      'reports a missing section at the end of the fields',
      { 'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'), [P]: POSTMORTEM_HEAD },
      `${P}:12:1-4`,
    ],
    [
      'reports a missing section at the start of a file without fields',
      { 'site.yaml': SMALL_FILES['site.yaml'].replace('[]', '[What happened]'), [P]: 'Text.\n' },
      `${P}:1:1-2`,
    ],
    [
      'expects two sections if the settings, which are reported too, are missing',
      { 'site.yaml': undefined, [P]: POSTMORTEM_HEAD },
      `${P}:12:1-4`,
      `${P}:12:1-4`,
      'site.yaml:1:1-1',
    ],
    [
      'expects two sections if the settings have errors',
      { 'site.yaml': 'title: T\n', [P]: POSTMORTEM_HEAD },
      `${P}:12:1-4`,
      `${P}:12:1-4`,
    ],
  ],
  'no-todo': [
    ['rejects a word at the end of the file', { [L]: `${LESSON_HEAD}Text. TODO` }, `${L}:6:7-11`],
    ['rejects each word on its own', body('TBD and TBC, FIXME.'), `${L}:6:1-4`],
    ['accepts a longer word', body('TODOS and xTODO')],
    ['accepts code', body('`TODO`')],
    ['rejects a comment in the fields', lesson('tags: [] #TODO: find one'), `${L}:5:11-15`],
    ['rejects a comment that is only a word', lesson('tags: [] ##  TBD'), `${L}:5:14-17`],
    ['accepts a comment with a word inside it', lesson('tags: [] # see # TODO')],
    ['accepts a text that looks like a comment', lesson('owner: "a # TODO"')],
    ['ignores comments in other files', { 'site.yaml': `${SMALL_FILES['site.yaml']}# TODO\n` }],
  ],
  'no-trailing-space': [
    ['rejects spaces and tabs in prose', body('Text. \t'), `${L}:6:6-8`],
    ['rejects one after a value', lesson('tags: [] '), `${L}:5:9-10`],
    ['accepts them in a literal value', lesson('owner: |', '  a  ', '  b')],
    ['accepts them within quotes', lesson('owner: "a  ', '  b"')],
    ['accepts them in a signal', postmortem('signals:', '  - >-', '    seen  ', '    so')],
    ['rejects them in folded prose', lesson('owner: >-', '  a  ', '  b'), `${L}:6:4-6`],
    ['accepts them in code', body('`a  \nb`\n\n```\nc  \n```')],
    ['accepts them at a line break', body('a  \nb')],
    ['accepts them within a tag', body('<Callout  \n  kind="note">\n\na\n\n</Callout>')],
    ['accepts them within a tag in a sentence', body('a <LessonLink  \nid="a" /> b')],
    ['rejects them inside a component', body('<Callout kind="note">\n\na \n\n</Callout>'), `${L}:8:2-3`],
    ['accepts them in an expression', body('{1 +  \n1}\n\na {1 +  \n1} b')],
    ['rejects them after code', body('`a` \n\n```\nb  \n```\n\nc '), `${L}:6:4-5`, `${L}:12:2-3`],
    ['rejects them in other files', { 'dictionary.txt': 'replica \n' }, 'dictionary.txt:1:8-9'],
  ],
  'no-duplicate-anchor': [['ignores other documents', body('## A\n\n## A')]],
  'no-ambiguous-name': [
    ['accepts the id of an entry as its own alias', { 'vocabulary/tags.yaml': '- id: a\n  aliases: [a]\n' }],
    [
      'rejects a misspelling that is the id of another entry',
      { 'vocabulary/tags.yaml': '- id: a\n  misspellings: [c, b]\n- id: b\n' },
      'vocabulary/tags.yaml:2:21-22',
    ],
    [
      'accepts a name of an entry of another vocabulary',
      { 'vocabulary/tags.yaml': '- id: a\n  aliases: [redis, ES]\n' },
    ],
    ['ignores entries that are not fields', { 'vocabulary/tags.yaml': '- a\n- \n- id: b\n' }],
  ],
  'no-invisible-character': [
    ['rejects one character', body('a\u200bb'), `${L}:6:2-3`],
    ['rejects one character of two units', body('a\u{e0041}b'), `${L}:6:2-4`],
    ['rejects a joiner between Latin letters', body('a\u200db'), `${L}:6:2-3`],
    ['accepts tabs and the joiner of an emoji', body('a\tb 👩‍🚒')],
  ],
  'allowed-path': [
    ['rejects a file in the content folder', { 'a.b.mdx': '' }, 'a.b.mdx:1:1-1'],
    ['rejects a file in a folder with a dot', { 'lessons/old.d/a.b': '' }, 'lessons/old.d/a.b:1:1-1'],
  ],
  'known-check-evidence': [
    [
      'accepts a postmortem that learned the lesson, and one that confirmed it',
      {
        ...check('evidence: [b, c]'),
        'postmortems/b.mdx': addFields(POSTMORTEM_HEAD, 'lessons: { learned: [a] }'),
        'postmortems/c.mdx': addFields(POSTMORTEM_HEAD, 'services: [redis]', 'lessons: { confirmed: [a] }'),
      },
    ],
    [
      'rejects a postmortem that learned another lesson',
      {
        ...check('evidence: [b]'),
        'postmortems/b.mdx': addFields(POSTMORTEM_HEAD, 'lessons: { learned: [c] }'),
      },
      `${L}:6:17-18`,
    ],
    [
      'rejects a postmortem that has the id in another list',
      {
        ...check('evidence: [b]'),
        'postmortems/b.mdx': addFields(POSTMORTEM_HEAD, 'services: [a]', 'tags: [a]'),
      },
      `${L}:6:17-18`,
    ],
    ['ignores a postmortem that does not exist', check('evidence: [b]')],
    [
      'rejects evidence that only a note teaches',
      {
        ...check('evidence: [b]'),
        'postmortems/b.mdx': POSTMORTEM_HEAD,
        [N]: addFields(NOTE_HEAD, 'lessons: [a]'),
      },
      `${L}:6:17-18`,
    ],
  ],
  'required-destructive-mark': [
    ['accepts a step with a mark', steps('1. <Destructive onlyIf="unknown" />\n\n   Delete the queue.')],
    [
      'accepts the steps within a marked step',
      steps('1. <Destructive onlyIf="unknown" />\n\n   Do it:\n\n   1. Delete the queue.'),
    ],
    ['rejects a step without one', steps('1. Look.\n2. Delete the queue.'), `${N}:11:4-21`],
    ['reports a step once', steps('1. Delete the queue.\n\n   Delete the topic.'), `${N}:10:4-21`],
    [
      'rejects a step within a step',
      steps('1. Clean up:\n\n   1. Delete the queue.\n   2. Look.'),
      `${N}:12:7-24`,
    ],
    [
      'rejects a command in code',
      steps('1. Run:\n\n   ```\n   kubectl delete pod x\n   ```'),
      `${N}:12:4-14:7`,
    ],
    ['rejects a command in a sentence', steps('1. Run `kubectl delete pod x`.'), `${N}:10:8-30`],
    ['accepts destructive words in code that is no command', steps('1. Look for `Delete the queue`.')],
    [
      'rejects a command to copy',
      steps('1. Run:\n\n   <Command run="kubectl delete pod x" />'),
      `${N}:12:4-42`,
    ],
    ['accepts other components', steps('1. Look:\n\n   <Callout kind="note">\n\n   Look.\n\n   </Callout>')],
    ['accepts a component without a command', steps('1. Look:\n\n   <Command where="here" />')],
    ['rejects a title without a mark in a step', steps('1. Look.', 'Delete the queue'), `${N}:8:27-43`],
    [
      'accepts a title with a mark in a step',
      steps(
        '1. Look:\n\n   1. <Destructive onlyIf="unknown" />\n\n      Delete the queue.',
        'Delete the queue',
      ),
    ],
    [
      'rejects a title with another component in a step',
      steps('1. Look:\n\n   <Command run="ls" />', 'Delete the queue'),
      `${N}:8:27-43`,
    ],
    [
      'reports the step alone if it is destructive too',
      steps('1. Delete it.', 'Delete the queue'),
      `${N}:10:4-14`,
    ],
    [
      'ignores a procedure without a title',
      { [N]: `${NOTE_HEAD}<Procedure id="p">\n\n1. Look.\n\n</Procedure>\n` },
    ],
    ['ignores a procedure without steps', steps('Delete the queue.', 'Delete the queue')],
    [
      'ignores lists outside of procedures',
      {
        [N]: `${NOTE_HEAD}1. Delete the queue.\n\n<Callout kind="note">\n\n1. Delete the queue.\n\n</Callout>\n`,
      },
    ],
  ],
  'consistent-outline': [
    [
      'rejects steps that only refer to another text',
      steps('1. See the wiki.\n2. Follow the runbook.'),
      `${N}:10:1-11:23`,
    ],
    ['accepts a step that says what to do', steps('1. See the wiki.\n2. Restart the queue.')],
    ['accepts a reference with a command', steps('1. See the wiki.\n\n   <Command run="ls" />')],
    ['accepts a reference with code', steps('1. See the wiki.\n\n   ```\n   ls\n   ```')],
    [
      'rejects a reference with another component',
      steps('1. See the wiki: <NoteLink id="n" />'),
      `${N}:10:1-37`,
    ],
    ['rejects a sentence that says so', steps('This is an outline.\n\n1. Restart it.'), `${N}:10:1-20`],
    ['accepts such a sentence in a quotation', steps('> This is an outline.\n\n1. Restart it.')],
    ['accepts an outline', steps('1. See the wiki.', 'T', ' outline="The script is in the wiki."')],
    ['accepts an outline with some commands', steps('1. See.\n2. <Command run="ls" />', 'T', ' outline="x"')],
    [
      'rejects an outline with a command in each step',
      steps('1. <Command run="ls" />\n2. Do:\n\n   ```\n   ls\n   ```', 'T', ' outline="x"'),
      `${N}:8:45-56`,
    ],
    [
      'rejects an outline with a command in each inner step',
      steps('1. Do:\n\n   1. <Command run="ls" />\n   2. <Command run="ls" />', 'T', ' outline="x"'),
      `${N}:8:45-56`,
    ],
    [
      'accepts an outline with an inner step without a command',
      steps('1. Do:\n\n   1. <Command run="ls" />\n   2. Look.', 'T', ' outline="x"'),
    ],
    [
      'ignores other components',
      { [N]: `${NOTE_HEAD}<Callout kind="note">\n\n1. See the wiki.\n\n</Callout>\n` },
    ],
    ['ignores a procedure without steps', steps('This is an outline.')],
  ],
  'max-pause-points': [
    ['accepts nine opening items', activity(`opening: [${'{ text: T }, '.repeat(9)}]`)],
    [
      'rejects the tenth and no later one',
      activity(`opening: [${'{ text: T }, '.repeat(11)}]`),
      `vocabulary/activities.yaml:2:130-141`,
    ],
    ['accepts three pause points', activity(`pausePoints: [${'{ id: T }, '.repeat(3)}]`)],
    [
      'rejects the fourth and no later one',
      activity(`pausePoints: [${'{ id: T }, '.repeat(5)}]`),
      `vocabulary/activities.yaml:2:50-59`,
    ],
    [
      'ignores the fields in other vocabularies',
      { 'vocabulary/tags.yaml': `- id: a\n  opening: [${'{ text: T }, '.repeat(11)}]\n` },
    ],
  ],
  'max-check-length': [
    ['accepts 90 characters, with spaces around them', check(`text: " ${'a'.repeat(90)} "`)],
    ['rejects 91 characters', check(`text: ${'a'.repeat(91)}`), `${L}:6:12-103`],
    ['rejects 91 characters of a value', check(`expect: ${'a'.repeat(91)}`), `${L}:6:14-105`],
    [
      'rejects 91 characters of an opening item',
      activity(`opening: [{ text: ${'a'.repeat(91)} }]`),
      'vocabulary/activities.yaml:2:21-112',
    ],
    [
      'ignores other vocabularies',
      { 'vocabulary/tags.yaml': `- id: a\n  opening: [{ text: ${'a'.repeat(91)} }]\n` },
    ],
  ],
  'required-check-verb': [['accepts a check without a text', check('expect: one')]],
  'no-vague-check-value': [
    ['rejects a vague value between spaces', check('expect: " ok "'), `${L}:6:14-20`],
    ['accepts a vague word within a value', check('expect: ok or degraded')],
  ],
  'no-code': [
    ['accepts a comment', body('{/* a */}\n\nText {/* b */ /* c */} here.')],
    ['rejects empty braces', body('{}\n\nText {} here.'), `${L}:6:1-3`, `${L}:8:6-8`],
    ['rejects a comment with code', body('{/* a */ 1}'), `${L}:6:1-12`],
    ['rejects an expression as the value of an attribute', body('<Command run={1} />'), `${L}:6:10-17`],
    ['rejects it in a sentence', body('Text <LessonLink id={1} /> here.'), `${L}:6:18-24`],
    ['rejects it in an unknown component', body('<Unknown a={[1]} />'), `${L}:6:10-17`],
    ['accepts an attribute without a value', body('<Command run />')],
    ['accepts a list of texts', steps('1. Look.', 'T', ' services={["redis"]}')],
    ['rejects an export', body('export const a = 1'), `${L}:6:1-19`],
  ],
  'known-component': [
    ['rejects a fragment', body('<>\n\nText.\n\n</>'), `${L}:6:1-3`],
    ['rejects a component in a sentence', body('Text <b>here</b>.'), `${L}:6:6-8`],
  ],
  'valid-component-use': [
    ['rejects text in braces of a list, once', steps('1. Look.', 'T', ' services={"redis"}'), `${N}:8:45-63`],
    ['ignores an expression in place of a text, which is code', body('<Command run={1} />')],
    ['rejects an attribute without a value', body('<Command run />'), `${L}:6:10-13`],
    ['rejects an internal part that ends at once', body('<Internal />\n\nThe contract.'), `${L}:6:1-10`],
    ['rejects an internal part with nothing in it', body('<Internal>\n\n</Internal>'), `${L}:6:1-10`],
    [
      'rejects an internal part with a comment only',
      body('<Internal>\n\n{/* x */}\n\n</Internal>'),
      `${L}:6:1-10`,
    ],
    ['rejects a callout with nothing in it', body('<Callout kind="note" />\n\nText.'), `${L}:6:1-9`],
    ['accepts an internal part with a picture', body('<Internal>\n\n![A plan](./plan.png)\n\n</Internal>')],
    [
      'rejects the name of a property of every object',
      body('<Command run="a" toString="b" />'),
      `${L}:6:18-30`,
    ],
    [
      'rejects a component in a link by reference',
      body('[a <LessonLink id="a" />][b]\n\n[b]: /search/'),
      `${L}:6:4-15`,
    ],
    [
      'accepts code and emphasis in a link component',
      body('<LessonLink id="a">*a* **b** ~~c~~ `d`</LessonLink>'),
    ],
    [
      'rejects a component in a link component',
      body('a <LessonLink id="a"><NoteLink id="n" /></LessonLink>'),
      `${L}:6:22-41`,
    ],
    ['accepts bullets next to the steps', steps('- First.\n\n1. Look.')],
    ['rejects a fragment around steps only as unknown', body('<>\n\n1. Look.\n\n</>')],
  ],
  'valid-redirect-from': [
    ['accepts the id of a page that is gone', redirects('{ kind: tag, from: a, to: not-reboot-safe }')],
    ['rejects an id in use', redirects('{ kind: service, from: redis, to: a }'), 'redirects.yaml:1:26-31'],
    [
      'rejects the address of another page or a file of the site',
      redirects(
        '{ kind: activity, from: build, to: emergency }',
        '{ kind: activity, from: source, to: emergency }',
        '{ kind: activity, from: binder, to: emergency }',
        '{ kind: activity, from: builds, to: emergency }',
        '{ kind: service, from: build, to: redis }',
      ),
      'redirects.yaml:1:27-32',
      'redirects.yaml:2:27-33',
      'redirects.yaml:3:27-33',
    ],
    [
      'rejects the second redirect of a kind from an id',
      redirects(
        '{ kind: tag, from: a, to: b }',
        '{ kind: service, from: a, to: b }',
        '{ kind: tag, from: a, to: c }',
      ),
      'redirects.yaml:3:22-23',
    ],
    [
      'rejects a procedure without its note',
      redirects('{ kind: procedure, from: a, to: n#b }'),
      'redirects.yaml:1:28-29',
    ],
    [
      'rejects a procedure of an unknown note',
      redirects('{ kind: procedure, from: "m#a", to: n#b }'),
      'redirects.yaml:1:28-33',
    ],
    [
      'accepts a procedure of a note that exists, or is redirected',
      {
        ...redirects(
          '{ kind: procedure, from: "n#a", to: n#b }',
          '{ kind: procedure, from: "m#a", to: n#b }',
          '{ kind: note, from: m, to: n }',
        ),
        [N]: NOTE_HEAD,
      },
    ],
    ['ignores a redirect without an old id', redirects('{ kind: tag, to: a }')],
  ],
  'no-redirect-chain': [
    ['ignores a redirect without a new id', redirects('{ kind: tag, from: a }')],
    [
      'rejects a redirect to a redirect',
      redirects('{ kind: tag, from: a, to: b }', '{ kind: tag, from: b, to: c }'),
      'redirects.yaml:1:29-30',
    ],
    [
      'rejects every redirect of a loop',
      redirects('{ kind: tag, from: a, to: b }', '{ kind: tag, from: b, to: a }'),
      'redirects.yaml:1:29-30',
      'redirects.yaml:2:29-30',
    ],
    [
      'accepts the same ids of different kinds',
      redirects('{ kind: tag, from: a, to: b }', '{ kind: service, from: b, to: c }'),
    ],
  ],
  'valid-redirects': [
    ['accepts an empty file', { 'redirects.yaml': '' }],
    ['accepts a file with comments alone', { 'redirects.yaml': '# none\n' }],
    ['accepts an empty list', { 'redirects.yaml': '[]\n' }],
    ['rejects fields', { 'redirects.yaml': 'kind: tag\n' }, 'redirects.yaml:1:1-2:1'],
    ['ignores a file with errors', { 'redirects.yaml': 'kind: "tag\n' }],
  ],
  'valid-vocabulary': [
    ['ignores a file with errors', { 'vocabulary/tags.yaml': 'id: "a\n' }],
    [
      'accepts a service with the name of a page for checklists',
      { 'vocabulary/services.yaml': '- id: build\n' },
    ],
    [
      'rejects an activity whose address is that of a page or a file of the site',
      { 'vocabulary/activities.yaml': '- id: builds\n- id: build\n- id: source\n- id: binder\n' },
      'vocabulary/activities.yaml:2:7-12',
      'vocabulary/activities.yaml:3:7-13',
      'vocabulary/activities.yaml:4:7-13',
    ],
  ],
  'no-unused-allowed-secret': [
    ['rejects a file that does not exist', allowedSecret('lessons/b.mdx'), 'allowed-secrets.yaml:1:9-22'],
    [
      'rejects a secret that is not in the file',
      { ...allowedSecret(L), ...lesson() },
      'allowed-secrets.yaml:2:16-22',
    ],
    ['ignores an entry with errors', { 'allowed-secrets.yaml': '- file: lessons/b.mdx\n' }],
  ],
};

describe.each(Object.entries(CASES))('%s', (rule, cases) => {
  test.each(cases)('%s', (_behaviour, files, ...places) => {
    expect(listPlaces(runRule(rule, files))).toEqual(places);
  });
});

/** Values that break every rule for the fields of postmortems, and for the checks of lessons. */
const BROKEN_FIELDS = [
  'started: 2018-03-11T10:00Z',
  'resolved: 2018-03-10T10:00Z',
  'duration: PT3H',
  'tags: [not-reboot-safe]',
  'factors: [{ tags: [b] }]',
  'timeline: [{ at: 2018-03-10, kind: symptom }, { at: 2018-03-09 }]',
  'actions: [{ text: Better alerts, status: open, due: 2018-03-10, closed: 2018-03-09 }]',
  `checks: [{ text: ${'Limit '.repeat(20)}, expect: ok, activity: emergency, pausePoint: later }]`,
];

test('the rules for postmortems and lessons ignore the same fields in other documents', () => {
  const known = ['known-field', 'required-field', 'valid-value', 'no-unused-tag'];
  const reported = (files: Record<string, string>) =>
    RULES.map(({ name }) => name).filter((name) => !known.includes(name) && runRule(name, files).length > 0);
  expect(reported({ [N]: addFields(NOTE_HEAD, ...BROKEN_FIELDS) })).toEqual([]);
  expect(reported({ [P]: addFields(POSTMORTEM_HEAD, ...BROKEN_FIELDS) }).length).toBeGreaterThan(5);
});
