/**
 * The fields of a postmortem's frontmatter. The union of what the public schemas share (the
 * postmortems.app corpus, Etsy Morgue, Netflix Dispatch, the SRE Workbook's template, PagerDuty's guide,
 * the ISSRE'22 cloud postmortems, VERIS). Closed lists hold `unknown`, so that "not known" differs from
 * "not filled in".
 */
import { z } from 'zod';
import { duration, optionalList, reference, text, time, verbatim, webAddress } from './scalars.ts';

export const STATUSES = ['draft', 'in-review', 'reviewed'] as const;
export const VISIBILITIES = ['public', 'internal'] as const;
export const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4', 'unknown'] as const;
export const POSTMORTEM_KINDS = ['incident', 'maintenance', 'near-miss', 'drill'] as const;

export const source = z.strictObject({
  title: text.describe('What the source is called, or what it is.'),
  url: webAddress.optional().describe('Where it can be read.'),
  archiveUrl: webAddress.optional().describe('Where a kept copy can be read.'),
  published: time.optional().describe('When it was published, as precisely as it says.'),
});

const detection = z.strictObject({
  method: z
    .enum([
      'alert',
      'dashboard',
      'customer-report',
      'employee-report',
      'external-party',
      'audit',
      'test',
      'chance',
      'unknown',
    ])
    .describe('How it was noticed.'),
  gap: text.optional().describe('Why it was not noticed earlier.'),
});

const factor = z.strictObject({
  text: text.describe('What contributed, as a condition of the system: never a person, never "human error".'),
  category: z
    .enum([
      'software',
      'configuration',
      'deployment',
      'dependency',
      'infrastructure',
      'network',
      'data-store',
      'capacity',
      'cascading',
      'observability',
      'security',
      'documentation',
      'coordination',
      'process',
      'unknown',
    ])
    .describe('The part of the work it belongs to, so that factors can be counted.'),
  services: optionalList(reference('service')).describe('The services it concerns.'),
});

const mitigation = z.strictObject({
  action: z
    .enum([
      'rollback',
      'restart',
      'failover',
      'scale',
      'shed-load',
      'config-change',
      'hotfix',
      'restore-data',
      'drain',
      'manual-repair',
      'wait',
      'none',
      'unknown',
    ])
    .describe('What was tried.'),
  worked: z
    .enum(['yes', 'partly', 'no', 'harmful', 'unknown'])
    .describe('Whether it helped. What did not help is worth as much to the next responder.'),
  text: text.describe('One line on what was done and what came of it.'),
});

const timelineEntry = z.strictObject({
  at: time.describe('When, as precisely as the source says and no more.'),
  lasted: duration.optional().describe('How long it went on, where the source says.'),
  kind: z
    .enum(['trigger', 'symptom', 'detection', 'action', 'decision', 'communication', 'recovery'])
    .describe('What kind of event it was.'),
  text: text.describe('What happened.'),
});

const action = z.strictObject({
  text: text.describe('What is to be done: starts with a verb, specific and bounded.'),
  type: z
    .enum(['prevent', 'detect', 'mitigate', 'document', 'process', 'unknown'])
    .describe('What it is meant to achieve.'),
  owner: text.optional().describe('The role or team that owns it; never a person.'),
  status: z.enum(['open', 'in-progress', 'done', 'dropped', 'unknown']).describe('Where it stands.'),
  due: time.optional().describe('When it is to be done.'),
  closed: time.optional().describe('When it was done or dropped.'),
  ticket: text.optional().describe('Its number or address in the tracker.'),
  doneWhen: text.optional().describe('How one can tell that it is done.'),
  dropped: text.optional().describe('Why it was dropped.'),
  lessons: optionalList(reference('lesson')).describe('The lessons it puts into practice.'),
});

export const postmortemSchema = z.strictObject({
  title: text.describe('The headline: what happened to what.'),
  summary: text.describe('One to three sentences for someone in a hurry.'),
  kind: z.enum(POSTMORTEM_KINDS).describe('An incident, a planned maintenance, a near miss or a drill.'),
  status: z.enum(STATUSES).describe('How far the text has come.'),
  visibility: z.enum(VISIBILITIES).default('internal').describe('Who may read it. Left out, it is internal.'),
  severity: z.enum(SEVERITIES).describe('How bad it was, from sev1 (worst) to sev4.'),
  organization: text.describe('Whose incident it was.'),
  started: time.describe('When it began.'),
  detected: time.optional().describe('When it was noticed.'),
  mitigated: time.optional().describe('When users stopped being hurt.'),
  resolved: time.optional().describe('When it was over.'),
  duration: duration.optional().describe('How long it lasted, where the times do not say so themselves.'),
  detection: detection.describe('How it was noticed, and why not earlier.'),
  trigger: z
    .enum([
      'code-deploy',
      'config-change',
      'data-or-schema-change',
      'maintenance',
      'traffic',
      'provider',
      'capacity',
      'hardware',
      'expiry-or-time',
      'security',
      'manual-operation',
      'none-known',
      'unknown',
    ])
    .describe('What set it off. Not why it could happen: that is told by the factors.'),
  factors: optionalList(factor).describe('The contributing factors; there is never only one root cause.'),
  impact: text.describe('Who saw what, and how much of it.'),
  services: optionalList(reference('service')).describe('The services involved.'),
  tags: optionalList(reference('tag')).describe('The recurring issues it is a case of.'),
  signals: optionalList(verbatim).describe(
    'What was seen, verbatim: error texts, log lines, metrics, symptoms. This is what a responder searches for.',
  ),
  mitigations: optionalList(mitigation).describe('What was tried, and whether it worked.'),
  timeline: optionalList(timelineEntry).describe('What happened, in order of time.'),
  lessons: z
    .strictObject({
      learned: optionalList(reference('lesson')).describe('Lessons this taught.'),
      confirmed: optionalList(reference('lesson')).describe('Lessons that were known, followed, and worked.'),
    })
    .default({ learned: [], confirmed: [] })
    .describe('What it taught, and what it confirmed.'),
  wentWell: optionalList(text).describe('What went well.'),
  wentWrong: optionalList(text).describe('What went wrong.'),
  lucky: optionalList(text).describe('Where one was lucky.'),
  surprises: optionalList(text).describe('What surprised those who were there.'),
  actions: optionalList(action).describe('What is to be done, or was.'),
  sources: optionalList(source).describe('Where the facts come from.'),
});

export type PostmortemData = z.output<typeof postmortemSchema>;
