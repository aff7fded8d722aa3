/** The files in which a checklist can be taken along, by their endings. */
export const TEXT_FORMATS = { md: 'Markdown', txt: 'Text', json: 'JSON' } as const;
export type TextFormat = keyof typeof TEXT_FORMATS;
