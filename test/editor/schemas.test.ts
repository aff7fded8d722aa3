import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  createFileSchemas,
  getKnownIds,
  type JsonSchema,
} from '../../src/knowledge/authoring/file-schemas.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { formatSchema, getSchemaFileName } from '../../src/node/editor-schemas.ts';

const content = await readContent('content');
const withIds = new Map(createFileSchemas(getKnownIds(content)).map(({ name, schema }) => [name, schema]));

test.each(createFileSchemas())(
  'schemas/$name.schema.json is what `npm run kb -- schemas` writes',
  async (schema) => {
    expect(await readFile(`schemas/${getSchemaFileName(schema)}`, 'utf8')).toBe(formatSchema(schema));
  },
);

const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });

/** Returns what an editor underlines: the place and the reason. */
function faults(schema: JsonSchema | undefined, value: unknown): string[] {
  // Compiled once for each schema: ajv remembers them.
  ajv.validate(schema ?? false, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).sort();
}

test('an editor underlines nothing in content that passes the check', () => {
  const underlined = content.files.flatMap((file) => {
    if (file.type === 'document')
      return faults(withIds.get(file.kind), parse(file.mdx.frontmatter?.text ?? ''));
    if (file.type === 'vocabulary') {
      const name = {
        service: 'services',
        tag: 'tags',
        activity: 'activities',
        organization: 'organizations',
      }[file.kind];
      return faults(withIds.get(name), parse(file.text));
    }
    return file.type === 'site' ? faults(withIds.get('site'), parse(file.text)) : [];
  });
  expect(content.files.length).toBeGreaterThan(50);
  expect(underlined).toEqual([]);
});

const LESSON = `title: Make every service survive a reboot
statement: Every service survives a reboot.
reason: Machines restart.
ticket: 4711
services: [elastisearch]
checks:
  - activity: server-move
    pausePoint: first-minutes
    expect: it runs
`;

test('an editor underlines an unknown field, an unknown id, a missing field and a pause point of another activity', () => {
  expect(faults(withIds.get('lesson'), parse(LESSON))).toEqual([
    ' must NOT have additional properties',
    "/checks/0 must have required property 'text'",
    '/checks/0 must match "then" schema',
    '/checks/0/pausePoint must be equal to one of the allowed values',
    '/services/0 must be equal to one of the allowed values',
  ]);
});

test('an editor accepts a number as text, as the check does', () => {
  const site = 'title: 404\ndescription: Ours\naddress: https://example.org/\n';
  expect(faults(withIds.get('site'), parse(site))).toEqual([]);
});
