/** The check and the site read the content by the same code: a real build has the values that the check has. */
import { readFileSync } from 'node:fs';
import { parse } from 'devalue';
import { expect, inject, test } from 'vitest';
import { KINDS } from '../../src/knowledge/schema/kinds.ts';
import { readContent } from '../../src/node/content-folder.ts';

interface StoredItem {
  readonly data: { readonly data?: unknown };
  readonly rendered?: { readonly html: string };
}

const content = await readContent(inject('content'));
/** Astro stores a map of collections, each of which is a map of items by their ids. */
const store: Map<string, Map<string, StoredItem>> = parse(readFileSync(inject('store'), 'utf8'));
const stored = store.get('entries') ?? new Map<string, StoredItem>();

/** Returns the data that the check reads, by the ids of the site. */
function readCheckedData(): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const file of content.files) {
    if (file.type === 'document') values.set(`${file.kind}/${file.id}`, file.validated.data);
    if (file.type === 'vocabulary') {
      for (const { id, validated } of file.items) values.set(`${file.kind}/${id}`, validated.data);
    }
  }
  return values;
}

test('stores the same data as the check reads, for every file', () => {
  const values = readCheckedData();
  const fromSite = [...stored].filter(([id]) => !id.startsWith('procedure/'));
  expect(fromSite.map(([id]) => id).sort()).toEqual([...values.keys()].sort());
  for (const [id, { data }] of fromSite) expect(data.data, id).toEqual(values.get(id));
});

test('the site has every kind of document, every vocabulary and the settings', () => {
  const kinds = new Set([...stored.keys()].map((id) => id.slice(0, id.indexOf('/'))));
  expect([...kinds].sort()).toEqual([...KINDS].sort());
});

test('stores the settings and the redirects', () => {
  expect([...(store.get('settings')?.values() ?? [])].map(({ data }) => data)).toEqual([
    { site: content.site?.validated.data, redirects: content.redirects.all, pictures: [] },
  ]);
});

/** Returns all texts in a value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

test('a time on the site has the offset and the precision that its author wrote', () => {
  const times = content.documents.flatMap((file) =>
    [...(file.frontmatter?.text ?? '').matchAll(/(?<=^\s*(?:- )?(?:at|started|resolved): ).+$/gm)].map(
      ([time]) => ({ id: `${file.kind}/${file.id}`, time: time.trim().replace(/^(['"])(.*)\1$/, '$2') }),
    ),
  );
  const lost = times.filter(({ id, time }) => !listTexts(stored.get(id)?.data.data).includes(time));
  expect(lost).toEqual([]);
  // The content contains each form of time that YAML parsers tend to change.
  for (const kind of [/T.*-05:00$/, /^\d{4}-\d{2}-\d{2}$/, /~$/, /^XXXX/]) {
    expect(
      times.some(({ time }) => kind.test(time)),
      String(kind),
    ).toBe(true);
  }
});

test('every document is rendered', () => {
  expect(content.documents.length).toBeGreaterThan(40);
  for (const { kind, id } of content.documents) {
    expect(stored.get(`${kind}/${id}`)?.rendered?.html, `${kind}/${id}`).toMatch(/\w/);
  }
});
