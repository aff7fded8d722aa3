/** A list of services, tags or activities as read, with each of its entries. */
import type { z } from 'zod';
import type { VocabularyKind } from '../schema/kinds.ts';
import { activitySchema, serviceSchema, tagSchema } from '../schema/vocabulary.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const VOCABULARY_SCHEMAS = {
  service: serviceSchema,
  tag: tagSchema,
  activity: activitySchema,
} as const;

/** One entry of a vocabulary file. */
export interface VocabularyItem<K extends VocabularyKind = VocabularyKind> {
  readonly index: number;
  /** Empty where it has none. */
  readonly id: string;
  readonly validated: Validated<z.output<(typeof VOCABULARY_SCHEMAS)[K]>>;
}

/** A list of services, tags or activities. */
export class VocabularyFile<K extends VocabularyKind = VocabularyKind> {
  readonly type = 'vocabulary';
  readonly kind: K;
  readonly path: string;
  readonly text: string;
  readonly yaml: YamlSource;
  readonly items: readonly VocabularyItem<K>[];

  constructor(kind: K, path: string, text: string) {
    this.kind = kind;
    this.path = path;
    this.text = text;
    this.yaml = parseYaml(text);
    const list = Array.isArray(this.yaml.value) ? this.yaml.value : [];
    this.items = list.map((value: unknown, index) => ({
      index,
      id: getId(value),
      validated: validate(VOCABULARY_SCHEMAS[kind] as z.ZodType, this.yaml, [
        index,
      ]) as VocabularyItem<K>['validated'],
    }));
  }
}

function getId(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : '';
  return typeof id === 'string' ? id : '';
}
