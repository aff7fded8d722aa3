/** The sections of pages that are made from fields: their anchors with their titles, in the order of the page. */
export const POSTMORTEM_SECTIONS = {
  signals: 'What was seen',
  mitigations: 'What was tried',
  timeline: 'Timeline',
  impact: 'Impact',
  factors: 'Contributing factors',
  review: 'Looking back',
  lessons: 'Lessons',
  actions: 'Action items',
  sources: 'Sources',
} as const;

export const LESSON_SECTIONS = {
  checks: 'Checks',
  evidence: 'Evidence',
  health: 'Maintenance',
  related: 'Related lessons',
} as const;

/** The anchor of a section that shows fields. */
export type PageSection = keyof typeof POSTMORTEM_SECTIONS | keyof typeof LESSON_SECTIONS;

export const SECTION_TITLES: Readonly<Record<PageSection, string>> = {
  ...POSTMORTEM_SECTIONS,
  ...LESSON_SECTIONS,
};

/** The anchors that the pages of documents use around a body. */
export const PAGE_ANCHORS: readonly string[] = [
  ...Object.keys(SECTION_TITLES),
  'content',
  'footnote-label',
  'linked-from',
  'procedures',
  'scale-text',
  'scale-title',
];
