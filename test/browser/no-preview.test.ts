import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

test('the built site contains nothing of the preview', async () => {
  const site = inject('site');
  const files = (await readdir(site, { recursive: true })).filter((file) =>
    /\.(?:html|css|m?js)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(140);
  for (const file of files) {
    const text = await readFile(join(site, file), 'utf8');
    expect(/check-bar|check-message|data-end-line|preview-middleware/.exec(text)?.[0], file).toBeUndefined();
  }
});
