/**
 * The sections of a postmortem's page that are made from its fields, with their anchors. The page
 * shows them, the search links to them; both read them here.
 */
export const POSTMORTEM_SECTIONS = {
  signals: 'What was seen',
  mitigations: 'What was tried',
  timeline: 'Timeline',
  factors: 'Contributing factors',
  impact: 'Impact',
  review: 'Looking back',
  lessons: 'Lessons',
  actions: 'Action items',
  sources: 'Sources',
} as const;

export const LESSON_SECTIONS = {
  checks: 'Checks',
  evidence: 'Evidence',
} as const;

/** The anchors that the pages of documents use around a body. */
export const PAGE_ANCHORS: readonly string[] = [
  ...Object.keys(POSTMORTEM_SECTIONS),
  ...Object.keys(LESSON_SECTIONS),
  'content',
  'footnote-label',
  'linked-from',
  'procedures',
  'related',
  'scale-text',
  'scale-title',
];
