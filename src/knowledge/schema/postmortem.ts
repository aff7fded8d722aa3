/**
 * The fields of a postmortem's frontmatter: the union of what the public schemas share (the postmortems.app corpus,
 * Etsy Morgue, Netflix Dispatch, the SRE Workbook's template, PagerDuty's guide, the ISSRE'22 cloud postmortems,
 * VERIS). Closed lists include `unknown`, so that "not known" differs from "not filled in".
 */
import { z } from 'zod';
import { field } from './field.ts';
import { action, factor, mitigation, source, timelineEntry } from './postmortem-items.ts';
import {
  duration,
  id,
  optionalList,
  prose,
  quantity,
  reference,
  referenceOrUnknown,
  text,
  time,
  verbatim,
} from './scalars.ts';
import { VISIBILITIES, withInternalFields } from './visibility.ts';

export const STATUSES = ['draft', 'in-review', 'reviewed'] as const;
const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4', 'unknown'] as const;
const ENVIRONMENTS = ['production', 'staging', 'test', 'development'] as const;
const POSTMORTEM_KINDS = ['incident', 'maintenance', 'near-miss', 'drill'] as const;

const detection = z.strictObject({
  method: field(
    z.enum([
      'alert',
      'dashboard',
      'customer-report',
      'employee-report',
      'external-party',
      'audit',
      'test',
      'chance',
      'unknown',
    ]),
    'How it was detected.',
    {
      heading: 'Detected by',
      question: { flag: 'detection' },
      todo: 'how it was detected',
      completeness: { weight: 2, label: 'how it was detected' },
    },
  ),
  gap: field(prose.optional(), 'Why it was not detected earlier.', {
    heading: 'Why not earlier',
    compared: true,
    completeness: { weight: 1, label: 'why it was not detected earlier' },
  }),
});

