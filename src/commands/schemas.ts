/**
 * `npm run schemas`: writes what editors complete by. The schemas of all files and the snippets, which are in
 * git, and beside them the schemas with the ids that exist, which are not.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFileSchemas } from '../knowledge/authoring/file-schemas.ts';
import { createSnippets } from '../knowledge/authoring/snippets.ts';
import { getContentFolder, readContent } from '../node/content-folder.ts';
import {
  EDITOR_SCHEMA_FOLDER,
  formatSchema,
  getSchemaFileName,
  writeEditorSchemas,
} from '../node/editor-schemas.ts';
import { createPublishedSchemas } from '../node/published-schemas.ts';

const files: [path: string, text: string][] = [
  ...createFileSchemas().map((schema): [string, string] => [
    `schemas/${getSchemaFileName(schema)}`,
    formatSchema(schema),
  ]),
  ...createPublishedSchemas(),
  ['.vscode/hindsight.code-snippets', `${JSON.stringify(createSnippets(), null, 2)}\n`],
];
for (const [path, text] of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(path);
}
await writeEditorSchemas(await readContent(), getContentFolder());
console.log(`${EDITOR_SCHEMA_FOLDER}/`);
