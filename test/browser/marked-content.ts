/** Content with inline Markdown in every sentence that its schemas and components declare, each with words of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { LIST_ITEM, listFields } from '../../src/knowledge/schema/field.ts';
import { getElement, getScalar } from '../../src/knowledge/schema/inspect-schema.ts';
import { siteSchema } from '../../src/knowledge/schema/site.ts';
import { COMPONENTS } from '../../src/knowledge/source/components/index.ts';
import { DOCUMENT_SCHEMAS } from '../../src/knowledge/source/document-file.ts';
import { VOCABULARY_SCHEMAS } from '../../src/knowledge/source/vocabulary-file.ts';

export interface MarkedField {
  /** `postmortem.factors.[].text`, `Callout.title`. */
  readonly name: string;
  /** The pages that show it, relative to the site. */
  readonly pages: readonly string[];
  /** The number in its words: `code7`, `em7`, `https://example.org/7`. */
  readonly number: number;
  /** False for short titles, and for those that are only shown within links. */
  readonly hasLink: boolean;
}

type Value = Record<string, unknown>;

interface MarkedEntry {
  readonly file: string;
  readonly name: string;
  readonly schema: z.ZodType;
  readonly base: Value;
  readonly pages: readonly string[];
  /** The pages of the fields that the page of the entry does not show. */
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
}

/** The other fields that the schemas need. A new field that is prose needs nothing here. */
const ENTRIES: readonly MarkedEntry[] = [
  {
    file: 'postmortems/2018-03-10-marked.mdx',
    name: 'postmortem',
    schema: DOCUMENT_SCHEMAS.postmortem,
    pages: ['postmortems/2018-03-10-marked/index.html'],
    base: {
      kind: 'incident',
      status: 'reviewed',
      severity: 'sev1',
      organization: 'marked-organization',
      started: '2018-03-10',
      resolved: '2018-03-11',
      trigger: 'unknown',
      detection: { method: 'alert' },
      services: ['marked-service'],
      tags: ['marked-tag'],
      signals: ['a `signal` *as* it was seen'],
      factors: [{ category: 'software', services: ['marked-service'], tags: ['marked-tag'] }],
      mitigations: [{ action: 'restart', worked: 'no' }],
      timeline: [{ at: '2018-03-10', kind: 'symptom' }],
      lessons: { learned: ['marked-lesson'], confirmed: [] },
      actions: [{ type: 'prevent', status: 'dropped', closed: '2018-03-12', owner: 'web team' }],
    },
  },
  {
    file: 'notes/marked.mdx',
    name: 'note',
    schema: DOCUMENT_SCHEMAS.note,
    pages: ['notes/marked/index.html', 'notes/index.html'],
    base: {
      status: 'reviewed',
      organization: 'marked-organization',
      services: ['marked-service'],
      tags: ['marked-tag'],
      lessons: ['marked-lesson'],
    },
  },
  {
    file: 'lessons/marked-lesson.mdx',
    name: 'lesson',
    schema: DOCUMENT_SCHEMAS.lesson,
    pages: ['lessons/marked-lesson/index.html'],
    base: {
      services: ['marked-service'],
      tags: ['marked-tag'],
      // One for everybody, and one that the list for another organization names under "Not on this list".
      checks: [
        { activity: 'marked-activity', pausePoint: 'before' },
        { activity: 'marked-activity', pausePoint: 'before', organization: 'marked-organization' },
      ],
    },
  },
  {
    file: 'vocabulary/services.yaml',
    name: 'service',
    schema: VOCABULARY_SCHEMAS.service,
    pages: ['services/marked-service/index.html', 'services/index.html'],
    base: { id: 'marked-service' },
  },
  {
    file: 'vocabulary/tags.yaml',
    name: 'tag',
    schema: VOCABULARY_SCHEMAS.tag,
    pages: ['tags/marked-tag/index.html', 'tags/index.html'],
    base: { id: 'marked-tag' },
  },
  {
    file: 'vocabulary/activities.yaml',
    name: 'activity',
    schema: VOCABULARY_SCHEMAS.activity,
    pages: ['checklists/marked-activity/index.html'],
    base: {
      id: 'marked-activity',
      mode: 'do-confirm',
      pausePoints: [{ id: 'before' }],
      opening: [{ source: { title: 'A book', url: 'https://example.org/book' } }],
    },
  },
  {
    file: 'vocabulary/organizations.yaml',
    name: 'organization',
    schema: VOCABULARY_SCHEMAS.organization,
    pages: ['organizations/marked-organization/index.html'],
    base: { id: 'marked-organization', teams: [{ id: 'web' }] },
  },
  {
    file: 'site.yaml',
    name: 'site',
    schema: siteSchema,
    pages: ['index.html', 'lessons/index.html'],
    base: {
      address: 'https://example.org/kb/',
      sections: [],
      completeness: '0',
      knowledgeBases: [{ address: 'https://example.org/other/' }],
    },
    // Only the script of the search shows the names of other knowledge bases.
    elsewhere: { title: ['index.html'], 'knowledgeBases.[].title': [] },
  },
];

