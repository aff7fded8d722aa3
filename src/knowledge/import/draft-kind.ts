/** The kinds of pages that an import makes drafts of. */
export type DraftKind = 'postmortem' | 'note';
