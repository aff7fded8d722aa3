/** Whatever a source says, its draft passes the check, and no word of it is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createDraft, type Draft } from '../../../src/knowledge/import/draft.ts';
import { readHtml } from '../../../src/knowledge/import/html-reader.ts';
import { readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { readText } from '../../../src/knowledge/import/text-reader.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { INVISIBLE_CHARACTERS } from '../../../src/knowledge/source/invisible-characters.ts';
import { collectTexts, parseDraft } from './compare-words.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

/** Enough to meet most pairs of pieces; `HINDSIGHT_RUNS` says how many for a longer search. */
const RUNS = Number(process.env.HINDSIGHT_RUNS ?? 100);

const vocabulary = createVocabularyLookup(SMALL_CONTENT);
const SMALL_FILES = SMALL_CONTENT.files.map(({ path, text }) => ({
  path: path.slice('content/'.length),
  text,
}));

function draftsOf(foreign: SourceDocument): Draft[] {
  return (['postmortem', 'note'] as const).map((kind) =>
    createDraft(foreign, { kind, vocabulary, isTaken: () => false }),
  );
}

function errorsOf(draft: Draft): string[] {
  const content = new Content([...SMALL_FILES, draft], 'content');
  return runRules(content)
    .filter(({ severity }) => severity === 'error')
    .map(({ line, rule, message }) => `${line} ${rule}: ${message}`);
}

/** Pieces that are dangerous or easily misread, in any combination. */
const PIECES = fc.constantFrom(
  ...[
    'import ',
    'export ',
    '{',
    '}',
    '<',
    '>',
    '</',
    '/>',
    '<b>',
    '</b>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
  ],
  ...[
    '<a href="javascript:x()">',
    '</a>',
    '<img src=x onerror=y>',
    '![alt](',
    '[text](',
    ')',
    'javascript:x',
    '[r]',
    '[r]: ',
  ],
  ...[
    'https://example.org/a_b',
    'http://',
    'www.example.org',
    'a@example.org',
    '`',
    '```',
    '~~~',
    '*',
    '**',
    '_',
    '~',
    '#',
    '# ',
  ],
  ...[
    '- ',
    '1. ',
    '7) ',
    '> ',
    '|',
    '| a | b |\n|---|---|\n',
    '---',
    '+++',
    '===',
    '\\',
    '&#x3c;',
    '&lt;',
    '<br>',
    '{/*',
    '*/}',
  ],
  ...[
    '<table><tr><td><ul><li>',
    '<details>',
    '<Callout kind="note">',
    '<x-y z="w">',
    '\t',
    '    ',
    '\n',
    '\n\n',
    ' ',
    ':',
    '$$',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    'Timeline:',
    '## Timeline',
    'What went well:',
    '## Action items',
    '- [x] ',
    'Date: ',
    '2018-03-10',
    'title: ',
    '%',
    '@',
    '!',
    '"',
    "'",
  ],
);
const words = fc.stringMatching(/^[A-Za-z0-9äßéЖ東]{1,8}$/);
const anyText = fc.oneof(
  fc.array(fc.oneof(PIECES, words, words), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.oneof(PIECES, words, words), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test.each([
  ['plain text', (text: string) => readText({ path: 'x', text })],
  ['Markdown', (text: string) => readMarkdown({ path: 'x', text })],
  [
    'Markdown behind frontmatter',
    (text: string) => readMarkdown({ path: 'x', text: `---\ntitle: T\n---\n${text}` }),
  ],
  [
    'a value of frontmatter',
    (text: string) =>
      readMarkdown({
        path: 'x',
        text: `---\n${JSON.stringify({ a: text, impact: text, lucky: [text], keywords: [text], url: text })}\n---\n`,
      }),
  ],
  ['HTML', (text: string) => readHtml({ path: 'x', text })],
])(
  'any text as %s makes a draft that passes the check',
  (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const draft of draftsOf(read(text))) expect(errorsOf(draft)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  120_000,
);

const WORDS = /[\p{L}\p{N}]+/gu;

/** Counts each word of a draft: in its fields as they are read, and in its body without escapes. */
function wordCounts(draft: Draft): Map<string, number> {
  const file = parseDraft(draft);
  const body = draft.text
    .slice(draft.text.indexOf('\n---\n') + 5)
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const counts = new Map<string, number>();
  for (const [word] of [...collectTexts(file.yaml.value), body].join('\n').matchAll(WORDS)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

test('keeps every word of a plain text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const draft of draftsOf(readText({ path: 'x', text }))) {
        const counts = wordCounts(draft);
        const lost: string[] = [];
        for (const [word] of text.replace(INVISIBLE_CHARACTERS, '').matchAll(WORDS)) {
          const left = counts.get(word) ?? 0;
          if (left === 0) lost.push(word);
          counts.set(word, left - 1);
        }
        expect(lost).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
}, 120_000);
