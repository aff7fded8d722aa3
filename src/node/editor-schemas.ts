/**
 * Puts the schemas of the content, with the ids that exist, where editors look for them. Astro's language
 * server completes the frontmatter of `.mdx` files by `.astro/collections/`: a list of files, each with the
 * name of its schema. Other servers for YAML are pointed to the same folder.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFileSchemas, type FileSchema, getKnownIds } from '../knowledge/authoring/file-schemas.ts';
import type { Content } from '../knowledge/source/content.ts';

/** Below the project's root. Not in git: it changes with every id that is added. */
export const EDITOR_SCHEMA_FOLDER = '.astro/collections';

/**
 * @param contentFolder where the content lies
 * @param folder where the schemas go
 */
export async function writeEditorSchemas(
  content: Content,
  contentFolder: string,
  folder = EDITOR_SCHEMA_FOLDER,
): Promise<void> {
  const schemas = createFileSchemas(getKnownIds(content));
  await mkdir(folder, { recursive: true });
  await Promise.all(
    schemas.map((schema) => writeFile(join(folder, getSchemaFileName(schema)), formatSchema(schema))),
  );
  // The server reads it last of all: what it names has to be there.
  await writeFile(join(folder, 'collections.json'), JSON.stringify(listCollections(content, contentFolder)));
}

export function getSchemaFileName({ name }: FileSchema): string {
  return `${name}.schema.json`;
}

/** A schema as it is written to disk. */
export function formatSchema({ schema }: FileSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function listCollections(content: Content, contentFolder: string) {
  const kinds = [...new Set(content.documents.map(({ kind }) => kind))];
  return {
    collections: kinds.map((name) => ({ hasSchema: true, name })),
    entries: Object.fromEntries(
      content.documents.map(({ path, kind }) => {
        const address = pathToFileURL(join(contentFolder, path.slice(content.root.length + 1))).href;
        // The server compares addresses decoded and in lower case.
        return [decodeURIComponent(address).toLowerCase(), kind];
      }),
    ),
  };
}
