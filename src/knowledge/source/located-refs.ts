/** Every place where a file names another entry by its id: in its fields, and in its body. */

import type { Ref } from '../schema/kinds.ts';
import type { ContentFile } from './content.ts';
import { DOCUMENT_SCHEMAS } from './document-file.ts';
import { type FieldRef, findFieldRefs } from './field-refs.ts';
import type { Span } from './problem.ts';
import { VOCABULARY_SCHEMAS } from './vocabulary-file.ts';
import type { Path, YamlSource } from './yaml/yaml-source.ts';

export interface LocatedRef {
  readonly ref: Ref;
  /** The field that holds it; undefined where it stands in the body. */
  readonly path: Path | undefined;
  readonly span: Span;
}

const refsByFile = new WeakMap<ContentFile, readonly LocatedRef[]>();

/** All references of a file with their places, whether what they name exists or not; gathered once for all rules. */
export function findRefs(file: ContentFile): readonly LocatedRef[] {
  const before = refsByFile.get(file);
  if (before) return before;
  const references = collectRefs(file);
  refsByFile.set(file, references);
  return references;
}

function collectRefs(file: ContentFile): LocatedRef[] {
  if (file.type === 'document') {
    return [
      ...locateFieldRefs(findFieldRefs(DOCUMENT_SCHEMAS[file.kind], file.yaml.value), file.yaml),
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
    const references = file.items.flatMap(({ index, to }) => (to ? [{ ref: to, path: [index, 'to'] }] : []));
    return locateFieldRefs(references, file.yaml);
  }
  return [];
}

/** Places are looked up when they are asked for: most references are right. */
function locateFieldRefs(references: readonly FieldRef[], yaml: YamlSource): LocatedRef[] {
  return references.map(({ ref, path }) => ({
    ref,
    path,
    get span() {
      return yaml.spanAt(path);
    },
  }));
}
