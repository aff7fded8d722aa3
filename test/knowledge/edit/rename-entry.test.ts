import { describe, expect, test } from 'vitest';
import { mergeEntries } from '../../../src/knowledge/edit/merge-entries.ts';
import { renameEntry } from '../../../src/knowledge/edit/rename-entry.ts';
import { applyRevision, type RevisedFile } from '../../../src/knowledge/edit/revision.ts';
import type { Kind } from '../../../src/knowledge/schema/kinds.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import type { FileInput } from '../../../src/knowledge/source/file-input.ts';
import { createContent as createSmallContent, NOTE_HEAD, SMALL_FILES } from '../small-content.ts';

const FILES: Record<string, string> = {
  'lessons/a.mdx': `---
title: T
statement: A. # kept
tags: [ 'stale-lock',not-reboot-safe ]   # in brackets
services:
  - redis   # the store
  - pg
related: ["b"]
---

See <TagLink id="stale-lock">the lock</TagLink>, <LessonLink id='b' />, [the page](/lessons/b/#checks "b") and
<ProcedureLink id="guide#stop" />. The word stale-lock stays.

[b]: /lessons/b/
`,
  'lessons/b.mdx': '---\r\ntitle: T\r\nstatement: B\r\nrelated:\r\n  - a\r\n---\r\n',
  'notes/guide.mdx': `---
title: Guide
---

<Procedure id="stop" title="Stop" activity="emergency" services={["pg", "redis"]}>

1. Stop it, as said [above](#stop).

</Procedure>
`,
  'vocabulary/tags.yaml': `# Ours

- id: not-reboot-safe
  title: Not reboot-safe
  aliases: [lost after reboot]

# What follows is about locks.
- id: stale-lock
  title: 'Lock: stale'
  meaning: >-
    Held by nobody.
  aliases:
    - lockfile   # the file

- id: old-lock
  title: Old lock
  replacedBy: stale-lock
`,
  'vocabulary/services.yaml':
    '- id: pg\n  title: PostgreSQL\n  aliases: []\n\n- id: redis\n  title: Redis\n  misspellings: [reids]\n',
};

function createContent(files: Record<string, string> = FILES): Content {
  return new Content(toInputs(files), 'content');
}

