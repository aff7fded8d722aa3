/**
 * Creates JSON Schemas of all files, with which editors complete and explain fields while you write. The check still
 * reports problems, because it knows more than a JSON Schema can express.
 */
import { z } from 'zod';
import { findTitle } from '../graph/entries.ts';
import { allowedSecretSchema } from '../schema/allowed-secret.ts';
import { acceptsUnknown, getDescription, unwrapSchema } from '../schema/inspect-schema.ts';
import {
  DOCUMENT_FOLDERS,
  type DocumentKind,
  KINDS,
  type Kind,
  VOCABULARY_FILES,
  type VocabularyKind,
} from '../schema/kinds.ts';
import { redirectSchema } from '../schema/redirect.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import { siteSchema } from '../schema/site.ts';
import type { Content } from '../source/content.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { REDIRECTS_FILE } from '../source/redirects-file.ts';
import { ALLOWED_SECRETS_FILE, SITE_FILE } from '../source/settings-files.ts';
import { VOCABULARY_SCHEMAS } from '../source/vocabulary-file.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface FileSchema {
  /** The name in lower case: `postmortem`, `services`, `site`. */
  readonly name: string;
  /** The files that it applies to, relative to the content folder. */
  readonly files: string;
  readonly schema: JsonSchema;
}

/** An id that a field accepts, and the title of its entry. */
interface KnownId {
  readonly id: string;
  readonly title: string;
}

/** The existing ids, which editors offer. Without them, a schema accepts any id. */
export interface KnownIds {
  listIds(kind: Kind): readonly KnownId[];
  /** The pause points of an activity. */
  listPausePoints(activity: string): readonly KnownId[];
  listTeams(organization: string): readonly KnownId[];
}

const UNKNOWN: KnownId = { id: UNKNOWN_ID, title: 'Not known' };

const DOCUMENT_TITLES: Record<DocumentKind, string> = {
  postmortem: 'Postmortem',
  note: 'Note',
  lesson: 'Lesson',
};
const VOCABULARY_TITLES: Record<VocabularyKind, string> = {
  service: 'Services',
  tag: 'Tags',
  activity: 'Activities',
  organization: 'Organizations',
};

/** Creates one schema for each kind of file in the content folder. */
export function createFileSchemas(known?: KnownIds): FileSchema[] {
  const documents = (Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]).map((kind) => ({
    name: kind,
    files: `${DOCUMENT_FOLDERS[kind]}/*.mdx`,
    schema: toJsonSchema(DOCUMENT_SCHEMAS[kind], DOCUMENT_TITLES[kind], known),
  }));
  const vocabularies = (Object.keys(VOCABULARY_FILES) as VocabularyKind[]).map((kind) => ({
    name: VOCABULARY_TITLES[kind].toLowerCase(),
    files: VOCABULARY_FILES[kind],
    schema: toJsonSchema(z.array(VOCABULARY_SCHEMAS[kind]), VOCABULARY_TITLES[kind], known),
  }));
  const site = { name: 'site', files: SITE_FILE, schema: toJsonSchema(siteSchema, 'Site', known) };
  const redirects = {
    name: 'redirects',
    files: REDIRECTS_FILE,
    schema: toJsonSchema(z.array(redirectSchema), 'Redirects', known),
  };
  const allowances = {
    name: 'allowed-secrets',
    files: ALLOWED_SECRETS_FILE,
    schema: toJsonSchema(z.array(allowedSecretSchema), 'Allowed secrets', known),
  };
  return [...documents, ...vocabularies, site, redirects, allowances];
}

/** Returns the ids in a content folder, including those of invalid files. */
export function getKnownIds(content: Content): KnownIds {
  return {
    listIds: (kind) =>
      content.listIds(kind).map((id) => ({ id, title: findTitle(content, { kind, id }) ?? id })),
    listPausePoints: (activity) => content.findItem('activity', activity)?.validated.data?.pausePoints ?? [],
    listTeams: (organization) => content.findItem('organization', organization)?.validated.data?.teams ?? [],
  };
}

