/**
 * `kb schemas`: writes what editors need to complete and check content. The schemas of all files and the snippets are in
 * git; the schemas with the ids that exist now are not.
 */
import { dirname } from 'node:path';
import { Command } from 'commander';
import { createFileSchemas } from '../knowledge/authoring/file-schemas.ts';
import { createSnippets } from '../knowledge/authoring/snippets.ts';
import { getContentFolder } from '../node/content-files.ts';
import { readContent } from '../node/content-folder.ts';
import {
  EDITOR_SCHEMA_FOLDER,
  formatSchema,
  getSchemaFileName,
  writeEditorSchemas,
} from '../node/editor-schemas.ts';
import { print } from '../node/output.ts';
import { createPublishedSchemas } from '../node/published-schemas.ts';
import { createFolder, replaceFile } from '../node/write-file.ts';

export const schemasCommand = new Command('schemas').action(async () => {
  const content = await readContent();
  for (const [path, text] of createSchemaFiles()) {
    await createFolder(dirname(path));
    await replaceFile(path, text);
    print(`${path}\n`);
  }
  await writeEditorSchemas(content, getContentFolder());
  print(`${EDITOR_SCHEMA_FOLDER}/\n`);
});

function createSchemaFiles(): [path: string, text: string][] {
  return [
    ...createFileSchemas().map((schema): [string, string] => [
      `schemas/${getSchemaFileName(schema)}`,
      formatSchema(schema),
    ]),
    ...createPublishedSchemas(),
    ['.vscode/hindsight.code-snippets', `${JSON.stringify(createSnippets(), null, 2)}\n`],
  ];
}
