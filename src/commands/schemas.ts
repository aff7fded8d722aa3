/**
 * `npm run schemas`: writes what editors complete by. The schemas of all files and the snippets, which are in
 * git, and beside them the schemas with the ids that exist, which are not.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileSchemas } from '../knowledge/authoring/json-schema.ts';
import { snippets } from '../knowledge/authoring/snippets.ts';
import { contentFolder, readContent } from '../node/content-folder.ts';
import { EDITOR_FOLDER, schemaFileName, textOf, writeEditorSchemas } from '../node/editor-schemas.ts';
import { jsonSchemas } from '../node/json-schemas.ts';

const files: [path: string, text: string][] = [
  ...fileSchemas().map((schema): [string, string] => [`schemas/${schemaFileName(schema)}`, textOf(schema)]),
  ...jsonSchemas(),
  ['.vscode/hindsight.code-snippets', `${JSON.stringify(snippets(), null, 2)}\n`],
];
for (const [path, text] of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(path);
}
await writeEditorSchemas(await readContent(), contentFolder());
console.log(`${EDITOR_FOLDER}/`);
