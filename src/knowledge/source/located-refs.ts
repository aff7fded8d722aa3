/** Finds every place where a file names another entry by its id, in its fields and in its body. */

import type { Ref } from '../schema/kinds.ts';
import type { ContentFile } from './content.ts';
import { type FieldRef, findFieldRefs } from './field-refs.ts';
import type { Span } from './problem.ts';
import { VOCABULARY_SCHEMAS } from './vocabulary-file.ts';
import type { Path, YamlSource } from './yaml/yaml-source.ts';

export interface LocatedRef {
  readonly ref: Ref;
  /** The field that contains it, undefined if it is in the body. */
  readonly path: Path | undefined;
  readonly span: Span;
}

/** Keyed by the syntax tree, so that both are freed together. */
const refsByYaml = new WeakMap<YamlSource, readonly LocatedRef[]>();

/** Returns all references of a file, whether the entries exist or not. Collected once for all rules. */
export function findRefs(file: ContentFile): readonly LocatedRef[] {
  if (!('yaml' in file)) return [];
  const before = refsByYaml.get(file.yaml);
  if (before) return before;
  const refs = collectRefs(file);
  refsByYaml.set(file.yaml, refs);
  return refs;
}

function collectRefs(file: ContentFile): LocatedRef[] {
  if (file.type === 'document') {
    return [
      ...locateFieldRefs(file.fieldRefs, file.yaml),
      ...file.body.componentRefs.map(({ kind, id, span }) => ({ ref: { kind, id }, path: undefined, span })),
    ];
  }
  if (file.type === 'vocabulary') {
    const schema = VOCABULARY_SCHEMAS[file.kind];
    const list = Array.isArray(file.yaml.value) ? file.yaml.value : [];
    return list.flatMap((value: unknown, index) =>
      locateFieldRefs(findFieldRefs(schema, value, [index]), file.yaml),
    );
  }
  if (file.type === 'redirects') {
    const refs = file.items.flatMap(({ index, to }) => (to ? [{ ref: to, path: [index, 'to'] }] : []));
    return locateFieldRefs(refs, file.yaml);
  }
  return [];
}

/** Places are looked up on first use, because most references are valid and need none. */
function locateFieldRefs(refs: readonly Pick<FieldRef, 'ref' | 'path'>[], yaml: YamlSource): LocatedRef[] {
  return refs.map(({ ref, path }) => ({
    ref,
    path,
    get span() {
      return yaml.spanAt(path);
    },
  }));
}
