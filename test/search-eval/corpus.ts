/**
 * The public postmortems of the corpus icco/postmortems as search documents, and queries made of them by
 * rule. Nothing of the corpus is part of this repository: its folder is named by `HINDSIGHT_CORPUS`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { STOP_WORDS } from '../../src/knowledge/search/stop-words.ts';
import { tokensOf } from '../../src/knowledge/search/tokens.ts';
import type { Judged } from './metrics.ts';
import { type Random, randomOf } from './random.ts';

const frontmatter = z.looseObject({
  uuid: z.string(),
  title: z.string().nullish(),
  keywords: z.array(z.unknown()).nullish(),
  company: z.string().nullish(),
  summary: z.string().nullish(),
});

export interface CorpusEntry {
  readonly document: SearchDocument;
  readonly keywords: readonly string[];
}

export async function readCorpus(folder: string): Promise<CorpusEntry[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f-]{36}\.md$/.test(name)).sort();
  return Promise.all(names.map(async (name) => entryOf(await readFile(join(folder, name), 'utf8'))));
}

/** Keywords are left out of the page, so that queries made of them do not find themselves. */
function entryOf(file: string): CorpusEntry {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const { uuid, title, keywords, company, summary } = frontmatter.parse(parse(head));
  const text = body.trim();
  const document: SearchDocument = {
    kind: 'postmortem',
    id: uuid,
    title: title || company || uuid,
    summary: summary || (text.split('\n')[0] ?? ''),
    aliases: [],
    misspellings: [],
    signals: [],
    sections: [{ anchor: '', title: '', text }],
    filters: { kind: ['postmortem'] },
  };
  return { document, keywords: (keywords ?? []).map(String) };
}

/** `known`, `natural` and `typo`: the same for the same corpus, on any machine. */
export function corpusQueries(entries: readonly CorpusEntry[]): Judged[] {
  return entries.flatMap(({ document, keywords }) => {
    const random = randomOf(document.id);
    const relevant = [`postmortem:${document.id}`];
    const known = random.some(keywords, 2 + random.below(2)).join(' ');
    const natural = firstTellingWords(document.sections[0]?.text ?? '');
    const queries: Judged[] = [];
    if (keywords.length > 1) queries.push({ kind: 'known', query: known, relevant });
    if (natural.length > 2) queries.push({ kind: 'natural', query: natural.join(' '), relevant });
    const source = keywords.length > 1 && random.below(2) === 0 ? known : natural.join(' ');
    if (source) queries.push({ kind: 'typo', query: withSlip(source, random), relevant });
    return queries;
  });
}

function firstTellingWords(text: string): string[] {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
  const words = tokensOf(sentence).map(({ typed }) => typed);
  return words
    .filter((word) => word.length > 3 && !STOP_WORDS.has(word.toLowerCase()) && !/^\d/.test(word))
    .slice(0, 5);
}

/** One random edit in the longest word: a letter left out, doubled, replaced, or two swapped. */
function withSlip(query: string, random: Random): string {
  const words = query.split(' ');
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  return words.map((word) => (word === longest ? slip(word, random) : word)).join(' ');
}

function slip(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const forms = [
    before + after,
    before + letter + letter + after,
    before + 'aeionrst'[random.below(8)] + after,
    before + (after[0] ?? '') + letter + after.slice(1),
  ];
  return forms[random.below(forms.length)] ?? word;
}
