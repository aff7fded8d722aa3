/** The text formats that a checklist can be downloaded in, by file extension. */
export const TEXT_FORMATS = { md: 'Markdown', txt: 'Text', json: 'JSON' } as const;
export type TextFormat = keyof typeof TEXT_FORMATS;
