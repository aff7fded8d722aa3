/** A file of the content folder that contains one YAML list, such as the redirects. */
import type { z } from 'zod';
import type { FileText } from './file-input.ts';
import type { FoundSecret } from './secrets/found-secret.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export type ListItem<Schema extends z.ZodType, Extra> = Extra & {
  readonly index: number;
  readonly validated: Validated<z.output<Schema>>;
};

export abstract class ListFile<Schema extends z.ZodType, Extra = unknown> implements FileText {
  abstract readonly type: string;
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
  readonly yaml: YamlSource;
  readonly items: readonly ListItem<Schema, Extra>[];

  /** @param readExtra reads the parts of an item that are used even if the item is invalid */
  constructor({ path, text, secrets }: FileText, schema: Schema, readExtra: (value: unknown) => Extra) {
    this.path = path;
    this.text = text;
    this.secrets = secrets;
    this.yaml = parseYaml(text);
    const list: readonly unknown[] = Array.isArray(this.yaml.value) ? this.yaml.value : [];
    this.items = list.map((value, index) => ({
      ...readExtra(value),
      index,
      validated: validate(schema, this.yaml, [index]),
    }));
  }
}
