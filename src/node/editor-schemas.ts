/**
 * Writes the schemas of the content, with the ids that exist, to the folder where editors look for them. Astro's language
 * server completes the frontmatter of `.mdx` files from `.astro/collections/`: a list of files, each with the
 * name of its schema. The settings of VS Code point other YAML servers to the same folder.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFileSchemas, type FileSchema, getKnownIds } from '../knowledge/authoring/file-schemas.ts';
import type { Content } from '../knowledge/source/content.ts';
import { createFolder, replaceFile } from './write-file.ts';

/** Below the project's root. It is not in git, because it changes with every new id. */
export const EDITOR_SCHEMA_FOLDER = '.astro/collections';

/** @throws a CommandError if the folder cannot be written */
export async function writeEditorSchemas(
  content: Content,
  contentFolder: string,
  folder = EDITOR_SCHEMA_FOLDER,
): Promise<void> {
  const schemas = createFileSchemas(getKnownIds(content));
  await createFolder(folder);
  await Promise.all(
    schemas.map((schema) => replaceFile(join(folder, getSchemaFileName(schema)), formatSchema(schema))),
  );
  // Last, because every file that it names has to exist.
  await replaceFile(
    join(folder, 'collections.json'),
    JSON.stringify(listCollections(content, contentFolder)),
  );
}

export function getSchemaFileName({ name }: FileSchema): string {
  return `${name}.schema.json`;
}

/** Returns the text of a schema file. */
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
