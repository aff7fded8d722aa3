import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { renderPreviewPage } from '../../../src/knowledge/preview/preview-page.ts';
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

interface Given {
  readonly kind: 'postmortem' | 'lesson';
  readonly text: string;
  /** Returns the content of the article of the page. */
  readonly article: string;
  readonly rules?: RegExp;
  readonly documents?: readonly SearchDocument[];
}

function preview({ kind, text, article, rules = /./, documents = [] }: Given): string {
  const content = createContent({ [`${kind}s/x.mdx`]: text });
  const file = content.findDocument(kind, 'x');
  if (!file) throw new Error('There is no such file');
  const problems = runRules(content, { files: [file] }).filter(({ rule }) => rules.test(rule));
  return renderPreviewPage(
    `<!doctype html><html><head></head><body><main><article>${article}</article></main></body></html>`,
    {
      file,
      problems,
      documents,
      addresses: createAddresses('/kb/'),
      styleSheet: '/kb/preview.css',
    },
  );
}

/** The article, each message as `[rule]` where it stands. */
function articleOf(html: string): string {
  const article = html.slice(html.indexOf('<article>') + '<article>'.length, html.indexOf('</article>'));
  return article.replace(/<div class="check-message.*?<\/div>/gs, (message) => {
    const rule = /rules\/#([\w-]+)/.exec(message)?.[1];
    return `[${rule}]`;
  });
}

test('puts a message about the body after the block that contains its line', () => {
  const text = `${POSTMORTEM_HEAD}One.\n\nHe forgot to look.\n\nThree.\n`;
  const article =
    '<p data-line="13" data-end-line="13">One.</p><p data-line="15" data-end-line="15">He forgot to look.</p><p data-line="17" data-end-line="17">Three.</p>';
  expect(articleOf(preview({ kind: 'postmortem', text, article, rules: /no-blame/ }))).toBe(
    article.replace('look.</p>', 'look.</p>[no-blame]'),
  );
});

test('puts a message about a list into its item, and one about a table after the table', () => {
  const text = `${POSTMORTEM_HEAD}- He forgot to look.\n\n| a |\n|---|\n| She forgot to look. |\n`;
  const article =
    '<ul data-line="13" data-end-line="13"><li data-line="13" data-end-line="13">He forgot to look.</li></ul>' +
    '<div data-line="15" data-end-line="17" role="group"><table><tbody><tr data-line="17" data-end-line="17"><td>She forgot to look.</td></tr></tbody></table></div>';
  expect(articleOf(preview({ kind: 'postmortem', text, article, rules: /no-blame/ }))).toBe(
    article.replace('</li>', '[no-blame]</li>').replace('</div>', '</div>[no-blame]'),
  );
});

test('puts a message about a field next to the value that the page shows', () => {
  const text = POSTMORTEM_HEAD.replace(
    'impact: None.',
    'impact: None.\nwentWell: [It was seen at once.]\nwentWrong: [He forgot to look.]',
  );
  const article =
    '<header><h1>Redis was gone</h1></header>' +
    '<section aria-labelledby="review"><h2 id="review">Looking back</h2><ul><li>It was seen at once.</li><li>He forgot to look.</li></ul></section>';
  expect(articleOf(preview({ kind: 'postmortem', text, article, rules: /no-blame/ }))).toBe(
    article.replace('look.</li>', 'look.[no-blame]</li>'),
  );
});

test('puts a message about a hidden value next to its neighbour in the list', () => {
  const text = LESSON_HEAD.replace(/---\n$/, 'tags: [not-reboot-safe, not-rebot-safe]\n---\n');
  const article =
    '<header><h1>Services start by themselves.</h1></header><p class="chips"><a href="/kb/tags/not-reboot-safe/">Not reboot-safe</a></p>';
  expect(articleOf(preview({ kind: 'lesson', text, article, rules: /known-tag/ }))).toBe(
    `${article}[known-tag]`,
  );
});

test('where nothing of the field is shown, below its section’s heading; else below the title', () => {
  const article =
    '<header><h1>Redis was gone</h1></header><section aria-labelledby="impact"><h2 id="impact">Impact</h2><p>None.</p></section>';
  const text = POSTMORTEM_HEAD.replace('trigger: unknown', 'trigger: gremlins').replace(
    'severity: unknown',
    'severity: bad',
  );
  expect(articleOf(preview({ kind: 'postmortem', text, article, rules: /valid-value/ }))).toBe(
    article.replace('</header>', '[valid-value]</header>').replace('</h2>', '</h2>[valid-value]'),
  );
});

test('the bar counts, names file, line and column, and leads to the message and to the rule', () => {
  const text = `${POSTMORTEM_HEAD}Jane forgot to look.\n`;
  const html = preview({
    kind: 'postmortem',
    text,
    article: '<p data-line="13" data-end-line="13">Jane forgot to look.</p>',
    rules: /no-blame/,
  });
  expect(html).toContain('<main><aside class="check-bar error" aria-label="What the check says">');
  expect(html).toContain('<strong>1 error, 0 warnings</strong> <span>content/postmortems/x.mdx</span>');
  expect(html).toContain('<a href="#check-message-1">content/postmortems/x.mdx:13:6</a>');
  expect(html).toContain('<a href="/kb/rules/#no-blame">no-blame</a>');
  expect(html).toContain('<code>Jane <u>forgot to</u> look.</code>');
  expect(html).toContain('<link rel="stylesheet" href="/kb/preview.css">');
});

test('without messages it says so', () => {
  const html = preview({ kind: 'lesson', text: LESSON_HEAD, article: '<p>x</p>', rules: /no-blame/ });
  expect(html).toContain('<aside class="check-bar fine"');
  expect(html).toContain('<strong>No problems found</strong>');
});

test('the panel shows what the search reads, and how much it counts', () => {
  const documents: SearchDocument[] = [
    {
      kind: 'lesson',
      id: 'x',
      title: 'Look first',
      summary: 'Why.',
      aliases: [],
      misspellings: [],
      signals: ['ERROR 7'],
      sections: [{ anchor: 'checks', title: 'Checks', text: 'Read it: 7' }],
      filters: { tag: ['Not reboot-safe'] },
    },
  ];
  const html = preview({ kind: 'lesson', text: LESSON_HEAD, article: '<p>x</p>', rules: /^$/, documents });
  expect(html).toContain('<li>filter tag: Not reboot-safe</li>');
  expect(html).toContain('<tr class="title"><td>×7</td><td><span>title</span> Look first</td></tr>');
  expect(html).toContain('<tr class="text"><td>×5</td><td>ERROR 7</td></tr>');
  expect(html).toContain('<tr class="heading"><td>×1</td><td><span>heading #checks</span> Checks</td></tr>');
});

test('a page that is none of an entry stays as it is', () => {
  const content = createContent({ 'lessons/x.mdx': LESSON_HEAD });
  const file = content.findDocument('lesson', 'x');
  if (!file) throw new Error('There is no such file');
  const page = {
    file,
    problems: [],
    documents: [],
    addresses: createAddresses(),
    styleSheet: '',
  };
  expect(renderPreviewPage('<p>Moved</p>', page)).toBe('<p>Moved</p>');
});
