/** Imports the public corpus icco/postmortems, which is not part of this repository, and finds every fact in the drafts. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createEntries } from '../../src/knowledge/graph/entries.ts';
import { renderBody } from '../../src/knowledge/graph/render-body.ts';
import type { Draft } from '../../src/knowledge/import/draft.ts';
import { readCorpus } from '../../src/knowledge/import/markdown-reader.ts';
import { type ImportOutcome, planImport } from '../../src/knowledge/import/plan-import.ts';
import type { SourceDocument } from '../../src/knowledge/import/source-document.ts';
import { Content } from '../../src/knowledge/source/content.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { collectTexts, getShownText, parseDraft, stripMarkup } from '../knowledge/import/compare-words.ts';
import { SMALL_CONTEXT } from '../knowledge/small-content.ts';

const CORPUS = process.env.HINDSIGHT_CORPUS ?? '';

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .flatMap((paragraph) => [...SENTENCES.segment(stripMarkup(paragraph))])
    .map(({ segment }) => segment.trim())
    .filter(Boolean);
}

describe('the public corpus', { timeout: 60_000 }, () => {
  let texts: string[];
  let sources: SourceDocument[];
  let content: Content;
  let outcomes: ImportOutcome[];
  let drafts: Draft[];

  beforeAll(async () => {
    const names = (await readdir(CORPUS)).filter((name) => /^[0-9a-f-]{36}\.md$/.test(name)).sort();
    texts = await Promise.all(names.map((name) => readFile(join(CORPUS, name), 'utf8')));
    sources = texts.map((text, index) => readCorpus({ path: names[index] ?? '', text }));
    content = await readContent();
    outcomes = await planImport(sources, content, 'postmortem', SMALL_CONTEXT);
    drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  }, 60_000);

  /** The content with the drafts in it, as it is after the import. */
  const imported = () =>
    new Content(
      [
        ...content.files.map(({ path, text, type }) => ({
          path: path.slice(content.root.length + 1),
          ...(type === 'picture' ? {} : { text }),
        })),
        ...drafts,
      ],
      content.root,
    );

  test('all of its files become drafts', () => {
    expect(texts.length).toBe(80);
    expect(outcomes.map(({ type }) => type)).toEqual(texts.map(() => 'new'));
  });

  test('keeps every frontmatter value in its draft', () => {
    const missing: string[] = [];
    let values = 0;
    for (const [index, text] of texts.entries()) {
      const head = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
      const shown = stripMarkup(getShownText(parseDraft(drafts[index] as Draft)));
      for (const value of collectTexts(parseDocument(head, { schema: 'failsafe' }).toJS())) {
        values++;
        if (!shown.includes(stripMarkup(value))) missing.push(`${drafts[index]?.path}: ${value}`);
      }
    }
    console.log(`corpus: ${values} values of frontmatter in ${texts.length} files, ${missing.length} lost`);
    expect(missing).toEqual([]);
    expect(values).toBe(1_401);
  });

  test('keeps every sentence in its draft', () => {
    const missing: string[] = [];
    let sentences = 0;
    for (const [index, text] of texts.entries()) {
      const said = sentencesOf(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
      const shown = stripMarkup(getShownText(parseDraft(drafts[index] as Draft)));
      sentences += said.length;
      missing.push(...said.filter((sentence) => !shown.includes(sentence)));
    }
    console.log(`corpus: ${sentences} sentences in ${texts.length} files, ${missing.length} lost`);
    expect(missing).toEqual([]);
    expect(sentences).toBe(894);
  });

  test('no draft has an error, and each can be rendered', () => {
    const whole = imported();
    expect(runRules(whole).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(createEntries(whole).filter(({ kind }) => kind === 'postmortem').length).toBeGreaterThanOrEqual(
      80,
    );
    const links = {
      entry: () => undefined,
      sheet: () => undefined,
      picture: (name: string) => name,
      resolve: (href: string) => href,
    };
    const empty = drafts.filter((draft) => renderBody(parseDraft(draft), links).length < 50);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  test('a second run has nothing to do', async () => {
    const again = await planImport(sources, imported(), 'postmortem', SMALL_CONTEXT);
    expect(again.map(({ type }) => type)).toEqual(texts.map(() => 'known'));
    expect(again.some((outcome) => outcome.type === 'known' && outcome.changed)).toBe(false);
  });
});
