/**
 * Metadata of a field, next to the field, for the rest of the code: which section of a page shows it, how much it
 * counts in the search, how `kb new` asks for it, and what it adds to the completeness of a postmortem. Code that
 * needs some of this walks the schema; it never lists fields by their names.
 */
import { z } from 'zod';
import { getElement, getShape } from './inspect-schema.ts';
import type { PageSection } from './page-sections.ts';

export interface FieldUse {
  /** The section of the page that shows the field and the fields in it. */
  readonly section?: PageSection;
  /** The heading of the field in its section. A field without a heading has a layout of its own there. */
  readonly heading?: string;
  /** The weight of the words of the field in the search. If omitted, prose counts as `text`; other fields are not searched. */
  readonly search?: SearchWeight | 'none';
  /** Entries with similar words in this field are similar. */
  readonly compared?: true;
  /** How `kb new` asks for the field. */
  readonly question?: FieldQuestion;
  /** The value in a new page. */
  readonly initial?: string;
  /** The words after `TODO` in a new page, for the author. */
  readonly todo?: string;
  /** The part of the completeness of a postmortem that the field fulfils. */
  readonly completeness?: FieldCompleteness;
  /** The field is a time that cannot be in the future. */
  readonly past?: true;
  /** The fields whose times cannot be after the time in this one. */
  readonly notBefore?: readonly string[];
  /**
   * Without the field, its item would apply to more than the author means. A public site that cannot show the value
   * leaves out the whole item.
   */
  readonly qualifies?: true;
}

/** `everyday` is how somebody describes it who does not know the terms, `owners` are roles and organizations of the whole page, `asides` are names within a section. */
export type SearchWeight =
  'title' | 'names' | 'misspellings' | 'signals' | 'everyday' | 'summary' | 'text' | 'asides' | 'owners';

export interface FieldQuestion {
  /** The flag that answers the question, without its dashes. */
  readonly flag: string;
  /** The question on a terminal. Without it, only the flag can answer. */
  readonly prompt?: string;
  /** A good answer, shown until you type something. */
  readonly example?: string;
  /** The page cannot be created without an answer. */
  readonly required?: true;
}

export interface FieldCompleteness {
  /** Three for what the next responder needs, two for what others learn from, one for the rest. */
  readonly weight: 1 | 2 | 3;
  /** The missing part, as a noun phrase. */
  readonly label: string;
  /** The number of items that the list needs; one if omitted. */
  readonly minItems?: number;
  /** Fields that can have a value instead of this one. */
  readonly alternatives?: readonly string[];
  /** Returns whether an item of the list needs the field; every item does if omitted. */
  isNeeded?(item: Readonly<Record<string, unknown>>): boolean;
}

const FIELD_USES = z.registry<FieldUse>();

/** Describes a field and what it is used for. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  use: FieldUse = {},
): Schema {
  // `describe` returns a copy, so that scalars are shared by fields with different uses.
  const described = schema.describe(description);
  FIELD_USES.add(described, use);
  return described;
}

function getFieldUse(schema: z.ZodType): FieldUse {
  return FIELD_USES.get(schema) ?? {};
}

/** Returns the uses of a field that is in another one: both have the same section, unless the field has its own. */
export function getUseWithin(schema: z.ZodType, section: PageSection | undefined): FieldUse {
  const own = getFieldUse(schema);
  return section === undefined ? own : { section, ...own };
}

/** The step from a list to its items in the path of a `SchemaField`. */
export const LIST_ITEM = '[]';

export interface SchemaField {
  /** The names of the field and of those that it is in: `['actions', '[]', 'owner']`. */
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly use: FieldUse;
}

const fieldsBySchema = new WeakMap<z.ZodType, readonly SchemaField[]>();

/** Lists all fields of a schema in its order, each followed by the fields in it. */
export function listFields(schema: z.ZodType): readonly SchemaField[] {
  const known = fieldsBySchema.get(schema);
  if (known) return known;
  const fields = listFieldsBelow(schema, [], undefined);
  fieldsBySchema.set(schema, fields);
  return fields;
}

function listFieldsBelow(
  schema: z.ZodType,
  path: readonly string[],
  section: PageSection | undefined,
): SchemaField[] {
  return Object.entries(getShape(schema) ?? {}).flatMap(([name, fieldSchema]) => {
    const use = getUseWithin(fieldSchema, section);
    const ownPath = [...path, name];
    const element = getElement(fieldSchema);
    return [
      { path: ownPath, schema: fieldSchema, use },
      ...listFieldsBelow(element ?? fieldSchema, element ? [...ownPath, LIST_ITEM] : ownPath, use.section),
    ];
  });
}

export function isInList({ path }: SchemaField): boolean {
  return path.includes(LIST_ITEM);
}

/** Returns the fields that have a value in each new page. */
export function getInitialFields(schema: z.ZodType): Record<string, string> {
  return Object.fromEntries(
    listFields(schema).flatMap(({ path: [name = '', ...inner], use: { initial } }) =>
      initial === undefined || inner.length > 0 ? [] : [[name, initial]],
    ),
  );
}
