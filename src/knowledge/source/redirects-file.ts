/** `content/redirects.yaml` as read: each line with what it leads from and to, as far as it says so. */
import type { z } from 'zod';
import { KINDS, type Ref } from '../schema/kinds.ts';
import { redirectSchema } from '../schema/redirect.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const REDIRECTS_FILE = 'redirects.yaml';

/** One line of the list of renamed entries. */
export interface RedirectItem {
  readonly index: number;
  /** Undefined where kind or id is not said. */
  readonly from: Ref | undefined;
  readonly to: Ref | undefined;
  readonly validated: Validated<z.output<typeof redirectSchema>>;
}

/** Where renamed entries are found now. */
export class RedirectsFile {
  readonly type = 'redirects';
  readonly path: string;
  readonly text: string;
  readonly yaml: YamlSource;
  readonly items: readonly RedirectItem[];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.yaml = parseYaml(text);
    const list = Array.isArray(this.yaml.value) ? this.yaml.value : [];
    this.items = list.map((value: unknown, index) => ({
      index,
      from: parseRef(value, 'from'),
      to: parseRef(value, 'to'),
      validated: validate(redirectSchema, this.yaml, [index]),
    }));
  }
}

function parseRef(value: unknown, field: 'from' | 'to'): Ref | undefined {
  const { kind, [field]: id } = (value ?? {}) as Record<string, unknown>;
  const known = KINDS.find((candidate) => candidate === kind);
  return known && typeof id === 'string' && id.trim() ? { kind: known, id } : undefined;
}
