/** `npm run schemas`: writes the published JSON Schemas anew, from the schemas in the code. */
import { writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../src/json-schemas.ts';

for (const [path, text] of jsonSchemas()) await writeFile(path, text);
