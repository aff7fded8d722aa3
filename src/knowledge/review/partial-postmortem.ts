/** A postmortem that is still being written, read as far as it can be: what is wrong or missing is left out. */

import { findTitle, listFieldLinks, type PostmortemEntry } from '../graph/entries.ts';
import { getElement } from '../schema/inspect-schema.ts';
import { createPlaceholders } from '../schema/placeholders.ts';
import { type PostmortemData, postmortemSchema } from '../schema/postmortem.ts';
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { readSections } from '../source/mdx/body-sections.ts';

/**
 * @param content where the titles of what it links to stand
 * @returns an entry that may link to what does not exist
 */
export function readPartialPostmortem(file: DocumentFile<'postmortem'>, content: Content): PostmortemEntry {
  const { id, path } = file;
  const sections = file.mdx.error ? readUnparsedBody(file) : readBodySections(file, content);
  const data = readValidFields(file);
  return {
    kind: 'postmortem',
    id,
    path,
    data,
    links: listFieldLinks('postmortem', data),
    headings: [],
    sections,
  };
}

function readValidFields({ id, yaml: { value }, validated }: DocumentFile<'postmortem'>): PostmortemData {
  if (validated.data) return validated.data;
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const sound = Object.entries(postmortemSchema.shape).flatMap(([name, schema]) => {
    const part = Object.hasOwn(given, name) ? given[name] : undefined;
    const element = getElement(schema);
    const kept =
      element && Array.isArray(part) ? part.filter((item) => element.safeParse(item).success) : part;
    const { data, success } = schema.safeParse(kept);
    return success && data !== undefined ? [[name, data] as const] : [];
  });
  return postmortemSchema.parse({
    ...createPlaceholders(postmortemSchema, { title: id, sentence: 'unknown' }),
    ...Object.fromEntries(sound),
  });
}

function readBodySections({ body, mdx, text }: DocumentFile<'postmortem'>, content: Content) {
  return readSections(mdx.tree, text, body.anchors, (ref) => findTitle(content, ref));
}

/** A body whose notation is broken is still made of words. */
function readUnparsedBody({ text, frontmatter }: DocumentFile<'postmortem'>) {
  return [{ anchor: '', title: '', text: text.slice(frontmatter?.end ?? 0) }];
}
