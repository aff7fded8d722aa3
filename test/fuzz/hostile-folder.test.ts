/** Tests what only a disk shows, with the real command: names, links, loops, pipes, and unreadable files. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'hindsight hostile '));
const content = join(folder, 'content');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(path: string, text: string | Uint8Array): string {
  const whole = join(content, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

test('reports each odd file of a folder and reads nothing outside it', { timeout: 120_000 }, () => {
  cpSync('test/fixtures/bad/base', content, { recursive: true });
  writeFileSync(join(folder, 'outside.mdx'), 'password = "taken-from-outside"');
  symlinkSync(join(folder, 'outside.mdx'), join(content, 'notes/out.mdx'));
  symlinkSync(content, join(content, 'notes/loop'));
  symlinkSync('second.mdx', join(content, 'notes/first.mdx'));
  symlinkSync('first.mdx', join(content, 'notes/second.mdx'));
  symlinkSync(join(folder, 'nowhere'), join(content, 'notes/dangling.mdx'));
  mkdirSync(join(content, 'notes/folder.mdx'));
  file('notes/folder.mdx/inside.mdx', 'text');
  execFileSync('mkfifo', [join(content, 'notes/pipe.mdx')]);
  file('notes/utf16.mdx', Buffer.from('\ufeff---\ntitle: T\n---\n', 'utf16le'));
  file('notes/broken.mdx', new Uint8Array([0x2d, 0x2d, 0x2d, 0xc3]));
  file('notes/long.mdx', `---\ntitle: ${'a'.repeat(5_000_000)}\n---\n`);
  file('notes/a\u001b[31m red\nline \u202e.mdx', 'text');
  chmodSync(file('notes/closed.mdx', 'text'), 0o000);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'src/commands/kb.mjs'), 'check', '--format', 'github'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, HINDSIGHT_CONTENT: 'content' } },
  );
  expect(stderr).toBe('');
  expect(status).toBe(1);
  const told = stdout
    .split('\n')
    .filter((line) => line.startsWith('::error') && /title=(?:no-unreadable-file|allowed-path)/.test(line))
    .map((line) => line.replace(/^::error file=content\/([^,]*),.*?::/, '$1  ').replace(/%0A.*$/, ''));
  const link = 'Unexpected link or device, expected a file';
  expect(told.filter((line) => !line.startsWith('notes/closed.mdx'))).toEqual([
    'notes/broken.mdx  Unexpected bytes that are not UTF-8, expected text',
    `notes/dangling.mdx  ${link}`,
    `notes/first.mdx  ${link}`,
    expect.stringMatching(/^notes\/folder\.mdx\/inside\.mdx {2}Unexpected/),
    'notes/long.mdx  Unexpected size of 5000016 bytes, expected at most 1000000',
    `notes/loop  ${link}`,
    `notes/out.mdx  ${link}`,
    `notes/pipe.mdx  ${link}`,
    `notes/second.mdx  ${link}`,
    'notes/utf16.mdx  Unexpected bytes that are not UTF-8, expected text',
  ]);
  expect(stdout).not.toContain('taken-from-outside');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});
