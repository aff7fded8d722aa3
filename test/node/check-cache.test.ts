import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckReport } from '../../src/knowledge/check/check-report.ts';
import type { FileInput } from '../../src/knowledge/source/file-input.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { CheckCache } from '../../src/node/check-cache.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { SMALL_FILES } from '../knowledge/small-content.ts';

const location = mkdtempSync(join(tmpdir(), 'hindsight-check-cache-'));
afterAll(() => rmSync(location, { recursive: true }));

const FOLDER = '/content-of-this-test';
const openCache = () => CheckCache.open(FOLDER, location);

async function check(files: readonly FileInput[], cache?: CheckCache): Promise<CheckReport> {
  const content = await createMaskedContent(files, 'content', undefined, cache?.findSecrets);
  return checkContent(content, content.files, cache);
}

const postmortem = (fields: string, body = 'It came back.') =>
  `---\ntitle: Redis was gone\nsummary: It was gone.\nkind: incident\nstatus: reviewed\nseverity: unknown\nstarted: 2018-03-10\n` +
  `detection: { method: alert }\ntrigger: unknown\nimpact: None.\n${fields}\n---\n\n## What happened\n\n${body}\n`;
const lesson = (fields: string, body = '') =>
  `---\ntitle: Start services at boot\nstatement: Services start by themselves.\nreason: Machines reboot.\n${fields}\n---\n\n${body}\n`;
const note = (fields: string, body: string) =>
  `---\ntitle: Redis\nsummary: How it works.\nstatus: reviewed\nservices: [redis]\n${fields}\n---\n\n${body}\n`;
const procedure = (id: string) =>
  `<Procedure id="${id}" title="Start it" activity="emergency" services={["redis"]}>\n\n1. Start it.\n\n</Procedure>`;
const activities = (places: string, id = 'planned-reboot') =>
  `- id: ${id}\n  title: Planned reboot\n  objective: Everything is back.\n  mode: do-confirm\n  pausePoints:\n    - id: before\n      title: Before\n${places}` +
  `- id: emergency\n  title: Emergency\n  objective: Stop the harm.\n  mode: read-do\n  pausePoints:\n    - id: now\n      title: Now\n`;
const checks = (count: number, evidence: string) =>
  `checks:\n${Array.from({ length: count }, (_, at) => `  - { id: c${at}, activity: planned-reboot, pausePoint: before, text: Read the log ${at}, expect: no errors, evidence: [${evidence}] }\n`).join('')}`;
const site = (fields: string) => SMALL_FILES['site.yaml'].replace(/sections: .*$/s, fields);

const SECRET = `password${'='}hunter2-and-${'more9'}`;

