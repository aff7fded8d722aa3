/** The check and the site read the content by the same code: a real build has the values that the check has. */
import { readFileSync } from 'node:fs';
import { parse } from 'devalue';
import { expect, inject, test } from 'vitest';
import { VOCABULARY_FILES, type VocabularyKind } from '../../src/knowledge/schema/kinds.ts';
import { readContent } from '../../src/node/content-folder.ts';

interface Stored {
  readonly data: { readonly data: unknown };
  readonly rendered?: { readonly html: string };
}

const content = await readContent(inject('content'));
/** Astro keeps a map of collections, each a map of entries by their ids. */
const store: Map<string, Map<string, Stored>> = parse(readFileSync(inject('store'), 'utf8'));
const stored = store.get('knowledge') ?? new Map<string, Stored>();

/** What the check made of each file, under the id that the site gives it. */
function judged(): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const file of content.files) {
    if (file.type === 'document') values.set(`${file.kind}/${file.id}`, file.validated.data);
    if (file.type === 'vocabulary') {
      for (const { id, validated } of file.items) values.set(`${file.kind}/${id}`, validated.data);
    }
    if (file.type === 'site') values.set('site/site', file.validated.data);
  }
  values.set('redirects/redirects', content.redirects.all);
  return values;
}

test('the site has the same values as the check, for every file', () => {
  const values = judged();
  const fromSite = [...stored].filter(([id]) => !id.startsWith('procedure/'));
  expect(fromSite.map(([id]) => id).sort()).toEqual([...values.keys()].sort());
  for (const [id, { data }] of fromSite) expect(data.data, id).toEqual(values.get(id));
});

test('the site has every kind of document, every vocabulary and the settings', () => {
  const kinds = new Set([...stored.keys()].map((id) => id.slice(0, id.indexOf('/'))));
  const vocabularies = Object.keys(VOCABULARY_FILES) as VocabularyKind[];
  expect([...kinds].sort()).toEqual(
    ['postmortem', 'note', 'lesson', 'procedure', 'site', 'redirects', ...vocabularies].sort(),
  );
});

/** Everything in a value that is text. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('a time on the site has the offset and the precision that its author wrote', () => {
  const times = content.documents.flatMap((file) =>
    [...(file.frontmatter?.text ?? '').matchAll(/(?<=^\s*(?:- )?(?:at|started|resolved): ).+$/gm)].map(
      ([time]) => ({ id: `${file.kind}/${file.id}`, time: time.trim().replace(/^(['"])(.*)\1$/, '$2') }),
    ),
  );
  const lost = times.filter(({ id, time }) => !textsIn(stored.get(id)?.data.data).includes(time));
  expect(lost).toEqual([]);
  // Of each kind that a reader of YAML likes to change there is one to be seen.
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
