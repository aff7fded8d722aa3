import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** One hostile file each; the place at which it has to be refused. */
const REFUSED = [
  'postmortems/import.mdx:15:1  Unexpected import',
  'postmortems/export.mdx:15:1  Unexpected export',
  'postmortems/expression.mdx:15:7  Unexpected expression',
  'postmortems/spread.mdx:15:22  Unexpected expression',
  'postmortems/layout.mdx:13:1  Unknown field `layout`',
  'postmortems/picture.mdx:15:1  Unexpected picture `./evil.js`',
  'postmortems/handler.mdx:15:22  Unknown attribute `onclick`',
  'postmortems/address.mdx:15:1  Unexpected address',
  'postmortems/script.mdx:15:1  Unknown component `<script>`',
  'postmortems/unknown-lesson.mdx:15:7  Unknown lesson `test-failovr`',
];

test('hostile content and links that lead nowhere stop the build, each with its place, and nothing ran', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-'));
  const marker = join(folder, 'marker');
  const build = promisify(execFile)('astro', ['build', '--outDir', join(folder, 'site')], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      HINDSIGHT_CONTENT: 'test/fixtures/hostile-content',
      HINDSIGHT_MARKER: marker,
    },
  });
  const { code, output } = await build.then(
    () => ({ code: 0, output: '' }),
    (error) => ({ code: error.code, output: `${error.stdout}${error.stderr}` }),
  );
  expect(code).not.toBe(0);
  for (const line of REFUSED) expect(output).toContain(`test/fixtures/hostile-content/${line}`);
  expect(output).toContain('Did you mean `test-failover`?');
  expect(existsSync(marker)).toBe(false);
  expect(existsSync(join(folder, 'site'))).toBe(false);
});
