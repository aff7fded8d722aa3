import type { VocabularyKind } from '../../schema/kinds.ts';
import type { ContentFile } from '../../source/content.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import type { Rule } from './rule.ts';

/**
 * A build takes about 5 ms for a page, 35 ms for a procedure and its files, and 7 ms for an activity without checks. No
 * file keeps it busy for more than about ten seconds.
 */
const MAX_ENTRIES: Readonly<Record<VocabularyKind, number>> = {
  service: 2_000,
  tag: 1_000,
  organization: 1_000,
  activity: 100,
};
const MAX_REDIRECTS = 5_000;
const MAX_PROCEDURES = 100;
/** A timeline of a week has that many events if there is one every ten minutes. */
const MAX_LIST_ITEMS = 1_000;

export const maxEntries: Rule = {
  name: 'max-entries',
  severity: 'error',
  why: 'Each entry and each procedure becomes a page, and each item of a list a part of one. A single file must not make the build slow for everyone.',
  example: { wrong: '2,001 services', right: 'only the services that had a part in an incident' },
  check({ file, report }) {
    if (!('yaml' in file)) return;
    for (const { path, count } of listLists(file.yaml.value, [])) {
      const limit = path.length === 0 ? getEntryLimit(file) : MAX_LIST_ITEMS;
      if (count <= limit) continue;
      const noun = path.length === 0 ? 'entries in this file' : 'items in this list';
      report({ span: file.yaml.spanAt([...path, limit]), message: describe(count, noun, limit) });
    }
    const { procedures = [] } = file.type === 'document' ? file.body : {};
    const first = procedures[MAX_PROCEDURES];
    if (first) {
      const message = describe(procedures.length, 'procedures in this file', MAX_PROCEDURES);
      report({ span: first.span, message, hint: 'Move some to another note.' });
    }
  },
};

function getEntryLimit(file: ContentFile): number {
  if (file.type === 'vocabulary') return MAX_ENTRIES[file.kind];
  return file.type === 'redirects' ? MAX_REDIRECTS : Number.POSITIVE_INFINITY;
}

function* listLists(value: unknown, path: Path): Generator<{ path: Path; count: number }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield { path, count: value.length };
  const fields: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, inner] of fields) yield* listLists(inner, [...path, key]);
}

function describe(count: number, noun: string, limit: number): string {
  return `Unexpected ${count} ${noun}, expected at most ${limit}`;
}
