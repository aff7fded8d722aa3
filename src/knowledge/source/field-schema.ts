import type { z } from 'zod';
import { allowedSecretSchema } from '../schema/allowed-secret.ts';
import { getSchemaAt } from '../schema/inspect-schema.ts';
import { siteSchema } from '../schema/site.ts';
import type { ContentFile } from './content.ts';
import { VOCABULARY_SCHEMAS } from './vocabulary-file.ts';
import type { Path } from './yaml/yaml-source.ts';

/** Returns the schema of the value at `path` in the YAML of a file. */
export function findFieldSchema(file: ContentFile, path: Path): z.ZodType | undefined {
  const inItem = path.slice(1);
  switch (file.type) {
    case 'document':
      return getSchemaAt(file.schema, path);
    case 'site':
      return getSchemaAt(siteSchema, path);
    case 'vocabulary':
      return getSchemaAt(VOCABULARY_SCHEMAS[file.kind], inItem);
    case 'allowed-secrets':
      return getSchemaAt(allowedSecretSchema, inItem);
    default:
      return undefined;
  }
}
