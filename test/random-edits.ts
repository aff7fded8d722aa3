/** Random edits of generated content, such as authors make. */
import fc from 'fast-check';
import { type GeneratedFile, generateContent } from '../bench/content/generate-content.ts';
import { createMaskedContent } from '../src/knowledge/source/masked-content.ts';
import { checkContent } from '../src/node/check-content.ts';

/** The texts of files by their paths below the content folder. */
export type Files = Map<string, string>;

const PROCEDURE_NOTE = 'notes/restart.mdx';

/** Returns generated content, with a note that has what the generator does not write: procedures and links in bodies. */
export function createEditedContent(): Files {
  const files = new Map(generateContent(12).map(({ path, text }: GeneratedFile) => [path, text]));
  const [postmortem, other] = listIds(files, 'postmortems');
  const [lesson] = listIds(files, 'lessons');
  const [service] = listIds(files, 'services');
  return files.set(
    PROCEDURE_NOTE,
    `---
title: How to restart
summary: What to do when it is gone.
status: reviewed
visibility: public
organization: price-group
services: [${service}]
---

It happened in <PostmortemLink id="${postmortem}" /> and <PostmortemLink id="${other}" />. See <LessonLink id="${lesson}" />.

<Procedure id="restart" title="Restart it" activity="emergency" services={["${service}"]}>

1. Look at the log.
2. Start it again.

</Procedure>
`,
  );
}

/** Names an edit, the place of it, and a number in its text. */
export interface EditChoice {
  readonly edit: keyof typeof EDITS;
  readonly at: number;
  readonly value: number;
}

export function arbitraryEdit(): fc.Arbitrary<EditChoice> {
  return fc.record({
    edit: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
    at: fc.nat(1_000),
    value: fc.nat(1_000),
  });
}

/** Makes an edit, unless the content then has errors. Returns whether it was made. */
export async function makeEdit(files: Files, { edit, at, value }: EditChoice): Promise<boolean> {
  const before = new Map(files);
  EDITS[edit](files, at, value);
  const inputs = [...files].map(([path, text]) => ({ path, text }));
  const { errors } = await checkContent(await createMaskedContent(inputs, 'content'));
  const isSame = inputs.every(({ path, text }) => before.get(path) === text) && before.size === files.size;
  if (errors === 0 && !isSame) return true;
  files.clear();
  for (const [path, text] of before) files.set(path, text);
  return false;
}

type Edit = (files: Files, at: number, value: number) => void;

const EDITS = {
  body: (files, at, value) =>
    replaceIn(files, pickPath(files, /\.mdx$/, at), /$/, `\nThe queue was empty after ${value} minutes.\n`),
  title: (files, at, value) =>
    replaceIn(files, pickPath(files, /\.mdx$/, at), /^title: .*$/m, `title: Another title ${value}`),
  summary: (files, at, value) =>
    replaceIn(
      files,
      pickPath(files, /^(?:postmortems|notes)/, at),
      /^summary: .*$/m,
      `summary: It took ${value} hours.`,
    ),
  statement: (files, at, value) =>
    replaceIn(
      files,
      pickPath(files, /^lessons/, at),
      /^statement: .*$/m,
      `statement: Watch all ${value} of them.`,
    ),
  tag: (files, at, value) => replaceId(files, /^(?:postmortems|lessons|notes)/, 'tags', at, value),
  service: (files, at, value) => replaceId(files, /^(?:postmortems|notes)/, 'services', at, value),
  lesson: (files, at, value) => replaceId(files, /^(?:postmortems|notes)/, 'lessons', at, value),
  organization: (files, at, value) =>
    replaceIn(
      files,
      pickPath(files, /^postmortems/, at),
      /^organization: .*$/m,
      `organization: ${pick(listIds(files, 'organizations'), value)}`,
    ),
  signal: (files, at, value) =>
    replaceIn(
      files,
      pickPath(files, /^postmortems/, at),
      /^signals:$/m,
      `signals:\n  - "ERROR ${value % 7}: no more connections"`,
    ),
  vocabularyTitle: (files, at, value) => {
    const path = pickPath(files, /^vocabulary/, at);
    const titles = [...(files.get(path) ?? '').matchAll(/^ {2}title: (.*)$/gm)];
    replaceIn(files, path, pick(titles, value)?.[0] ?? '', `  title: Thing ${value}`);
  },
  check: (files, at, value) =>
    replaceIn(files, pickPath(files, /^lessons/, at), /expect: .*$/m, `expect: at least ${value}`),
  step: (files, _, value) =>
    replaceIn(files, PROCEDURE_NOTE, /^1\. .*$/m, `1. Look at the log of the last ${value} minutes.`),
  siteTitle: (files, _, value) => replaceIn(files, 'site.yaml', /^title: .*$/m, `title: Generated ${value}`),
  copy: (files, at, value) => {
    const path = pickPath(files, /^postmortems/, at);
    files.set(path.replace(/\.mdx$/, `-again-${value}.mdx`), files.get(path) ?? '');
  },
  remove: (files, at) => {
    files.delete(pickPath(files, /^postmortems/, at));
  },
} satisfies Record<string, Edit>;

function replaceIn(files: Files, path: string, part: string | RegExp, text: string): void {
  files.set(
    path,
    (files.get(path) ?? '').replace(part, () => text),
  );
}

/** Replaces one of the ids in a list by another one that exists. */
function replaceId(files: Files, folder: RegExp, kind: string, at: number, value: number): void {
  const path = pickPath(files, folder, at);
  const text = files.get(path) ?? '';
  const ids = listIds(files, kind);
  const used = ids.filter((id) => new RegExp(`^ *- ${id}$`, 'm').test(text));
  const unused = ids.filter((id) => !used.includes(id));
  const [old, next] = [pick(used, value), pick(unused, at + value)];
  if (old && next) files.set(path, text.replaceAll(new RegExp(`^( *- )${old}$`, 'gm'), `$1${next}`));
}

function listIds(files: Files, kind: string): string[] {
  const vocabulary = files.get(`vocabulary/${kind}.yaml`);
  if (vocabulary !== undefined) return [...vocabulary.matchAll(/^- id: (.*)$/gm)].map(([, id = '']) => id);
  return [...files.keys()]
    .filter((path) => path.startsWith(`${kind}/`))
    .map((path) => path.slice(kind.length + 1, -'.mdx'.length));
}

function pickPath(files: Files, pattern: RegExp, at: number): string {
  return pick([...files.keys()].filter((path) => pattern.test(path)).sort(), at) ?? '';
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % items.length];
}
