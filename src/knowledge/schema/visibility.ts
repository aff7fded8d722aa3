/** Who may read an entry, and which fields of it only your own team may read. */
import { z } from 'zod';
import { field, LIST_ITEM, listFields, type SchemaField } from './field.ts';
import { acceptsUnknown, getEnumValues } from './inspect-schema.ts';
import { optionalList, UNKNOWN_ID } from './scalars.ts';

export const VISIBILITIES = ['public', 'internal'] as const;

/** `public` for everyone, `internal` for you and everyone whom you let read your own site. */
export type Visibility = (typeof VISIBILITIES)[number];

/** The visibility of an entry without one: that of `site.yaml`, internal if that has none either. */
export const entryVisibility = field(
  z.enum(VISIBILITIES).optional(),
  'Who may read it; if the field is omitted, the value of `visibility` in `site.yaml`.',
);

/** Adds the field `internalFields`, which names fields of the same entry. */
export function withInternalFields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = listFields(z.strictObject(shape)).filter(canBeInternal).map(formatFieldName);
  return z.strictObject({
    ...shape,
    internalFields: field(
      optionalList(
        z.enum(names).meta({
          expected: `the name of a field that a page can do without, such as \`${names.find((name) => name.includes('.')) ?? names[0]}\``,
        }),
      ),
      'The fields that a public site leaves out.',
    ),
  });
}

/** Returns the name of a field without the steps to the items of lists: `actions.owner`. */
function formatFieldName({ path }: SchemaField): string {
  return path.filter((step) => step !== LIST_ITEM).join('.');
}

/** Returns whether an entry is complete without the field, or with `unknown` in it. */
function canBeInternal({ schema, use, path }: SchemaField): boolean {
  if (use.qualifies || path[0] === 'visibility') return false;
  return (
    schema.safeParse(undefined).success ||
    acceptsUnknown(schema) ||
    Boolean(getEnumValues(schema)?.includes(UNKNOWN_ID))
  );
}

interface ReadersOfEntry {
  readonly visibility?: Visibility | undefined;
  readonly status?: string | undefined;
}

/** Returns who may read an entry. */
export function getVisibility(
  { visibility }: ReadersOfEntry,
  site: { readonly visibility: Visibility },
): Visibility {
  return visibility ?? site.visibility;
}

/** Returns whether a public site has the entry: it is public, and no draft. */
export function isPublished(entry: ReadersOfEntry, site: { readonly visibility: Visibility }): boolean {
  return getVisibility(entry, site) === 'public' && entry.status !== 'draft';
}