/** Texts of each file, from which each edit picks another; undefined if there is no such file. */
const VARIANTS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'postmortems/a.mdx': [
    undefined,
    postmortem('organization: example\ntags: [not-reboot-safe]\nlessons: { learned: [boot] }'),
    postmortem('organization: example\nteam: web\nservices: [redis-server]\nlessons: { learned: [later] }'),
    postmortem(
      'organization: elsewhere\nservices: [elasticsearch]\nactions: [{ text: Do it, owner: web team, status: open, due: 2026-12 }]',
    ),
    postmortem('organization: example', 'Text.\n\n## Impact\n\nText.\n\n## What happened\n\nText.'),
    postmortem(
      'organization: exmple',
      `Jane Web forgot it. ${SECRET} The replicaton of Elasticsearch stopped.`,
    ),
    '---\ntitle: [\n---\n\n<Broken',
  ],
  'postmortems/b.mdx': [
    postmortem(
      'organization: example',
      '[There](/notes/n/#second), [here](/lessons/boot/#checks), [old](/tags/old/).',
    ),
    postmortem(
      'organization: example\ntags: [old]',
      'See <PostmortemLink id="a" /> and <ProcedureLink id="n#start" />.',
    ),
    postmortem(
      'organization: example\nstarted: 2026-11-25',
      '![A graph](./graph.png)\n\n## What was done\n\nIt was started.',
    ),
    postmortem('organization: example\ntags: ["not\\x2dreboot-safe"]', 'A frobnicator, and a zorkmid.'),
  ],
  'notes/n.mdx': [
    undefined,
    note('organization: example\nlessons: [boot]', `## First\n\n${procedure('start')}`),
    note(
      'organization: example\nreviewBy: 2026-12',
      `## Second\n\n${procedure('restart')}\n\n![A graph](./graph.png)`,
    ),
    note('organization: example', 'See <NoteLink id="m" /> and <LessonLink id="boot" />.'),
  ],
  'notes/m.mdx': [undefined, note('organization: example\ntags: [renamed]', `## First\n\n${SECRET}`)],
  'lessons/boot.mdx': [
    undefined,
    lesson(checks(1, 'a')),
    lesson(checks(10, 'b')),
    lesson('replacedBy: later'),
    lesson('tags: [not-reboot-safe]', 'Its [checks](#checks).'),
  ],
  'lessons/later.mdx': [undefined, lesson('replacedBy: boot'), lesson(checks(1, 'a')), '---\n: [\n---\n'],
  'vocabulary/services.yaml': [
    SMALL_FILES['vocabulary/services.yaml'],
    '- id: redis-server\n  title: Redis\n  meaning: A store.\n  aliases: [Web, zorkmid]\n- id: redis\n  replacedBy: redis-server\n  title: Old\n  meaning: Old.\n  aliases: [web]\n',
    '- id: elasticsearch\n  title: Elasticsearch\n  meaning: A search.\n  misspellings: [redis]\n',
    undefined,
  ],
  'vocabulary/tags.yaml': [
    SMALL_FILES['vocabulary/tags.yaml'],
    '- id: renamed\n  title: Not reboot-safe\n  meaning: It does not.\n- id: old\n  title: Old\n  meaning: Old.\n  replacedBy: renamed\n',
    '- id: old\n  title: Old\n  meaning: Old.\n  replacedBy: renamed\n- id: renamed\n  title: Renamed\n  meaning: New.\n  replacedBy: old\n',
  ],
  'vocabulary/activities.yaml': [
    activities(''),
    activities('      checks: [boot/c0]\n'),
    activities('      checks: [later/c0, boot/gone]\n'),
    activities('', 'reboot'),
    activities('').replace('id: before', 'id: early'),
  ],
  'vocabulary/organizations.yaml': [
    SMALL_FILES['vocabulary/organizations.yaml'],
    '- id: example\n  title: Example\n  teams: [{ id: web, title: Web }]\n- id: elsewhere\n  title: Jane Elsewhere\n',
    '- id: elsewhere\n  title: Elsewhere\n  home: true\n',
  ],
  'site.yaml': [
    SMALL_FILES['site.yaml'],
    site('sections: [What happened, What was done]\ncompleteness: 60\n'),
    site('sections: [Story]\ncompleteness: 0\nrules: [{ rule: known-word, level: error }]\n'),
    site('sections: []\ncompleteness: 0\n').replace('example.org', 'other.example'),
    undefined,
  ],
  'dictionary.txt': [undefined, 'frobnicator\nreplicaton\n', 'zorkmid\n'],
  'redirects.yaml': [
    undefined,
    '- { kind: tag, from: old, to: renamed }\n- { kind: procedure, from: "n#start", to: "n#restart" }\n',
    '- { kind: lesson, from: later, to: boot }\n- { kind: postmortem, from: a, to: b }\n',
  ],
  'allowed-secrets.yaml': [
    undefined,
    '- { file: notes/m.mdx, fingerprint: 000000, reason: A test. }\n',
    '- { file: postmortems/a.mdx, fingerprint: 000000, reason: A test. }\n',
  ],
};

/** Pictures, and files that cannot be read, at the same path. `undefined` means that there is no file. */
const PICTURES: readonly (Omit<FileInput, 'path'> | undefined)[] = [
  undefined,
  { picture: { text: '', hasPlace: false, personFields: [] } },
  { picture: { text: '', hasPlace: true, personFields: [] } },
  { picture: { text: 'Artist: Jane Web', hasPlace: false, personFields: ['Artist'] } },
  { picture: { text: `Comment: ${SECRET}`, hasPlace: false, personFields: [] } },
  { readError: 'Unexpected bytes, expected a picture in the format png' },
  { readError: 'Unexpected link or device, expected a file' },
  // One that was not decoded.
  {},
];

