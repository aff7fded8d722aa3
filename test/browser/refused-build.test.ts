import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** A place in each hostile file, and the rule that rejects it. */
const REFUSED = [
  'postmortems/import.mdx:15:1 no-code',
  'postmortems/export.mdx:15:1 no-code',
  'postmortems/expression.mdx:15:7 no-code',
  'postmortems/spread.mdx:15:22 no-code',
  'postmortems/layout.mdx:13:1 known-field',
  'postmortems/picture.mdx:15:1 valid-picture',
  'postmortems/handler.mdx:15:22 valid-component-use',
  'postmortems/address.mdx:15:1 no-unsafe-link',
  'postmortems/script.mdx:15:1 known-component',
  'postmortems/secret.mdx:15:22 no-secret',
  'postmortems/unknown-lesson.mdx:15:7 known-lesson',
];

test(
  'hostile content, secrets and broken links stop the build with their places, and none of it runs',
  { timeout: 600_000 },
  async () => {
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
    const reported = [...output.matchAll(/test\/fixtures\/hostile-content\/(\S+) {2}.* {2}\(([a-z-]+)\)/g)];
    expect(reported.map(([, place, rule]) => `${place} ${rule}`)).toEqual(expect.arrayContaining(REFUSED));
    expect(output).toContain('Did you mean `test-failover`?');
    expect(output).not.toContain('hunter22');
    expect(existsSync(marker)).toBe(false);
    expect(existsSync(join(folder, 'site'))).toBe(false);
  },
);
