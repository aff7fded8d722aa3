import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/knowledge/import/html-reader.ts';
import { readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { listPicturePaths, resolvePath } from '../../../src/knowledge/import/source-links.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const read = (path: string, text: string) => readMarkdown({ path, text });

async function textsOf(sources: readonly SourceDocument[], pictures: readonly string[] = []) {
  const outcomes = await planImport(sources, SMALL_CONTENT, 'postmortem', SMALL_CONTEXT, {
    pictures: new Set(pictures),
  });
  return outcomes.map((outcome) => (outcome.type === 'new' ? outcome.draft.text : outcome.type));
}

test.each([
  ['a/b.md', 'c.md', 'a/c.md'],
  ['a/b.md', '../c.md#x', 'c.md'],
  ['a/b.md', './my%20page.md?v=1', 'a/my page.md'],
  ['b.md', '../../c.md', '../../c.md'],
  ['a/b.md', 'https://example.org/c.md', undefined],
  ['a/b.md', '/c.md', undefined],
  ['a/b.md', '#c', undefined],
  ['a/b.md', 'mailto:a@example.org', undefined],
])('from %s, %s leads to %j', (from, address, path) => {
  expect(resolvePath(from, address)).toBe(path);
});

describe('links between pages of one import', () => {
  test('lead to the drafts, also without an ending and in both directions', async () => {
    const [first, second] = await textsOf([
      read(
        'logs/a.md',
        '# Mail is late\n\nAs [before](old/b.md#cause), or [again](old/b), not [there](c.md).',
      ),
      read('logs/old/b.md', '# Mail was late\n\nSee [the next](../a.md).'),
    ]);
    expect(first).toContain('[before](/postmortems/mail-was-late/), or [again](/postmortems/mail-was-late/)');
    expect(first).toContain('there (`c.md`)');
    expect(second).toContain('[the next](/postmortems/mail-is-late/)');
  });

  test('do not lead to a page that is not written', async () => {
    const broken = { ...read('b.md', '# Other\n\nText.'), body: undefined as never };
    const [first, second] = await textsOf([read('a.md', '# Mail is late\n\nAs [before](b.md).'), broken]);
    expect(second).toBe('failed');
    expect(first).toContain('before (`b.md`)');
  });

  test('within a page lead to its headings, whatever their anchors are here', async () => {
    const [text] = await textsOf([
      read(
        'a.md',
        '# Mail is late\n\nSee [below](#the-cause), [there](#gone), [all](#Timeline).\n\n## The cause\n\nA disk.\n\n## Timeline\n\n- 08:05 it begins',
      ),
    ]);
    expect(text).toContain('[below](#the-cause), there (`#gone`), [all](#timeline');
  });

  test('work in HTML', async () => {
    const [text] = await textsOf([
      readHtml({ path: 'a.html', text: '<h1>Mail is late</h1><p>As <a href="b_12345.html">before</a>.</p>' }),
      readHtml({ path: 'b_12345.html', text: '<h1>Mail was late</h1><p>Text.</p>' }),
    ]);
    expect(text).toContain('[before](/postmortems/mail-was-late/)');
  });
});

describe('pictures next to a source', () => {
  const TEXT =
    '# Mail is late\n\nText.\n\n![Load of the queue](img/load%201.PNG)\n\n![](img/b.png) and ![Disk by hour](../c.svg)';

  test('are those with an ending that pages can show', () => {
    expect(listPicturePaths(read('logs/a.md', TEXT))).toEqual(['logs/img/load 1.PNG', 'logs/img/b.png']);
    expect(listPicturePaths(read('a.md', 'x <img src="y.png"> ![z](https://example.org/z.png)'))).toEqual([
      'y.png',
    ]);
  });

  test('are shown by the draft if they can be copied and are described', async () => {
    const pictures = ['logs/img/load 1.PNG', 'logs/img/b.png'];
    const [outcome] = await planImport(
      [read('logs/a.md', TEXT)],
      SMALL_CONTENT,
      'postmortem',
      SMALL_CONTEXT,
      { pictures: new Set(pictures) },
    );
    if (outcome?.type !== 'new') throw new Error('There is no draft');
    expect(outcome.draft.text).toContain('![Load of the queue](./mail-is-late-load-1.png)');
    expect(outcome.pictures).toEqual([
      { from: 'logs/img/load 1.PNG', path: 'postmortems/mail-is-late-load-1.png' },
    ]);
    expect(outcome.draft.remarks).toContain('picture `img/b.png` not copied, because it has no description');
  });

  test('stay words if they cannot be copied', async () => {
    const [text] = await textsOf([read('logs/a.md', TEXT)]);
    expect(text).toContain('Load of the queue (`img/load%201.PNG`)');
  });
});
