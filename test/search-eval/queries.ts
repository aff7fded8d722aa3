/** The judged queries in `queries/`: a YAML file for each kind. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { JudgedQuery } from './metrics.ts';

const fileSchema = z.array(z.strictObject({ query: z.string().min(1), relevant: z.array(z.string()) }));

/** In the order in which the tables show the kinds. */
export const QUERY_KINDS = [
  'known-item',
  'natural',
  'typo',
  'alias',
  'acronym',
  'log-line',
  'trace',
  'block',
  'symptom',
  'foreign',
  'paraphrase',
] as const;

/** No page contains a word of these queries, so they count on their own and not among all. */
export const PARAPHRASE = 'paraphrase';

/** @returns by kind; the kind `nothing` contains queries that no page answers */
export async function readQueries(folder = join(import.meta.dirname, 'queries')): Promise<JudgedQuery[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const order = (name: string) => (QUERY_KINDS as readonly string[]).indexOf(name.replace('.yaml', ''));
  const lists = await Promise.all(
    names
      .sort((a, b) => order(a) - order(b))
      .map(async (name) => {
        const kind = name.replace('.yaml', '');
        return fileSchema
          .parse(parse(await readFile(join(folder, name), 'utf8')))
          .map((judged) => ({ kind, ...judged }));
      }),
  );
  return lists.flat();
}
