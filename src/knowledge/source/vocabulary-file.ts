/** A list of services, tags, activities or organizations. */
import type { VocabularyKind } from '../schema/kinds.ts';
import { activitySchema, organizationSchema, serviceSchema, tagSchema } from '../schema/vocabulary.ts';
import { getTextAt } from './field-values.ts';
import type { FileText } from './file-input.ts';
import { ListFile, type ListItem } from './list-file.ts';

export const VOCABULARY_SCHEMAS = {
  service: serviceSchema,
  tag: tagSchema,
  activity: activitySchema,
  organization: organizationSchema,
} as const;

interface ItemId {
  /** Empty if the item has none. */
  readonly id: string;
}

export type VocabularyItem<K extends VocabularyKind = VocabularyKind> = ListItem<
  (typeof VOCABULARY_SCHEMAS)[K],
  ItemId
>;

export class VocabularyFile<K extends VocabularyKind = VocabularyKind> extends ListFile<
  (typeof VOCABULARY_SCHEMAS)[K],
  ItemId
> {
  readonly type = 'vocabulary';
  readonly kind: K;

  constructor(kind: K, file: FileText) {
    super(file, VOCABULARY_SCHEMAS[kind], (value) => ({ id: getTextAt(value, ['id']) ?? '' }));
    this.kind = kind;
  }
}
