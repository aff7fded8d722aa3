/**
 * Content in which every text that only your own team may read is a word of its own: each field that the schemas
 * declare, in an internal entry, a draft and a public entry, the parts of bodies, ids, pictures and redirects.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { stringify } from 'yaml';
import type { z } from 'zod';
import {
  getElement,
  getEnumValues,
  getReferenceKind,
  getScalar,
  getShape,
  unwrapSchema,
} from '../../src/knowledge/schema/inspect-schema.ts';
import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  KINDS,
  type Kind,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../../src/knowledge/schema/kinds.ts';
import { siteSchema } from '../../src/knowledge/schema/site.ts';
import { COMPONENTS } from '../../src/knowledge/source/components/index.ts';
import { DOCUMENT_SCHEMAS } from '../../src/knowledge/source/document-file.ts';
import { VOCABULARY_SCHEMAS } from '../../src/knowledge/source/vocabulary-file.ts';

export interface Plant {
  /** `internal postmortem actions.text`. */
  readonly name: string;
  readonly word: string;
  /** False for what no site shows. */
  readonly isShown: boolean;
}

/** A word that everyone may read. */
export const PUBLIC_WORD = 'visible7x';

const plants: Plant[] = [];

/** Returns a word that only one place contains. The letter at its end keeps it from being the start of another. */
function plant(name: string, isShown = true): string {
  const word = `planted${plants.length + 1}x`;
  plants.push({ name, word, isShown });
  return word;
}

/** `mixed` is a public entry, in which every field that can be internal is. */
type Readers = 'internal' | 'draft' | 'mixed';
type Value = Record<string, unknown>;

/** The ids that only your own team may read, by kind. */
const internalIds = Object.fromEntries(
  KINDS.map((kind) => [kind, plant(`id of an internal ${kind}`)]),
) as Record<Kind, string>;
internalIds.postmortem = `2018-03-10-${internalIds.postmortem}`;
const [team, pausePoint, check] = [
  plant('id of a team'),
  plant('id of a pause point', false),
  plant('id of a check', false),
];
const places = [internalIds.lesson, 'mixed-lesson'].map((lesson) => `${lesson}/${check}`);

const PUBLIC_IDS: Partial<Record<Kind, string>> = { service: 'mixed-service', tag: 'mixed-tag' };

/** The values of fields that depend on others; `undefined` omits a field. */
const FIXED: Readonly<Record<string, Readonly<Value>>> = {
  postmortem: {
    kind: 'incident',
    status: 'reviewed',
    severity: 'sev1',
    team,
    started: '2018-03-10',
    duration: undefined,
    'lessons.learned': [internalIds.lesson, 'mixed-lesson', 'public-lesson'],
    'lessons.confirmed': [],
    'actions.status': 'dropped',
    'actions.closed': '2018-03-12',
  },
  note: { status: 'reviewed', team },
  lesson: { 'checks.id': check, 'checks.pausePoint': pausePoint, replacedBy: undefined },
  service: { replacedBy: undefined },
  tag: { replacedBy: undefined },
  activity: { mode: 'do-confirm', 'pausePoints.id': pausePoint, 'pausePoints.checks': places },
  organization: { 'teams.id': team },
  site: {
    address: 'https://example.org/kb/',
    sections: [],
    completeness: '0',
    rules: undefined,
    paper: undefined,
    logo: undefined,
    accent: undefined,
    offlineBudget: undefined,
    // Matches the tickets of actions, so that pages show the address.
    'ticketLinks.pattern': String.raw`Read planted(\d+)x`,
    'ticketLinks.address': `https://${plant('mixed site ticketLinks.address')}.example.org/$1`,
    visibility: 'public',
  },
};

/** Fields that no page shows. */
const HIDDEN_FIELDS: readonly string[] = [];

class FieldWriter {
  readonly #kind: string;
  readonly #readers: Readers;
  readonly #fixed: Readonly<Value>;
  /** The names of the fields that a page can do without. */
  readonly #optional: readonly string[];

  constructor(kind: string, schema: z.ZodType, readers: Readers, fixed: Readonly<Value> = {}) {
    this.#kind = kind;
    this.#readers = readers;
    this.#fixed = { ...FIXED[kind], ...fixed };
    const names = getShape(schema)?.internalFields;
    this.#optional = getEnumValues(names && getElement(names)) ?? [];
  }

  write(schema: z.ZodType): Value {
    const value = this.#create(schema, []) as Value;
    return this.#readers === 'mixed' ? { ...value, internalFields: this.#optional } : value;
  }