/** Texts that the disk cannot have: what is there cannot be read. */
const UNREADABLE: Readonly<Record<string, readonly string[]>> = {
  'notes/n.mdx': ['Unexpected error EACCES, expected a file that can be read'],
  'lessons/boot.mdx': [
    'Unexpected bytes that are not UTF-8, expected text',
    'Unexpected size of 1000001 bytes',
  ],
  'site.yaml': ['Unexpected link or device, expected a file'],
};

const INPUTS: Readonly<Record<string, readonly (Omit<FileInput, 'path'> | undefined)[]>> = {
  ...Object.fromEntries(
    Object.entries(VARIANTS).map(([path, texts]) => [
      path,
      [
        ...texts.map((text) => (text === undefined ? undefined : { text })),
        ...(UNREADABLE[path] ?? []).map((readError) => ({ readError })),
      ],
    ]),
  ),
  'postmortems/graph.png': PICTURES,
  'postmortems/Graph.png': PICTURES,
};
const PATHS = Object.keys(INPUTS);

type Chosen = Readonly<Record<string, number>>;

function listFiles(chosen: Chosen): FileInput[] {
  return PATHS.flatMap((path): FileInput[] => {
    const variants = INPUTS[path] ?? [];
    const input = variants[(chosen[path] ?? 0) % variants.length];
    return input ? [{ path, ...input }] : [];
  }).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const DAYS = ['2018-01-01', '2026-11-20', '2027-03-01'];
const setDay = (day: string) => vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(day) / 1_000));

beforeEach(() => {
  for (const name of readdirSync(location)) rmSync(join(location, name));
  setDay('2026-11-20');
});

/** The rules that compare a file with others, or with the date. */
const CROSS_FILE_RULES = [
  'known-postmortem',
  'known-note',
  'known-procedure',
  'known-lesson',
  'known-tag',
  'known-service',
  'known-organization',
  'known-activity',
  'known-pause-point',
  'known-team',
  'known-link-target',
  'known-check',
  'known-check-evidence',
  'known-word',
  'no-replaced-entry',
  'no-replacement-cycle',
  'no-unused-tag',
  'no-unused-picture',
  'no-unused-allowed-secret',
  'required-lesson-evidence',
  'required-check-place',
  'required-sections',
  'min-completeness',
  'max-checks-per-pause-point',
  'valid-redirect-from',
  'no-ambiguous-name',
  'no-future-time',
  'no-overdue-review',
  'no-overdue-action',
  'valid-file-name',
  'valid-picture',
  'no-picture-metadata',
  'no-unreadable-file',
  'no-person-name',
  'no-duplicate-heading',
];

