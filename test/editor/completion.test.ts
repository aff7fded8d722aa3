import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '../../src/node/content-folder.ts';
import { EDITOR_SCHEMA_FOLDER, writeEditorSchemas } from '../../src/node/editor-schemas.ts';
import { LanguageServer } from './language-server.ts';

let workspace: string;
let server: LanguageServer;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'hindsight-editor-'));
  await cp('content', join(workspace, 'content'), { recursive: true });
  const folder = join(workspace, 'content');
  await writeEditorSchemas(await readContent(folder), folder, join(workspace, EDITOR_SCHEMA_FOLDER));
  server = await LanguageServer.start(workspace);
}, 60_000);

afterAll(() => server.stop());

async function offered(file: string, text: string): Promise<string[]> {
  return (await server.completions(join(workspace, 'content', file), text)).map(({ label }) => label);
}

const POSTMORTEM = 'postmortems/learn-search-overload.mdx';

test('the fields of a postmortem complete in the frontmatter of its .mdx file', async () => {
  expect(await offered(POSTMORTEM, '---\ntitle: Outage\nsev|\n---\n')).toContain('severity');
}, 60_000);

test('a closed list offers its values', async () => {
  expect(await offered(POSTMORTEM, '---\nseverity: |\n---\n')).toEqual([
    'sev1',
    'sev2',
    'sev3',
    'sev4',
    'unknown',
  ]);
}, 60_000);

test('ids complete, each with the title of its entry', async () => {
  const items = await server.completions(
    join(workspace, 'content', POSTMORTEM),
    '---\nservices:\n  - |\n---\n',
  );
  const redis = items.find(({ label }) => label === 'redis-sentinel');
  expect(JSON.stringify(redis?.documentation)).toContain('Redis Sentinel');
  expect(await offered(POSTMORTEM, '---\nlessons:\n  learned:\n    - |\n---\n')).toContain(
    'test-failover-before-you-need-it',
  );
}, 60_000);

test('the pause points offered are those of the activity', async () => {
  const text = '---\nchecks:\n  - activity: server-move\n    pausePoint: |\n---\n';
  expect(await offered('lessons/test-failover-before-you-need-it.mdx', text)).toEqual([
    'ahead',
    'before',
    'after',
  ]);
}, 60_000);