function toJsonSchema(schema: z.ZodType, title: string, known: KnownIds | undefined): JsonSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    // The metadata that YAML language servers read.
    target: 'draft-7',
    override: ({ jsonSchema, zodSchema }) =>
      adaptSchema(jsonSchema, zodSchema as unknown as z.ZodType, known),
  });
  const $comment = 'Written by `npm run kb -- schemas`.';
  return { ...($schema ? { $schema } : {}), $comment, title, ...json };
}

type GeneratedSchema = JsonSchema & z.core.GlobalMeta & { patternErrorMessage?: string };

/** Adapts a schema by zod for editors. Zod also calls this for wrappers such as `optional` and `default`. */
function adaptSchema(written: GeneratedSchema, schema: z.ZodType, known: KnownIds | undefined): void {
  const { expected, reference, scalar } = unwrapSchema(schema).meta() ?? {};
  delete written.expected;
  delete written.reference;
  delete written.relation;
  delete written.scalar;
  delete written.acceptsUnknown;
  // Otherwise, an editor writes the empty list.
  if (typeof written.default === 'object') delete written.default;
  if (scalar === 'flag') acceptOnlyTrue(written);
  else if (reference && known) {
    offerIds(written, [...known.listIds(reference), ...(acceptsUnknown(schema) ? [UNKNOWN] : [])]);
  } else if (expected) addExpectation(written, schema, expected);
  if (!known || !written.properties) return;
  if ('pausePoint' in written.properties) {
    offerDependentIds(written, 'activity', 'pausePoint', known.listIds('activity'), (id) =>
      known.listPausePoints(id),
    );
  }
  if ('team' in written.properties) {
    offerDependentIds(written, 'organization', 'team', known.listIds('organization'), (id) =>
      known.listTeams(id),
    );
  }
  if (schema === redirectSchema) {
    const kinds = KINDS.map((id) => ({ id, title: id }));
    offerDependentIds(written, 'kind', 'to', kinds, (kind) => known.listIds(kind as Kind));
  }
}

function addExpectation(written: GeneratedSchema, schema: z.ZodType, expected: string): void {
  // The check reads every scalar as text; an editor reads `ticket: 4711` as a number.
  written.type = ['string', 'number'] as unknown as 'string';
  if (written.pattern) {
    written.patternErrorMessage = `Expected ${expected}`;
    return;
  }
  const description = getDescription(schema);
  written.description = `${description ? `${description} ` : ''}Expected: ${expected}.`;
}

/** An editor reads `home: true` as a boolean. */
function acceptOnlyTrue(written: GeneratedSchema): void {
  delete written.pattern;
  delete written.type;
  written.const = true;
}

function offerIds(schema: GeneratedSchema, ids: readonly KnownId[]): void {
  delete schema.pattern;
  delete schema.patternErrorMessage;
  schema.enum = ids.map(({ id }) => id);
  Object.assign(schema, { enumDescriptions: ids.map(({ title }) => title) });
}

/** Offers ids for `field` that depend on the value of another field. */
function offerDependentIds(
  schema: GeneratedSchema,
  other: string,
  field: string,
  values: readonly KnownId[],
  idsFor: (value: string) => readonly KnownId[],
): void {
  // An `enum` without values is not valid.
  const withIds = values.filter(({ id }) => idsFor(id).length > 0);
  if (withIds.length === 0) return;
  schema.allOf = withIds.map(({ id }) => {
    const offered: GeneratedSchema = {};
    offerIds(offered, idsFor(id));
    return {
      if: { properties: { [other]: { const: id } }, required: [other] },
      // biome-ignore lint/suspicious/noThenProperty: the name in JSON Schema
      then: { properties: { [field]: offered } },
    };
  });
}
