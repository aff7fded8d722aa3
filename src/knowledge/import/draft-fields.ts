/** The frontmatter of a draft. What the source does not say is `unknown`, and named as a gap. */
import { noteSchema } from '../schema/note.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import type { ExtractedSections } from './extract-sections.ts';
import type { MappedFacts } from './map-facts.ts';

export type TitleAndSummary = { readonly title: string; readonly summary: string };

export function createPostmortemFields(
  named: TitleAndSummary,
  { fields }: MappedFacts,
  { fields: taken }: ExtractedSections,
  signals: string[],
  timeline: object[],
  gaps: string[],
): Record<string, unknown> {
  const known = <Value>(name: string, value: Value | undefined, unknown: Value): Value => {
    if (value === undefined) gaps.push(name);
    return value ?? unknown;
  };
  const lines = fields.lines;
  return orderBySchema(postmortemSchema.shape, {
    ...named,
    kind: fields.closed.kind ?? 'incident',
    status: 'draft',
    visibility: 'internal',
    severity: known('severity', fields.closed.severity, 'unknown'),
    organization: known('organization', fields.text.organization, 'unknown'),
    ...fields.time,
    // EDTF for a date of which nothing is known.
    started: known('started', fields.time.started, 'XXXX'),
    duration: fields.closed.duration,
    detection: { method: known('detection', fields.closed.detection, 'unknown') },
    trigger: known('trigger', fields.closed.trigger, 'unknown'),
    factors: taken.factors ?? lines.factors?.map((text) => ({ text, category: 'unknown' })),
    impact: known('impact', fields.text.impact ?? taken.impact, 'unknown'),
    services: fields.services,
    tags: fields.tags,
    signals,
    mitigations: taken.mitigations,
    timeline,
    wentWell: taken.wentWell ?? lines.wentWell,
    wentWrong: taken.wentWrong ?? lines.wentWrong,
    lucky: taken.lucky ?? lines.lucky,
    surprises: taken.surprises ?? lines.surprises,
    actions: taken.actions ?? lines.actions?.map((text) => ({ text, type: 'unknown', status: 'unknown' })),
    sources: [{ title: named.title, ...fields.source }],
  });
}

export function createNoteFields(
  named: TitleAndSummary,
  { fields }: MappedFacts,
  gaps: string[],
): Record<string, unknown> {
  if (!fields.text.organization) gaps.push('organization');
  return orderBySchema(noteSchema.shape, {
    ...named,
    status: 'draft',
    visibility: 'internal',
    organization: fields.text.organization ?? 'unknown',
    services: fields.services,
    tags: fields.tags,
    sources: [{ title: named.title, ...fields.source }],
  });
}

/**
 * Fields in the order of their schema, without empty ones.
 *
 * @param kept those that stay although they are empty
 */
export function orderBySchema(
  shape: object,
  fields: Readonly<Record<string, unknown>>,
  kept: readonly string[] = [],
): Record<string, unknown> {
  const names = Object.keys(shape).filter((name) => {
    const value = fields[name];
    const isEmpty = Array.isArray(value) && value.length === 0;
    return value !== undefined && (!isEmpty || kept.includes(name));
  });
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
