/** The file `redirects.yaml`: the old and new ids of renamed entries. */
import { KINDS, type Ref } from '../schema/kinds.ts';
import { redirectSchema } from '../schema/redirect.ts';
import { getTextAt } from './field-values.ts';
import type { FileText } from './file-input.ts';
import { ListFile, type ListItem } from './list-file.ts';

export const REDIRECTS_FILE = 'redirects.yaml';

interface RedirectRefs {
  /** Undefined if the kind or the id is missing. */
  readonly from: Ref | undefined;
  readonly to: Ref | undefined;
}

export type RedirectItem = ListItem<typeof redirectSchema, RedirectRefs>;

export class RedirectsFile extends ListFile<typeof redirectSchema, RedirectRefs> {
  readonly type = 'redirects';

  constructor(file: FileText) {
    super(file, redirectSchema, (value) => ({ from: readRef(value, 'from'), to: readRef(value, 'to') }));
  }
}

function readRef(value: unknown, field: 'from' | 'to'): Ref | undefined {
  const kind = KINDS.find((candidate) => candidate === getTextAt(value, ['kind']));
  const id = getTextAt(value, [field]);
  return kind && id !== undefined ? { kind, id } : undefined;
}
