/** The sections of pages that are made from fields: their anchors with their titles, in the order of the page. */
export const POSTMORTEM_SECTIONS = {
  mitigations: 'What was tried',
  signals: 'What was seen',
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

/** The sections of a postmortem that are made from other entries, in the order of the page. */
export const RELATED_SECTIONS = {
  'seen-before': 'Earlier related incidents',
  'seen-again': 'Later related incidents',
  'seen-undated': 'Related incidents (order unknown)',
  'same-theme': 'Shares a theme',
} as const;

/** The anchors that the pages of documents use around a body. A browser test compares them with the built pages. */
export const PAGE_ANCHORS: readonly string[] = [
  ...Object.keys(SECTION_TITLES),
  ...Object.keys(RELATED_SECTIONS),
  'checklists',
  'content',
  'footnote-label',
  'linked-from',
  'procedures',
  'search-dialog',
  'search-dialog-emergencies',
  'search-dialog-form',
  'search-dialog-paste',
  'search-dialog-results',
  'search-header',
];