  #create(schema: z.ZodType, path: readonly string[]): unknown {
    const name = path.join('.');
    if (name === 'internalFields') return undefined;
    if (Object.hasOwn(this.#fixed, name)) return this.#fixed[name];
    const element = getElement(schema);
    const kind = getReferenceKind(element ?? schema);
    if (kind) return this.#createReference(kind, element !== undefined);
    if (element) return [this.#create(element, path)];
    const shape = getShape(schema);
    if (!shape) return this.#createText(schema, name);
    const fields = Object.entries(shape).map(([field, inner]) => [
      field,
      this.#create(inner, [...path, field]),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }

  #createReference(kind: Kind, isList: boolean): unknown {
    const id = internalIds[kind];
    const publicId = this.#readers === 'mixed' ? PUBLIC_IDS[kind] : undefined;
    return isList ? [id, ...(publicId ? [publicId] : [])] : id;
  }

  #createText(schema: z.ZodType, name: string): unknown {
    const values = getEnumValues(schema);
    if (values) return values.includes('unknown') ? 'unknown' : values[0];
    const scalar = getScalar(schema);
    if (scalar === 'time') return '2018-03-10';
    if (scalar === 'duration') return 'PT1H';
    if (scalar === 'quantity') return '12 users';
    if (scalar === 'flag') return undefined;
    const isPublic =
      this.#readers === 'mixed' && !this.#optional.some((field) => `${name}.`.startsWith(`${field}.`));
    const isShown = !HIDDEN_FIELDS.includes(`${this.#kind} ${name}`);
    const word = isPublic ? PUBLIC_WORD : plant(`${this.#readers} ${this.#kind} ${name}`, isShown);
    const { expected = '' } = unwrapSchema(schema).meta() ?? {};
    return expected.includes('https://') ? `https://${word}.example.org/` : `Read ${word}`;
  }
}

/** Returns blocks with a word in each place where a body can have text. */
function createBlocks(name: string, picture: string): string {
  const word = (part: string, isShown = true) => plant(`${name}: ${part}`, isShown);
  const components = COMPONENTS.filter(
    ({ placement, children }) => placement === 'block' && children === 'blocks',
  )
    .filter(({ name: component }) => component !== 'Procedure' && component !== 'Internal')
    .map(({ name: component, attributes }) => {
      const written = Object.entries(attributes).map(([attribute, { values }]) =>
        values ? `${attribute}="${values[0]}"` : `${attribute}="${word(`${component}.${attribute}`)}"`,
      );
      return `<${component} ${written.join(' ')}>\n\n${word(component)}\n\n</${component}>`;
    });
  return [
    `### ${word('heading')}`,
    `${word('paragraph')} *${word('emphasis')}* \`${word('code')}\` [${word('link')}](https://${word('address')}.example.org/)[^${name.length}]`,
    `- ${word('item')}\n\n  > ${word('quotation')}`,
    `| ${word('header')} |\n| - |\n| ${word('cell')} |`,
    `\`\`\`\n${word('block of code')}\n\`\`\``,
    `{/* ${word('comment', false)} */}`,
    `![${word('description')}](./${picture})`,
    `<Command run="${word('Command.run')}" where="${word('Command.where')}" />`,
    ...components,
    `[^${name.length}]: ${word('footnote')}`,
  ].join('\n\n');
}

function createProcedure(name: string, id: string, activity: string): string {
  const word = (part: string) => plant(`${name}: ${part}`);
  return `<Procedure
  id="${id}"
  title="Read ${word('Procedure.title')}"
  activity="${activity}"
  outline="${word('Procedure.outline')}"
  services={["${internalIds.service}"]}
  signals={["${word('Procedure.signals')}"]}
>

1. Read ${word('step')}
2. <Destructive onlyIf="${word('Destructive.onlyIf')}" />

   Delete ${word('destructive step')}

</Procedure>`;
}

function createInternal(blocks: string): string {
  return `<Internal>\n\n${blocks}\n\n</Internal>`;
}

/** Sentences for everyone, with links that a public site cannot have. */
function createLinks(): string {
  const links = COMPONENTS.flatMap(({ name, attributes: { id } }) => {
    if (!id?.reference) return [];
    const target =
      id.reference === 'procedure'
        ? `${internalIds.note}#${internalIds.procedure}`
        : internalIds[id.reference];
    return [
      `The same as <${name} id="${target}" /> and <${name} id="${target}">${PUBLIC_WORD}</${name}> (see <${name} id="${target}" />).`,
      `- <${name} id="${target}" />`,
    ];
  });
  const addresses = [
    `/notes/${internalIds.note}/`,
    `/services/${internalIds.service}/`,
    `https://example.org/kb/lessons/${internalIds.lesson}/`,
  ];
  return [
    ...links,
    ...addresses.map((address) => `Read [${PUBLIC_WORD}](${address}).`),
    `Read https://example.org/kb/tags/${internalIds.tag}/ now.`,
  ].join('\n\n');
}

function createDocument(kind: DocumentKind, readers: Readers, body: string): string {
  const visibility = readers === 'internal' ? 'internal' : 'public';
  const fixed = { visibility, ...(readers === 'draft' ? { status: 'draft' } : {}) };
  const schema = DOCUMENT_SCHEMAS[kind];
  return `---\n${stringify(new FieldWriter(kind, schema, readers, fixed).write(schema))}---\n\n${body}\n`;
}

/** A picture of one pixel. */
function createPicture(): Buffer {
  const comment = plant('metadata of a picture', false);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('tEXt', Buffer.from(`Comment\0${comment}`)),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 255, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes the content to a folder, and returns its words. */
export async function writePlantedContent(folder: string): Promise<readonly Plant[]> {
  const documentKinds = Object.keys(DOCUMENT_SCHEMAS) as DocumentKind[];
  const files: [path: string, data: string | Buffer][] = [
    ...documentKinds.flatMap((kind) => [
      ...createFiles(kind, 'internal', internalIds[kind]),
      ...createFiles(kind, 'mixed', `mixed-${kind}`),
      // A lesson cannot be a draft.
      ...(kind === 'lesson' ? [] : createFiles(kind, 'draft', plant(`id of a draft ${kind}`))),
    ]),
    ...(Object.keys(VOCABULARY_SCHEMAS) as VocabularyKind[]).map(createVocabulary),
    ['lessons/public-lesson.mdx', createPublicLesson()],
    ['site.yaml', stringify(new FieldWriter('site', siteSchema, 'mixed').write(siteSchema))],
    ['redirects.yaml', stringify(createRedirects())],
  ];
  for (const [path, data] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), data);
  }
  return plants;
}

/** Returns a lesson for everyone, with checks that only your own team may see. */
function createPublicLesson(): string {
  const write = (text: string, fields: Value = {}) => ({
    activity: 'mixed-activity',
    pausePoint: 'before',
    text: `Read ${text}`,
    ...fields,
  });
  const fields = {
    title: PUBLIC_WORD,
    statement: `${PUBLIC_WORD}.`,
    reason: `${PUBLIC_WORD}.`,
    checks: [
      write(PUBLIC_WORD, { expect: PUBLIC_WORD, evidence: [internalIds.postmortem] }),
      write(plant('text of a check at an internal organization'), { organization: internalIds.organization }),
      write(plant('text of a check of an internal service'), { services: [internalIds.service] }),
    ],
  };
  return `---\n${stringify(fields)}---\n\n${PUBLIC_WORD}\n`;
}

/** Returns a procedure for everyone. */
function createPublicProcedure(): string {
  return `<Procedure id="public" title="Read ${PUBLIC_WORD}" activity="emergency" services={["${internalIds.service}"]}>

1. Read ${PUBLIC_WORD}

   ${createInternal(plant('step of a public procedure')).replace(/\n(?=.)/g, '\n   ')}

</Procedure>`;
}

/** Returns a document and its picture. */
function createFiles(kind: DocumentKind, readers: Readers, id: string): [string, string | Buffer][] {
  const name = `${readers} ${kind}`;
  const picture = `${plant(`name of a picture in the ${name}`)}.png`;
  const procedureId = readers === 'internal' ? internalIds.procedure : readers;
  const blocks = [
    createBlocks(name, picture),
    ...(kind === 'note' ? [createProcedure(name, procedureId, 'emergency')] : []),
  ].join('\n\n');
  const mixed = () => [
    PUBLIC_WORD,
    createInternal(blocks),
    createLinks(),
    ...(kind === 'note'
      ? [
          createPublicProcedure(),
          createProcedure('procedure of an internal activity', 'activity', internalIds.activity),
        ]
      : []),
  ];
  const folder = DOCUMENT_FOLDERS[kind];
  return [
    [`${folder}/${picture}`, createPicture()],
    [
      `${folder}/${id}.mdx`,
      createDocument(kind, readers, readers === 'mixed' ? mixed().join('\n\n') : blocks),
    ],
  ];
}

/** The fields of public entries that differ from those of internal ones. */
const MIXED: Readonly<Record<string, () => Value>> = {
  activity: () => ({ 'pausePoints.id': 'before', 'pausePoints.checks': [] }),
  organization: () => ({ 'teams.id': plant('id of an internal team') }),
};

function createVocabulary(kind: VocabularyKind): [string, string] {
  const schema = VOCABULARY_SCHEMAS[kind];
  const write = (readers: Readers, fixed: Value) =>
    new FieldWriter(kind, schema, readers, fixed).write(schema);
  const items = [
    write('internal', { id: internalIds[kind], visibility: 'internal' }),
    write('mixed', { id: `mixed-${kind}`, visibility: 'public', ...MIXED[kind]?.() }),
    ...(kind === 'activity' ? [EMERGENCY] : []),
  ];
  return [VOCABULARY_FILES[kind], stringify(items)];
}

function createRedirects(): Value[] {
  return KINDS.filter((kind) => kind !== 'procedure').flatMap((kind) => [
    {
      kind,
      from: plant(`old id of the internal ${kind}`),
      to: internalIds[kind],
      visibility: 'public',
    },
    { kind, from: plant(`internal old id of the public ${kind}`), to: `mixed-${kind}` },
  ]);
}

const EMERGENCY = {
  id: 'emergency',
  title: 'Emergency',
  objective: 'Stop the harm.',
  mode: 'read-do',
  pausePoints: [{ id: 'now', title: 'Now' }],
};
