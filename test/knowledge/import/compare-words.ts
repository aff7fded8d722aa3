/** Compares the words of a source with those of its draft, without using the importer's code. */

import type { Draft } from '../../../src/knowledge/import/draft.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import type { DocumentFile } from '../../../src/knowledge/source/document-file.ts';
import { readSections } from '../../../src/knowledge/source/mdx/body-sections.ts';

export function parseDraft({ path, text }: Pick<Draft, 'path' | 'text'>): DocumentFile {
  const [file] = new Content([{ path, text }], 'content').documents;
  if (!file) throw new Error(`${path} is no document`);
  return file;
}

/** Returns what a reader of the page can find: the values of its fields, its headings and its text. Comments are not shown. */
export function getShownText(file: DocumentFile): string {
  const sections = readSections(file.mdx.tree, file.text, file.body.anchors, () => undefined);
  const addresses = [...file.text.matchAll(/\]\(([^)\s]+)/g)].map(([, url]) => url);
  return [
    ...collectTexts(file.yaml.value),
    ...sections.flatMap(({ title, text }) => [title, text]),
    ...addresses,
  ].join('\n');
}

export function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collectTexts) : [];
}

/** Text as its words: marks of Markdown and line breaks count for nothing. */
export function stripMarkup(text: string): string {
  return text
    .replace(/[`*_[\]()\\#>~|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