function toInputs(files: Record<string, string>): FileInput[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** Returns every line that changes, as `path: - before` and `path: + after`. */
function listChanges(revised: readonly RevisedFile[], files: Record<string, string> = FILES): string[] {
  return revised.flatMap(({ path, movedTo, text }) => {
    const moved = movedTo ? [`${path} → ${movedTo}`] : [];
    const [before, after] = [files[path]?.split('\n') ?? [], text.split('\n')];
    const removed = before.filter((line) => !after.includes(line)).map((line) => `${path}: - ${line}`);
    const added = after.filter((line) => line && !before.includes(line)).map((line) => `${path}: + ${line}`);
    return [...moved, ...removed, ...added];
  });
}

function rename(kind: Kind, from: string, to: string, files: Record<string, string> = FILES): string[] {
  return listChanges(renameEntry(createContent(files), { kind, id: from }, to), files);
}

const REDIRECTS =
  '+ # Renamed entries, so that old addresses keep working. `npm run kb -- rename` adds to this list.';

function redirect(kind: Kind, from: string, to: string): string[] {
  return [REDIRECTS, `+ - kind: ${kind}`, `+   from: ${from}`, `+   to: ${to}`].map(
    (line) => `redirects.yaml: ${line}`,
  );
}

describe('renaming', () => {
  test('changes the id of a tag and its references, and keeps quotes, comments and spaces', () => {
    expect(rename('tag', 'stale-lock', 'orphaned-lock')).toEqual([
      "lessons/a.mdx: - tags: [ 'stale-lock',not-reboot-safe ]   # in brackets",
      'lessons/a.mdx: - See <TagLink id="stale-lock">the lock</TagLink>, <LessonLink id=\'b\' />, [the page](/lessons/b/#checks "b") and',
      "lessons/a.mdx: + tags: [ 'orphaned-lock',not-reboot-safe ]   # in brackets",
      'lessons/a.mdx: + See <TagLink id="orphaned-lock">the lock</TagLink>, <LessonLink id=\'b\' />, [the page](/lessons/b/#checks "b") and',
      ...redirect('tag', 'stale-lock', 'orphaned-lock'),
      'vocabulary/tags.yaml: - - id: stale-lock',
      'vocabulary/tags.yaml: -   replacedBy: stale-lock',
      'vocabulary/tags.yaml: + - id: orphaned-lock',
      'vocabulary/tags.yaml: +   replacedBy: orphaned-lock',
    ]);
  });

  test('changes the file name of a lesson, links by id, and links by address', () => {
    expect(rename('lesson', 'b', 'better')).toEqual([
      'lessons/a.mdx: - related: ["b"]',
      'lessons/a.mdx: - See <TagLink id="stale-lock">the lock</TagLink>, <LessonLink id=\'b\' />, [the page](/lessons/b/#checks "b") and',
      'lessons/a.mdx: - [b]: /lessons/b/',
      'lessons/a.mdx: + related: ["better"]',
      'lessons/a.mdx: + See <TagLink id="stale-lock">the lock</TagLink>, <LessonLink id=\'better\' />, [the page](/lessons/better/#checks "b") and',
      'lessons/a.mdx: + [b]: /lessons/better/',
      'lessons/b.mdx → lessons/better.mdx',
      ...redirect('lesson', 'b', 'better'),
    ]);
  });

  test('changes the links to procedures of a note', () => {
    expect(rename('note', 'guide', 'manual')).toEqual([
      'lessons/a.mdx: - <ProcedureLink id="guide#stop" />. The word stale-lock stays.',
      'lessons/a.mdx: + <ProcedureLink id="manual#stop" />. The word stale-lock stays.',
      'notes/guide.mdx → notes/manual.mdx',
      ...redirect('note', 'guide', 'manual'),
    ]);
  });

  test('changes the id of a procedure and the links to it, including those on its own page', () => {
    expect(rename('procedure', 'guide#stop', 'halt')).toEqual([
      'lessons/a.mdx: - <ProcedureLink id="guide#stop" />. The word stale-lock stays.',
      'lessons/a.mdx: + <ProcedureLink id="guide#halt" />. The word stale-lock stays.',
      'notes/guide.mdx: - <Procedure id="stop" title="Stop" activity="emergency" services={["pg", "redis"]}>',
      'notes/guide.mdx: - 1. Stop it, as said [above](#stop).',
      'notes/guide.mdx: + <Procedure id="halt" title="Stop" activity="emergency" services={["pg", "redis"]}>',
      'notes/guide.mdx: + 1. Stop it, as said [above](#halt).',
      ...redirect('procedure', 'guide#stop', 'guide#halt'),
    ]);
  });

  test('keeps line breaks', () => {
    const [, file] = renameEntry(createContent(), { kind: 'lesson', id: 'a' }, 'aa');
    expect(file).toMatchObject({
      path: 'lessons/b.mdx',
      text: '---\r\ntitle: T\r\nstatement: B\r\nrelated:\r\n  - aa\r\n---\r\n',
    });
  });

  test('updates earlier redirects, and removes the one from an id that is in use again', () => {
    const once = { ...FILES, 'redirects.yaml': '# Ours\r\n- {kind: tag, from: lock, to: stale-lock}\r\n' };
    const twice = renameEntry(createContent(once), { kind: 'tag', id: 'stale-lock' }, 'orphaned-lock');
    expect(twice.find(({ path }) => path === 'redirects.yaml')?.text).toBe(
      '# Ours\r\n- {kind: tag, from: lock, to: orphaned-lock}\r\n- kind: tag\r\n  from: stale-lock\r\n  to: orphaned-lock\r\n',
    );
    const back = renameEntry(createContent(once), { kind: 'tag', id: 'stale-lock' }, 'lock');
    expect(back.find(({ path }) => path === 'redirects.yaml')?.text).toBe(
      '# Ours\r\n- kind: tag\r\n  from: stale-lock\r\n  to: lock\r\n',
    );
  });

  test('allows the secrets of a file under its new name', () => {
    const files = {
      ...FILES,
      'allowed-secrets.yaml': '- file: lessons/b.mdx\n  fingerprint: 0a1b2c\n  reason: An example.\n',
    };
    expect(rename('lesson', 'b', 'c', files)[0]).toBe('allowed-secrets.yaml: - - file: lessons/b.mdx');
  });

  const invalid: [kind: Kind, from: string, to: string, why: string][] = [
    ['tag', 'nope', 'x', 'There is no tag `nope`.'],
    [
      'tag',
      'stale-lock',
      'Stale Lock',
      '`Stale Lock` is not a valid id. Expected lower-case words joined by hyphens.',
    ],
    ['lesson', 'a', 'b', 'The lesson `b` already exists.'],
    [
      'tag',
      'stale-lock',
      'old-lock',
      'The tag `old-lock` already exists. To merge them, run `kb vocab merge stale-lock old-lock`.',
    ],
  ];
  test.each(invalid)('rejects %s %s to %s', (kind, from, to, why) => {
    expect(() => renameEntry(createContent(), { kind, id: from }, to)).toThrow(why);
  });
});

describe('the redirect of a renamed entry', () => {
  const PUBLIC = { 'site.yaml': `${SMALL_FILES['site.yaml']}visibility: public\n` };
  const PUBLIC_NOTE = NOTE_HEAD.replace(/---\n$/, 'visibility: public\n---\n');
  const PROCEDURE =
    '\n<Procedure id="stop" title="Stop it" activity="emergency">\n\n1. Stop it.\n\n</Procedure>\n';

  const cases: [what: string, kind: Kind, id: string, files: Record<string, string>, isPublic: boolean][] = [
    ['a public note', 'note', 'n', { 'notes/n.mdx': PUBLIC_NOTE }, true],
    ['an internal note', 'note', 'n', { 'notes/n.mdx': NOTE_HEAD }, false],
    ['a draft', 'note', 'n', { 'notes/n.mdx': PUBLIC_NOTE.replace('reviewed', 'draft') }, false],
    ['a service of a public site', 'service', 'redis', PUBLIC, true],
    ['a service of an internal site', 'service', 'redis', {}, false],
    ['a procedure of a public note', 'procedure', 'n#stop', { 'notes/n.mdx': PUBLIC_NOTE + PROCEDURE }, true],
    [
      'an internal procedure of a public note',
      'procedure',
      'n#stop',
      { 'notes/n.mdx': `${PUBLIC_NOTE}\n<Internal>\n${PROCEDURE}\n</Internal>\n` },
      false,
    ],
    [
      'a procedure of an internal note',
      'procedure',
      'n#stop',
      { 'notes/n.mdx': NOTE_HEAD + PROCEDURE },
      false,
    ],
  ];

  test.each(cases)('of %s: its visibility', (_, kind, id, files, isPublic) => {
    const revised = renameEntry(createSmallContent(files), { kind, id }, 'new-id');
    const text = revised.find(({ path }) => path === 'redirects.yaml')?.text;
    expect(text?.includes('\n  visibility: public\n')).toBe(isPublic);
  });

  test('is removed with its visibility if the old id is in use again', () => {
    const files = {
      'notes/n.mdx': PUBLIC_NOTE,
      'redirects.yaml':
        '- kind: note\n  from: old\n  to: n\n  visibility: public\n- kind: note\n  from: x\n  to: n\n',
    };
    const revised = renameEntry(createSmallContent(files), { kind: 'note', id: 'n' }, 'old');
    expect(revised.find(({ path }) => path === 'redirects.yaml')?.text).toBe(
      '- kind: note\n  from: x\n  to: old\n- kind: note\n  from: n\n  to: old\n  visibility: public\n',
    );
  });
});

describe('merging', () => {
  test('names the kept service once in each list, and adds the names of the other to its aliases', () => {
    expect(listChanges(mergeEntries(createContent(), { kind: 'service', id: 'redis' }, 'pg'))).toEqual([
      'lessons/a.mdx: -   - redis   # the store',
      'notes/guide.mdx: - <Procedure id="stop" title="Stop" activity="emergency" services={["pg", "redis"]}>',
      'notes/guide.mdx: + <Procedure id="stop" title="Stop" activity="emergency" services={["pg"]}>',
      ...redirect('service', 'redis', 'pg'),
      'vocabulary/services.yaml: -   aliases: []',
      'vocabulary/services.yaml: - - id: redis',
      'vocabulary/services.yaml: -   title: Redis',
      'vocabulary/services.yaml: +   aliases: [Redis]',
    ]);
  });

  test('adds aliases to a list in block style', () => {
    const revised = mergeEntries(createContent(), { kind: 'tag', id: 'not-reboot-safe' }, 'stale-lock');
    expect(revised.find(({ path }) => path === 'vocabulary/tags.yaml')?.text).toBe(`# Ours

# What follows is about locks.
- id: stale-lock
  title: 'Lock: stale'
  meaning: >-
    Held by nobody.
  aliases:
    - lockfile   # the file
    - Not reboot-safe
    - lost after reboot
    - not-reboot-safe

- id: old-lock
  title: Old lock
  replacedBy: stale-lock
`);
    expect(revised.find(({ path }) => path === 'lessons/a.mdx')?.text).toContain(
      "tags: [ 'stale-lock' ]   # in brackets",
    );
  });

  test('removes the blank lines before the last entry of a file', () => {
    const revised = mergeEntries(createContent(), { kind: 'tag', id: 'old-lock' }, 'not-reboot-safe');
    expect(revised.find(({ path }) => path === 'vocabulary/tags.yaml')?.text).toMatch(/# the file\n$/);
  });

  test('rejects lessons', () => {
    expect(() => mergeEntries(createContent(), { kind: 'lesson', id: 'a' }, 'b')).toThrow(
      'A lesson cannot be merged, only services, tags, activities and organizations can.',
    );
  });
});

describe('merging organizations', () => {
  const note = (organization: string) =>
    `---\ntitle: N\nsummary: S\nstatus: draft\norganization: ${organization}\n---\n\nSee [it](/organizations/oma/).\n`;
  const merge = (organizations: string, files: Readonly<Record<string, string>> = {}) =>
    mergeEntries(
      createContent({ 'vocabulary/organizations.yaml': organizations, ...files }),
      { kind: 'organization', id: 'oma' },
      'flatiron',
    );

  test('moves pages, links and names to the kept one, and adds a redirect', () => {
    const organizations =
      '- id: oma\n  title: Oma\n  aliases: [Omamatic]\n- id: flatiron\n  title: Flatiron\n';
    const files = {
      'vocabulary/organizations.yaml': organizations,
      'notes/one.mdx': note('oma'),
      'notes/two.mdx': note('flatiron'),
    };
    expect(listChanges(merge(organizations, files), files)).toEqual([
      'notes/one.mdx: - organization: oma',
      'notes/one.mdx: - See [it](/organizations/oma/).',
      'notes/one.mdx: + organization: flatiron',
      'notes/one.mdx: + See [it](/organizations/flatiron/).',
      'notes/two.mdx: - See [it](/organizations/oma/).',
      'notes/two.mdx: + See [it](/organizations/flatiron/).',
      ...redirect('organization', 'oma', 'flatiron'),
      'vocabulary/organizations.yaml: - - id: oma',
      'vocabulary/organizations.yaml: -   title: Oma',
      'vocabulary/organizations.yaml: -   aliases: [Omamatic]',
      'vocabulary/organizations.yaml: +   aliases: [Oma, Omamatic]',
    ]);
    expect(merge(organizations).find(({ path }) => path === 'vocabulary/organizations.yaml')?.text).toBe(
      '- id: flatiron\n  aliases: [Oma, Omamatic]\n  title: Flatiron\n',
    );
  });

  test('rejects an organization with teams that the kept organization does not have', () => {
    expect(() =>
      merge(
        '- id: oma\n  title: Oma\n  teams: [{ id: web, title: Web }, { id: data, title: Data }]\n' +
          '- id: flatiron\n  title: Flatiron\n  teams: [{ id: data, title: Data }]\n',
      ),
    ).toThrow('`flatiron` does not have the teams `web`. Add them first.');
  });

  test('rejects the home, because pages would lose it', () => {
    expect(() => merge('- id: oma\n  title: Oma\n  home: true\n- id: flatiron\n  title: Flatiron\n')).toThrow(
      '`oma` is the home. Move `home: true` to `flatiron` first.',
    );
  });
});

test('applyRevision changes, moves and adds files', () => {
  const after = applyRevision(
    toInputs(FILES),
    renameEntry(createContent(), { kind: 'lesson', id: 'b' }, 'c'),
  );
  expect(after.map(({ path }) => path).sort()).toEqual(
    [
      ...Object.keys(FILES).filter((path) => path !== 'lessons/b.mdx'),
      'lessons/c.mdx',
      'redirects.yaml',
    ].sort(),
  );
});

const CHECKED: Record<string, string> = {
  'lessons/locks.mdx':
    '---\ntitle: T\nchecks:\n  - { id: remove, activity: move, pausePoint: after, text: Remove it }\n---\n',
  'lessons/locks-of-jobs.mdx':
    '---\ntitle: T\nchecks:\n  - { id: read, activity: reboot, pausePoint: after, text: Read it }\n---\n',
  'vocabulary/activities.yaml': `- id: reboot
  title: Reboot
  objective: All is back.
  mode: do-confirm
  pausePoints:
    - id: before
      title: Before
    - id: after
      title: After
      checks:
        - locks-of-jobs/read   # first

- id: move
  title: Move
  objective: All is there.
  mode: do-confirm
  pausePoints:
    - id: before
      title: Before
      checks: [locks-of-jobs/count]
    - id: after
      title: After
      checks: ['locks/remove']
`,
};

describe('the places of checks', () => {
  test('follow a renamed lesson, and those of a lesson with a longer id stay', () => {
    const revised = renameEntry(createContent(CHECKED), { kind: 'lesson', id: 'locks' }, 'lock-files');
    expect(listChanges(revised, CHECKED).filter((line) => line.startsWith('vocabulary'))).toEqual([
      "vocabulary/activities.yaml: -       checks: ['locks/remove']",
      "vocabulary/activities.yaml: +       checks: ['lock-files/remove']",
    ]);
  });

  test('move with a merged activity, after those of the other one', () => {
    const revised = mergeEntries(createContent(CHECKED), { kind: 'activity', id: 'move' }, 'reboot');
    expect(revised.find(({ path }) => path === 'vocabulary/activities.yaml')?.text).toBe(`- id: reboot
  aliases: [Move]
  title: Reboot
  objective: All is back.
  mode: do-confirm
  pausePoints:
    - id: before
      checks: [locks-of-jobs/count]
      title: Before
    - id: after
      title: After
      checks:
        - locks-of-jobs/read   # first
        - locks/remove
`);
  });
});