export const postmortemSchema = withInternalFields({
  title: field(prose, 'The headline: what happened to what.', {
    search: 'title',
    compared: true,
    question: {
      flag: 'title',
      prompt: 'What happened to what? One line',
      example: 'A full disk stops the mail server for three hours',
      required: true,
    },
  }),
  summary: field(prose, 'One to three sentences for a reader in a hurry.', {
    search: 'summary',
    compared: true,
    question: {
      flag: 'summary',
      prompt: 'What happened, in one to three sentences for a reader in a hurry?',
    },
    todo: 'one to three sentences for a reader in a hurry',
  }),
  kind: field(
    z.enum(POSTMORTEM_KINDS),
    'Whether it was an incident, planned maintenance, a near miss or a drill.',
    { question: { flag: 'kind' }, initial: 'incident' },
  ),
  status: field(z.enum(STATUSES), 'How far the text has got.', { initial: 'draft' }),
  visibility: field(
    z.enum(VISIBILITIES).default('internal'),
    'Who may read it; `internal` if the field is omitted.',
    { question: { flag: 'visibility' }, initial: 'internal' },
  ),
  severity: field(z.enum(SEVERITIES), 'How bad it was, from sev1 (worst) to sev4.', {
    question: { flag: 'severity', prompt: 'How bad was it, from sev1 (worst) to sev4?', required: true },
    completeness: { weight: 1, label: 'how bad it was' },
  }),
  organization: field(
    referenceOrUnknown('organization', 'belongs-to'),
    'The organization that had the incident.',
    {
      search: 'owners',
      question: {
        flag: 'organization',
        prompt: 'Whose incident was it?',
        required: true,
      },
    },
  ),
  team: field(id.optional(), 'The team of the organization, by its id.', { question: { flag: 'team' } }),
  started: field(time, 'When it started.', {
    section: 'impact',
    heading: 'Started',
    question: { flag: 'started', prompt: 'When did it start?', required: true },
    past: true,
  }),
  detected: field(time.optional(), 'When it was detected.', {
    section: 'impact',
    heading: 'Detected',
    question: { flag: 'detected' },
    past: true,
    notBefore: ['started'],
  }),
  mitigated: field(time.optional(), 'When impact on users ended.', {
    section: 'impact',
    heading: 'Mitigated',
    question: { flag: 'mitigated' },
    past: true,
    notBefore: ['started'],
  }),
  resolved: field(time.optional(), 'When it was over.', {
    section: 'impact',
    heading: 'Resolved',
    question: { flag: 'resolved', prompt: 'When was it over?' },
    past: true,
    notBefore: ['started', 'detected', 'mitigated'],
  }),
  duration: field(duration.optional(), 'How long it lasted, if the other times do not show it.', {
    completeness: {
      weight: 1,
      label: 'how long it lasted: `resolved` or `duration`',
      alternatives: ['resolved'],
    },
  }),
  detection: field(detection, 'How it was detected, and why not earlier.', { section: 'impact' }),
  trigger: field(
    z.enum([
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
    ]),
    'What set it off; use `factors` for why it could happen.',
    {
      section: 'impact',
      heading: 'Trigger',
      question: { flag: 'trigger' },
      todo: 'what set it off',
      completeness: { weight: 2, label: 'what set it off' },
    },
  ),
  factors: field(optionalList(factor), 'The contributing factors; there is never only one root cause.', {
    section: 'factors',
    completeness: { weight: 3, label: 'the contributing factors' },
  }),
  impact: field(prose, 'Who was affected, how, and how much.', {
    section: 'impact',
    compared: true,
    question: { flag: 'impact' },
    todo: 'who was affected, how, and how much',
  }),
  extent: field(
    optionalList(quantity),
    'How much was affected, in numbers: users, requests, minutes or money, each as far as it is known.',
    { section: 'impact', heading: 'How much', question: { flag: 'extent' } },
  ),
  regions: field(
    optionalList(text),
    'The regions or sites that were affected, by the names that you use for them: `eu-west-1`.',
    { section: 'impact', heading: 'Regions', search: 'asides', question: { flag: 'region' } },
  ),
  environments: field(optionalList(z.enum(ENVIRONMENTS)), 'The environments that were affected.', {
    section: 'impact',
    heading: 'Environments',
    question: { flag: 'environment' },
  }),
  services: field(optionalList(reference('service', 'involves')), 'The services involved.', {
    question: { flag: 'service', prompt: 'Which services were involved?' },
    todo: 'the services involved, by their ids',
    completeness: { weight: 2, label: 'the services involved' },
  }),
  tags: field(optionalList(reference('tag', 'case-of')), 'The recurring issues it is a case of.', {
    question: { flag: 'tag', prompt: 'Is it a case of a recurring issue?' },
    todo: 'the recurring issues it is a case of, if there are any',
    completeness: { weight: 2, label: 'the recurring issues it is a case of' },
  }),
  signals: field(
    optionalList(verbatim),
    'What was seen, verbatim: error messages, log lines, metrics, symptoms. This is what a responder searches for.',
    {
      section: 'signals',
      search: 'signals',
      question: {
        flag: 'signal',
        prompt: 'What did you see? Paste error messages and log lines as they are',
        example: 'FATAL: sorry, too many clients already',
      },
      todo: 'what was seen: error messages and log lines, verbatim',
      completeness: { weight: 3, label: 'what was seen, verbatim' },
    },
  ),
  everydayWords: field(
    prose.optional(),
    'What a caller would say, in one everyday sentence. Responders who do not know the right term search with such words.',
    {
      section: 'signals',
      heading: 'In everyday words',
      search: 'everyday',
      question: {
        flag: 'everyday',
        prompt: 'What would a caller say, in one everyday sentence?',
        example: 'I click Pay, and the page just hangs',
      },
      completeness: { weight: 1, label: 'what a caller would say' },
    },
  ),
  mitigations: field(
    optionalList(mitigation),
    'What was tried, in chronological order, and whether it worked.',
    {
      section: 'mitigations',
      question: {
        flag: 'tried',
        prompt: 'What was tried? One line each, including what did not help',
        example: 'Restarted the mail server',
      },
      completeness: { weight: 3, label: 'what was tried and whether it worked' },
    },
  ),
  timeline: field(optionalList(timelineEntry), 'What happened, in chronological order.', {
    section: 'timeline',
    completeness: { weight: 2, label: 'a timeline of at least three events', minItems: 3 },
  }),
  lessons: field(
    z
      .strictObject({
        learned: field(optionalList(reference('lesson', 'learned')), 'The lessons that it taught.', {
          search: 'text',
          question: {
            flag: 'lesson',
            prompt: 'These lessons may cover it already. Which of them did it teach again?',
          },
          todo: 'the lessons it taught, by their ids, if there are any',
        }),
        confirmed: field(
          optionalList(reference('lesson', 'confirmed')),
          'The lessons that were known and followed, and that worked.',
          { search: 'text' },
        ),
      })
      .default({ learned: [], confirmed: [] }),
    'The lessons that it taught or confirmed.',
    {
      section: 'lessons',
      completeness: { weight: 3, label: 'the lessons learned or confirmed' },
    },
  ),
  wentWell: field(optionalList(prose), 'What went well.', {
    section: 'review',
    heading: 'Went well',
    completeness: { weight: 1, label: 'what went well', alternatives: ['lucky'] },
  }),
  wentWrong: field(optionalList(prose), 'What went wrong.', {
    section: 'review',
    heading: 'Went wrong',
    compared: true,
    completeness: { weight: 1, label: 'what went wrong', alternatives: ['surprises'] },
  }),
  lucky: field(optionalList(prose), 'Where we got lucky.', {
    section: 'review',
    heading: 'Where we got lucky',
  }),
  surprises: field(optionalList(prose), 'What surprised the people involved.', {
    section: 'review',
    heading: 'What surprised us',
    compared: true,
  }),
  actions: field(
    optionalList(action),
    'What has to be done, or was done, so that it does not happen again.',
    {
      section: 'actions',
      completeness: { weight: 2, label: 'what has to be done' },
    },
  ),
  sources: field(optionalList(source), 'Where the facts come from.', {
    section: 'sources',
    completeness: { weight: 1, label: 'where the facts come from' },
  }),
});

export type PostmortemData = z.output<typeof postmortemSchema>;
