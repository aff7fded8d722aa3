/**
 * Generated content in which dates, times, severities and detection methods vary as in a real folder: some are imprecise,
 * approximate or unknown. The raw fields are returned, too, so that a test can count them without the code that it tests.
 */
import { parse, stringify } from 'yaml';
import { generateContent } from '../../../bench/content/generate-content.ts';
import { createKnowledge } from '../../../src/knowledge/graph/create-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { createMaskedContent } from '../../../src/knowledge/source/masked-content.ts';

export interface RawPostmortem {
  readonly id: string;
  title: string;
  kind: string;
  severity: string;
  organization: string;
  team?: string;
  started: string;
  detected?: string;
  mitigated?: string;
  resolved?: string;
  duration?: string;
  detection: { method: string };
  trigger: string;
  factors: { category: string; services: string[] }[];
  services: string[];
  tags: string[];
  lessons: { learned: string[] };
  actions: { status: string }[];
}

const METHODS = ['alert', 'customer-report', 'customer-report', 'dashboard', 'unknown'];
const KINDS = ['incident', 'incident', 'incident', 'incident', 'maintenance', 'drill', 'near-miss'];
const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4', 'unknown'];
const TRIGGERS = ['code-deploy', 'config-change', 'unknown', 'none-known'];

/** Every seventh date is less precise in one of five ways. */
const IMPRECISE = [
  (day: string) => day.slice(0, 4),
  (day: string) => day.slice(0, 7),
  (day: string) => `${day.slice(0, 7)}~`,
  (day: string) => `${day}?`,
  (day: string) => `XXXX${day.slice(4)}`,
];

export async function createVariedKnowledge(
  count: number,
): Promise<{ readonly knowledge: Knowledge; readonly raw: RawPostmortem[] }> {
  const raw: RawPostmortem[] = [];
  const files = generateContent(count).map((file) => {
    if (!file.path.startsWith('postmortems/')) return file;
    const [, head = '', body = ''] = file.text.split(/^---$/m);
    const id = file.path.slice('postmortems/'.length, -'.mdx'.length);
    const data: RawPostmortem = { ...parse(head), id };
    vary(data, raw.length);
    raw.push(data);
    const { id: _, ...fields } = data;
    return { path: file.path, text: `---\n${stringify(fields)}---${body}` };
  });
  return { knowledge: createKnowledge(await createMaskedContent(files, 'generated', [])), raw };
}

function vary(data: RawPostmortem, index: number): void {
  const pick = <Value>(values: readonly Value[], step: number): Value =>
    values[Math.floor(index / step) % values.length] as Value;
  data.kind = pick(KINDS, 1);
  data.severity = pick(SEVERITIES, 2);
  data.trigger = pick(TRIGGERS, 3);
  data.detection.method = pick(METHODS, 1);
  if (index % 4 === 0) data.factors = data.factors.map((factor) => ({ ...factor, category: 'unknown' }));
  const start = Date.parse(data.started);
  const after = (minutes: number) => `${new Date(start + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const minutes = 1 + ((index * index * 7) % 5_000);
  data.detected = after(index % 11);
  data.resolved = after(10 + minutes);
  if (index % 3 === 0) data.mitigated = after(10);
  if (index % 5 === 0) delete data.resolved;
  if (index % 10 === 0) data.duration = index % 20 === 0 ? 'PT90M~' : 'PT2H';
  if (index % 13 === 0) delete data.detected;
  if (index % 7 === 0) {
    const day = data.started.slice(0, 10);
    data.started = pick(IMPRECISE, 7)(day);
    delete data.detected;
    delete data.mitigated;
    delete data.resolved;
  }
  if (index % 14 === 0) data.resolved = '2026-01-02T00:00:00Z';
}
