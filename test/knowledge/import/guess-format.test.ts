import { describe, expect, test } from 'vitest';
import { formatUnclearFormat, guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { IMPORT_FORMATS } from '../../../src/knowledge/import/import-formats.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function guess(path: string, content: string | Uint8Array): string[] {
  const bytes = typeof content === 'string' ? encode(content) : content;
  return guessFormats(new SourceSample(path, bytes)).map(({ name }) => name);
}

describe('a format is guessed', () => {
  test.each([
    ['post.md', '# Mail is late', ['markdown']],
    ['post.markdown', '---\ntitle: Mail\n---\nText.', ['markdown']],
    ['post.md', '---\nuuid: 1\nurl: https://example.org\ncategories: []\n---\nText.', ['corpus']],
    ['site/_posts/2024-05-14-mail.md', '---\ntitle: Mail\n---\nText.', ['jekyll']],
    ['site/_posts/notes.txt', 'Mail is late.', ['text']],
    ['post.txt', 'Mail is late.', ['text']],
    [
      'mail.txt',
      'Date: Tue, 14 May 2024 09:00:00 +0000\nFrom: a@example.org\nSubject: Mail\n\nText.',
      ['mail'],
    ],
    ['notes.txt', 'Date: 14 May 2024\nSeverity: SEV2\n\nText.', ['text']],
    ['box', 'From a@example.org Tue May 14 09:00:00 2024\nSubject: Mail\n\nText.', ['mail']],
    ['page.html', '<p>Mail is late.</p>', ['html']],
    ['page', '\n<!DOCTYPE html><html><p>Mail is late.</p></html>', ['html']],
    ['page.xml', '<p>Mail</p><ac:image><ri:attachment ri:filename="a.png" /></ac:image>', ['html']],
    ['a.json', '{"data": {"postmortemId": "1"}}', ['opsgenie']],
    ['a.json', '{"incident": {"created_at": "2024-05-14", "incident_number": 1}}', ['pagerduty']],
    ['a.json', '{"postmortems": [{"starttime": 1, "detecttime": 2}]}', ['morgue']],
    ['a.json', '{"incident": {"created_at": "2024-05-14"}}', []],
    [
      'a.json',
      '{"number": 1, "title": "Mail is late", "url": "https://git.example.org/api/v1/repos/a/b/issues/1", "html_url": "https://git.example.org/a/b/issues/1", "original_author": "", "original_author_id": 0, "pin_order": 0, "user": {"login": "a"}}',
      [],
    ],
    [
      'a.json',
      '{"number": 1, "title": "Mail is late", "url": "https://api.github.com/repos/a/b/issues/1", "comments_url": "https://api.github.com/repos/a/b/issues/1/comments", "node_id": "I_1"}',
      ['github'],
    ],
    ['package.json', '{"name": "package"}', []],
    ['page.asc', '= Mail is late\n\nText.', ['asciidoc']],
    ['page.asc', '-----BEGIN PGP SIGNATURE-----\n\niQEz', []],
    ['a.json', '{', []],
    ['a', 'Mail is late.', []],
    ['a.md', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), []],
  ])('of %s with %j', (path, content, formats) => {
    expect(guess(path, content)).toEqual(formats);
  });
});

test('every format can be guessed', () => {
  expect(IMPORT_FORMATS.filter(({ recognizes, isAnyText }) => !recognizes && !isAnyText)).toEqual([]);
});

test('a binary file of no format is reported with what it is', () => {
  const sample = new SourceSample('a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0));
  expect(guessFormats(sample)).toEqual([]);
  expect(formatUnclearFormat([], sample)).toMatch(
    /^Unexpected content of a Word or Excel file of before 2007/,
  );
});

test('an unclear format is reported with the candidates', () => {
  const byName = (name: string) => IMPORT_FORMATS.filter((format) => format.name === name);
  expect(formatUnclearFormat([], new SourceSample('a', encode('Text.')))).toBe(
    'has no format that can be recognised. Name it with `--format`',
  );
  expect(
    formatUnclearFormat([...byName('mail'), ...byName('text')], new SourceSample('a', encode('Text.'))),
  ).toBe('can be mail (`--format mail`) or plain text (`--format text`). Name one with `--format`');
});
