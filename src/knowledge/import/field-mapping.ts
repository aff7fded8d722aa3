/** Maps the fields of another tool's frontmatter to ours. */
import { z } from 'zod';
import { text } from '../schema/scalars.ts';
import { findFactTarget } from './fact-labels.ts';
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

/** Mappings for the columns of known exports, which `--mapping` takes by their names. */
export const MAPPING_PRESETS: Readonly<Record<string, FieldMapping>> = {
  corpus: CORPUS_MAPPING,
  // Jira, "Export CSV" of a list of issues (support.atlassian.com/jira-software-cloud/docs/work-with-search-results).
  jira: {
    fields: {
      'Issue key': 'id',
      Summary: 'title',
      Description: 'body',
      Resolved: 'resolved',
      Labels: 'vocabulary',
      'Component/s': 'services',
      Components: 'services',
      'Affected services': 'services',
      'Custom field (Affected services)': 'services',
      'Custom field (Severity)': 'severity',
      'Custom field (Impact)': 'impact',
    },
    values: {},
  },
  // PagerDuty, "Export CSV" of the incidents in Analytics (support.pagerduty.com/main/docs/insights).
  pagerduty: {
    fields: {
      id: 'id',
      description: 'title',
      title: 'title',
      service_name: 'services',
      created_on: 'detected',
      created_at: 'detected',
      resolved_on: 'resolved',
      resolved_at: 'resolved',
      'Incident ID': 'id',
      Title: 'title',
      Service: 'services',
      'Created On': 'detected',
      'Resolved On': 'resolved',
    },
    values: {},
  },
  // ServiceNow, the export of a list of the table `incident`, with the names of columns or with their labels.
  servicenow: {
    fields: {
      number: 'id',
      short_description: 'title',
      'Short description': 'title',
      description: 'body',
      opened_at: 'started',
      Opened: 'started',
      resolved_at: 'resolved',
      Resolved: 'resolved',
      business_service: 'services',
      cmdb_ci: 'services',
      'Configuration item': 'services',
      'Business service': 'services',
      close_notes: 'body',
      'Close notes': 'body',
      'Resolution notes': 'body',
    },
    values: {},
  },
};

/** Groups of fields in the front matter of Hugo and Zola. */
const GROUP_PREFIX = /^(?:taxonomies|extra|params)\./;

/** `incident_start`, `detected-at`: only times, because their values show whether they are what the name says. */
function findTimeTarget(key: string): FactTarget | undefined {
  const target = /[_-]/.test(key) ? findFactTarget(key.replaceAll('-', ' ')) : undefined;
  return target && TIME_TARGETS.includes(target) ? target : undefined;
}

const TIME_TARGETS: readonly FactTarget[] = ['started', 'detected', 'mitigated', 'resolved'];

/** Turns a field of the source into a fact. A value that the mapping renames also keeps its own name. */
export function createFact(
  name: string,
  values: readonly string[],
  { fields, values: renamed }: FieldMapping,
): Fact {
  const key = Object.hasOwn(fields, name) ? name : name.replace(GROUP_PREFIX, '');
  const target = Object.hasOwn(fields, key) ? fields[key] : findTimeTarget(key);
  const names = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  const [first] = values;
  const reading = names && first !== undefined && Object.hasOwn(names, first) ? names[first] : undefined;
  return { name, values, target, reading };
}