describe('a check with the results of earlier checks', () => {
  it('reports the same as one without, after each of many random edits', async () => {
    const seen = new Set<string>();
    const edit = fc.tuple(fc.constantFrom(...PATHS), fc.nat({ max: 19 }), fc.constantFrom(...DAYS));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 50, maxLength: 80, size: 'max' }), async (edits) => {
        let chosen: Chosen = {};
        for (const [path, variant, day] of edits) {
          chosen = { ...chosen, [path]: variant };
          setDay(day);
          const files = listFiles(chosen);
          const cold = await check(files);
          expect(JSON.stringify(await check(files, await openCache()))).toBe(JSON.stringify(cold));
          for (const { rule } of cold.problems) seen.add(rule);
        }
      }),
      { numRuns: 8, seed: 17 },
    );
    expect(CROSS_FILE_RULES.filter((rule) => !seen.has(rule))).toEqual([]);
  });

  it('reports what is new in a file of which only the bytes changed', async () => {
    for (const path of Object.keys(INPUTS)) {
      const variants = (INPUTS[path] ?? []).flatMap((input) => (input ? [{ path, ...input }] : []));
      for (const before of variants) {
        for (const after of variants) {
          await check([...listFiles({}).filter((file) => file.path !== path), before], await openCache());
          const files = [...listFiles({}).filter((file) => file.path !== path), after];
          expect(await check(files, await openCache())).toEqual(await check(files));
        }
      }
    }
  });

  it('checks only the files again that changed, or that see the change', async () => {
    const listChecked = async (chosen: Chosen) => {
      const cache = await openCache();
      const content = await createMaskedContent(listFiles(chosen), 'content', undefined, cache.findSecrets);
      const known = cache.findResults(content, content.files, '2026-11-20');
      await checkContent(content, content.files, cache);
      return content.files.map(({ path }) => path).filter((path) => !known.has(path));
    };
    const chosen = { 'postmortems/a.mdx': 1, 'lessons/boot.mdx': 1, 'notes/n.mdx': 1 };
    expect(await listChecked(chosen)).toHaveLength(listFiles(chosen).length);
    expect(await listChecked(chosen)).toEqual([]);
    const withoutEvidence = { ...chosen, 'postmortems/a.mdx': 2 };
    expect(await listChecked(withoutEvidence)).toEqual([
      'content/lessons/boot.mdx',
      'content/postmortems/a.mdx',
      'content/vocabulary/tags.yaml',
    ]);
    // The results of the text before are still there, but the lesson and the tags have another answer.
    expect(await listChecked(chosen)).toEqual(['content/lessons/boot.mdx', 'content/vocabulary/tags.yaml']);
    setDay('2027-03-01');
    expect(await listChecked(chosen)).toEqual([]);
  });

  it('ignores a file that is cut off, changed, or by another version of the code', async () => {
    const files = listFiles({ 'postmortems/a.mdx': 1, 'postmortems/b.mdx': 1, 'lessons/boot.mdx': 2 });
    const cold = await check(files);
    expect(cold.problems.length).toBeGreaterThan(2);
    await check(files, await openCache());
    const path = join(location, readdirSync(location)[0] ?? '');
    const kept = readFileSync(path, 'utf8');
    const damaged = [
      '',
      'garbage',
      kept.slice(0, 50),
      kept.slice(0, kept.length / 2),
      kept.slice(0, -1),
      `${kept}]`,
      kept.replaceAll(/"problems":\[\{.*?\}\]/gs, '"problems":[]'),
      kept.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      kept.replace('\n', '\n\n'),
      Buffer.from([0xff, 0xfe, 0, 1]),
    ];
    for (const text of damaged) {
      expect(text).not.toBe(kept);
      writeFileSync(path, text);
      const cache = await openCache();
      const content = await createMaskedContent(files, 'content', undefined, cache.findSecrets);
      expect(cache.findResults(content, content.files, '2026-11-20').size).toBe(0);
      expect(await check(files, await openCache())).toEqual(cold);
      expect(readFileSync(path, 'utf8')).toBe(kept);
    }
  });

  it('reports the same if several check at once, and if nothing can be kept', async () => {
    const files = listFiles({ 'postmortems/b.mdx': 1 });
    const others = listFiles({ 'postmortems/b.mdx': 2, 'notes/n.mdx': 2 });
    const cold = [await check(files), await check(others)];
    for (let run = 0; run < 3; run++) {
      const reports = await Promise.all(
        [files, others, files, others].map(async (some) => check(some, await openCache())),
      );
      expect(reports).toEqual([...cold, ...cold]);
    }
    expect(readdirSync(location)).toHaveLength(1);
    const inFile = join(location, readdirSync(location)[0] ?? '');
    expect(await check(files, await CheckCache.open(FOLDER, inFile))).toEqual(cold[0]);
  });

  it('keeps no more than the results of 20 folders', async () => {
    for (let folder = 0; folder < 25; folder++) {
      await check(listFiles({}), await CheckCache.open(`${FOLDER}-${folder}`, location));
    }
    expect(readdirSync(location)).toHaveLength(20);
  });

  it('forgets the results of texts that are long gone', async () => {
    for (let edit = 0; edit < 100; edit++) {
      const text = postmortem('organization: example', `Version ${edit}.`);
      await check([...listFiles({}), { path: 'postmortems/c.mdx', text }], await openCache());
    }
    const kept = readFileSync(join(location, readdirSync(location)[0] ?? ''), 'utf8');
    expect(kept.match(/"problems":/g)?.length).toBeLessThan(2 * listFiles({}).length + 5);
  });
});
