/** Nothing that a stranger wrote controls a terminal: neither a value nor the name of a file nor an argument. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CommandLine, runCommandLines } from './run-command-lines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Sets the clipboard, colours text, turns the direction around, hides text, and goes back to the start of the line. */
const HOSTILE = '\u001b]52;c;cm0gLXJm\u0007\u001b[31m\u009b2J\u202e\u200b\u00ad\u{e0041}\u3164\r';
/** Written independently of the code: control and format characters, tags, fillers and variation selectors. */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u{e0000}-\u{e0fff}\u3164\u115f]|[\ufe00-\ufe0f]/u;

let scratch: string;
let content: string;
let outside: string;

function toYaml(text: string): string {
  const escaped = Array.from(
    text,
    (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
  return `"${escaped.join('')}"`;
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hindsight-hostile-'));
  content = join(scratch, 'content');
  cpSync('test/fixtures/bad/base', content, { recursive: true });
  for (const path of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:mdx|yaml)$/.test(path)) continue;
    const text = readFileSync(join(content, path), 'utf8');
    // Each sentence ends with what only shows after decoding.
    const hostile = text.replace(
      /^(\s*(?:- )?(?:title|meaning|summary|statement|reason|impact|objective|text): )([^"'|>[{\n]+)$/gm,
      (_, name: string, value: string) => `${name}${toYaml(`${value}${HOSTILE}`)}`,
    );
    writeFileSync(join(content, path), hostile);
  }
  const broken = `---\ntitle: ${HOSTILE}\nowner: ${toYaml(`@${HOSTILE}`)}\n"${HOSTILE}x": y\n---\n<B${HOSTILE}>{1}</B>\n[a](${HOSTILE})\n`;
  writeFileSync(join(content, 'notes/broken.mdx'), broken);
  writeFileSync(join(content, `notes/a${HOSTILE.replaceAll('\u0000', '')}.mdx`), broken);
  outside = join(scratch, `b\u001b[31m\u202e.md`);
  writeFileSync(outside, `# Title ${HOSTILE}\n\nText ${HOSTILE} &#27;[31m &#x202e; &shy;\n`);
  writeFileSync(join(scratch, 'c.json'), `{"a": "${HOSTILE}", ${HOSTILE}`);
});
afterAll(() => rmSync(scratch, { recursive: true }));

const LESSON = [
  '--title',
  `T${HOSTILE}`,
  '--statement',
  `S${HOSTILE}`,
  '--reason',
  `R${HOSTILE}`,
  '--id',
  'x',
];

function listCommandLines(): CommandLine[] {
  const words = [
    ['check'],
    ...['github', 'json', 'markdown', 'sarif'].map((format) => ['check', '--format', format]),
    ['check', `a${HOSTILE}.mdx`],
    ['check', '--changed', `a${HOSTILE}`],
    ['search', 'redis'],
    ['search', 'redis', '--json'],
    ['search', 'redis', '--explain'],
    ['search', `redis ${HOSTILE}`],
    ['show', 'survive-a-reboot'],
    ['show', `redis${HOSTILE}`],
    ['checklist', '--service', 'redis'],
    ['checklist', HOSTILE],
    ['new', 'lesson', ...LESSON, '--dry-run'],
    ['new', 'lesson', ...LESSON],
    ['new', 'postmortem', '--from', outside, '--dry-run'],
    ['import', outside, '--format', 'markdown', '--dry-run'],
    ['import', join(scratch, 'c.json'), '--format', 'pagerduty', '--dry-run'],
    ['similar', join(content, 'postmortems/2018-03-10-redis-gone.mdx')],
    ['similar', outside],
    ['similar', outside, '--json'],
    ['vocab'],
    ['rename', '--kind', 'service', 'redis', `x${HOSTILE}`, '--dry-run'],
    ['rename', '--kind', 'service', 'redis', 'valkey', '--dry-run'],
    ['review'],
    ['review', '--format', 'json'],
    ['review', '--format', 'sarif'],
    ['review', '--from', outside],
    [`x${HOSTILE}`],
    ['check', `--x${HOSTILE}`],
    ['check', '--format', HOSTILE],
  ];
  return words.map((line) => ({ words: line, content, cwd: scratch }));
}

test('no command prints a character that could control a terminal or hide', async () => {
  const lines = listCommandLines();
  const results = await runCommandLines(lines);
  const faults = results.flatMap(({ code, stdout, stderr }, index) => {
    const printed = `${stdout}${stderr}`.replace(/\r?\n|\t/g, '');
    const found = DANGEROUS.exec(printed);
    if (code >= 0 && !found) return [];
    return [
      [
        lines[index]?.words.join(' '),
        code,
        code < 0
          ? stderr.slice(0, 300)
          : printed.slice(Math.max(0, (found?.index ?? 0) - 60), (found?.index ?? 0) + 20),
      ],
    ];
  });
  expect(faults).toEqual([]);
  // The commands had something to print.
  expect(results.filter(({ stdout, stderr }) => stdout.length + stderr.length > 40).length).toBeGreaterThan(
    25,
  );
  expect(results[0]?.stdout).toContain('U+202E');
});
