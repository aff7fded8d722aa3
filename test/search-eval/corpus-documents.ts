/**
 * The public postmortems of the corpus icco/postmortems as search documents, and queries made of them by
 * rule. Nothing of the corpus is part of this repository: its folder is named by `HINDSIGHT_CORPUS`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { STOP_WORDS } from '../../src/knowledge/search/common-words.ts';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { tokenize } from '../../src/knowledge/search/tokens.ts';
import type { JudgedQuery } from './metrics.ts';
import { createRandom, type Random } from './random.ts';

const frontmatterSchema = z.looseObject({
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

export async function readCorpusEntries(folder: string): Promise<CorpusEntry[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f-]{36}\.md$/.test(name)).sort();
  return Promise.all(names.map(async (name) => parseCorpusEntry(await readFile(join(folder, name), 'utf8'))));
}

/** Keywords are left out of the page, so that queries made of them do not find themselves. */
function parseCorpusEntry(file: string): CorpusEntry {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const { uuid, title, keywords, company, summary } = frontmatterSchema.parse(parse(head));
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
export function createCorpusQueries(entries: readonly CorpusEntry[]): JudgedQuery[] {
  return entries.flatMap(({ document, keywords }) => {
    const random = createRandom(document.id);
    const relevant = [`postmortem:${document.id}`];
    const known = random.sample(keywords, 2 + random.pickBelow(2)).join(' ');
    const natural = pickSpecificWords(document.sections[0]?.text ?? '');
    const queries: JudgedQuery[] = [];
    if (keywords.length > 1) queries.push({ kind: 'known', query: known, relevant });
    if (natural.length > 2) queries.push({ kind: 'natural', query: natural.join(' '), relevant });
    const source = keywords.length > 1 && random.pickBelow(2) === 0 ? known : natural.join(' ');
    if (source) queries.push({ kind: 'typo', query: addTypo(source, random), relevant });
    return queries;
  });
}

function pickSpecificWords(text: string): string[] {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
  const words = tokenize(sentence).map(({ typed }) => typed);
  return words
    .filter((word) => word.length > 3 && !STOP_WORDS.has(word.toLowerCase()) && !/^\d/.test(word))
    .slice(0, 5);
}

/** One random edit in the longest word: a letter left out, doubled, replaced, or two swapped. */
function addTypo(query: string, random: Random): string {
  const words = query.split(' ');
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  return words.map((word) => (word === longest ? misspell(word, random) : word)).join(' ');
}

function misspell(word: string, random: Random): string {
  const at = 1 + random.pickBelow(Math.max(1, word.length - 2));
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const forms = [
    before + after,
    before + letter + letter + after,
    before + 'aeionrst'[random.pickBelow(8)] + after,
    before + (after[0] ?? '') + letter + after.slice(1),
  ];
  return forms[random.pickBelow(forms.length)] ?? word;
}