/** Writes the content, and returns where its sentences have to be. */
export async function writeMarkedContent(folder: string): Promise<MarkedField[]> {
  const marked: MarkedField[] = [];
  for (const entry of ENTRIES) {
    const { file, name } = entry;
    const value = markFields(entry, marked);
    const body = name === 'note' ? createNoteBody(marked) : 'Text.\n';
    await write(join(folder, file), file.endsWith('.mdx') ? toDocument(value, body) : toYaml(file, value));
  }
  return marked;
}

/** Returns the fields of an entry with a sentence in each that is prose, and adds these to `marked`. */
function markFields(
  { name, schema, base, pages, elsewhere = {} }: MarkedEntry,
  marked: MarkedField[],
): Value {
  const value = structuredClone(base);
  for (const { path, schema: fieldSchema } of listFields(schema)) {
    const element = getElement(fieldSchema);
    if (getScalar(element ?? fieldSchema) !== 'prose') continue;
    const number = marked.length + 1;
    const sentence = fitSentence(number, element ?? fieldSchema);
    setValue(value, path, element ? [sentence] : sentence);
    const field = path.join('.');
    const hasLink = sentence.includes('](') && name !== 'site';
    marked.push({ name: `${name}.${field}`, pages: elsewhere[field] ?? pages, number, hasLink });
  }
  return value;
}

/** Returns a sentence with a link unless the field is too short for it. */
function fitSentence(number: number, schema: z.ZodType): string {
  const short = `Read${number} \`code${number}\` *em${number}*`;
  const long = `${short} [link${number}](https://example.org/${number}).`;
  return schema.safeParse(long).success ? long : short;
}

function setValue(value: Value, path: readonly string[], sentence: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) value[name] = sentence;
  else if (rest[0] === LIST_ITEM) {
    value[name] ??= [{}];
    for (const item of value[name] as Value[]) setValue(item, rest.slice(1), sentence);
  } else {
    value[name] ??= {};
    setValue(value[name] as Value, rest, sentence);
  }
}

function toDocument(value: Value, body: string): string {
  return `---\n${stringify(value)}---\n\n${body}`;
}

/** Entries without markup next to those with it, so that there is something to compare and choose. */
const PLAIN_ENTRIES: Readonly<Record<string, readonly Value[]>> = {
  // Emergency procedures have lists of their own.
  'vocabulary/activities.yaml': [
    {
      id: 'emergency',
      title: 'Emergency',
      objective: 'Stop the harm.',
      mode: 'read-do',
      pausePoints: [{ id: 'now', title: 'Now' }],
    },
  ],
  // The entries with markup belong to another organization, so that pages name it.
  'vocabulary/organizations.yaml': [{ id: 'home', title: 'Home', home: 'true' }],
};

function toYaml(file: string, value: Value): string {
  return stringify(file === 'site.yaml' ? value : [value, ...(PLAIN_ENTRIES[file] ?? [])]);
}

/** Returns a body with every component that has sentences, and a procedure with markup in its steps. */
function createNoteBody(marked: MarkedField[]): string {
  const next = (name: string, pages: readonly string[]): string => {
    const number = marked.length + 1;
    marked.push({ name, pages, number, hasLink: true });
    return `Read${number} \`code${number}\` *em${number}* [link${number}](https://example.org/${number})`;
  };
  const page = 'notes/marked/index.html';
  const list = 'checklists/procedures/marked/stuck/index.html';
  const outline = 'checklists/procedures/marked/outlined/index.html';
  // A destructive step and an outline have their own sentences in the procedure below.
  const own = ['Procedure', 'Destructive', 'Command'];
  const others = COMPONENTS.filter(({ name }) => !own.includes(name)).flatMap(({ name, attributes }) =>
    Object.entries(attributes)
      .filter(([, { isProse }]) => isProse)
      .map(
        ([attribute]) =>
          `<${name} kind="note" ${attribute}="${next(`${name}.${attribute}`, [page])}">\n\nText.\n\n</${name}>\n`,
      ),
  );
  return `${others.join('\n')}
<Procedure
  id="stuck"
  title="${next('Procedure.title', [page, list])}"
  activity="emergency"
  services={["marked-service"]}
  signals={["a \`signal\` *as* it was seen"]}
>

1. ${next('step', [page, list])}
2. <Destructive onlyIf="${next('Destructive.onlyIf', [page, list])}" />

   ${next('destructive step', [page, list])}

   <Command run="a \`command\` *as* it is" where="${next('Command.where', [page, list])}" />
   1. ${next('inner step', [page, list])} <LessonLink id="marked-lesson" />

</Procedure>

<Procedure
  id="outlined"
  title="${next('Procedure.title of an outline', [page, outline])}"
  activity="emergency"
  outline="${next('Procedure.outline', [page, outline])}"
>

1. See the wiki.

</Procedure>
`;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
