/** Maps the fields of another tool's frontmatter to ours. */
import { z } from 'zod';
import { text } from '../schema/scalars.ts';
import { FACT_TARGETS, type Fact, type FactTarget } from './source-document.ts';

const targetSchema = z.enum(FACT_TARGETS);

/** `--mapping FILE.yaml`. */
export const mappingSchema = z.strictObject({
  fields: z.record(z.string(), targetSchema).describe('Our field for each field of the source.'),
  values: z
    .record(z.string(), z.record(z.string(), text))
    .default({})
    .describe('Our values for the values of a field of the source: `severity: { P1: sev1 }`.'),
});

export type FieldMapping = z.output<typeof mappingSchema>;

/** The schema of the public corpus (postmortems.app; icco/postmortems). */
export const CORPUS_MAPPING: FieldMapping = {
  fields: {
    uuid: 'id',
    url: 'source.url',
    archive_url: 'source.archiveUrl',
    title: 'title',
    start_time: 'started',
    end_time: 'resolved',
    categories: 'vocabulary',
    keywords: 'vocabulary',
    company: 'organization',
    product: 'services',
    source_published_at: 'source.published',
    summary: 'summary',
  },
  values: {},
};

/** The front matter of Jekyll's posts (jekyllrb.com/docs/front-matter); `date` is when the post was published. */
export const JEKYLL_MAPPING: FieldMapping = {
  fields: {
    title: 'title',
    date: 'source.published',
    category: 'vocabulary',
    categories: 'vocabulary',
    tags: 'vocabulary',
    description: 'summary',
    excerpt: 'summary',
    canonical_url: 'source.url',
  },
  values: {},
};

/** Names of fields that need no mapping: they are called as ours are. */
export const DEFAULT_MAPPING: FieldMapping = {
  fields: {
    ...Object.fromEntries(
      FACT_TARGETS.filter((name) => !name.includes('.') && name !== 'body').map((name) => [name, name]),
    ),
    // Elsewhere, tags name systems as often as troubles.
    tags: 'vocabulary',
    url: 'source.url',
    description: 'summary',
    company: 'organization',
    keywords: 'vocabulary',
    categories: 'vocabulary',
    // Hugo, Zola and blogs: the day of the text, which is seldom that of the incident.
    date: 'source.published',
  } as Record<string, FactTarget>,
  values: {},
};

/** The front matter of cState's incidents (github.com/cstate/cstate/wiki/Usage): `date` is when the incident began. */
export const CSTATE_MAPPING: FieldMapping = {
  fields: {
    title: 'title',
    date: 'started',
    resolvedWhen: 'resolved',
    affected: 'services',
    severity: 'severity',
  },
  values: {},
};

/** Groups of fields in the front matter of Hugo and Zola. */
const GROUP_PREFIX = /^(?:taxonomies|extra|params)\./;

/** Turns a field of the source into a fact. A value that the mapping renames also keeps its own name. */
export function createFact(
  name: string,
  values: readonly string[],
  { fields, values: renamed }: FieldMapping,
): Fact {
  const key = Object.hasOwn(fields, name) ? name : name.replace(GROUP_PREFIX, '');
  const target = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const names = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  const [first] = values;
  const reading = names && first !== undefined && Object.hasOwn(names, first) ? names[first] : undefined;
  return { name, values, target, reading };
}
