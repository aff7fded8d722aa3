/** Every place where a file names another entry by its id: in its fields, and in its body. */

import type { Ref } from '../schema/kinds.ts';
import type { ContentFile } from './content.ts';
import { DOCUMENT_SCHEMAS } from './document-file.ts';
import { type FieldReference, fieldReferences } from './field-references.ts';
import type { Span } from './problem.ts';
import { VOCABULARY_SCHEMAS } from './vocabulary-file.ts';
import type { Path, YamlSource } from './yaml/yaml-source.ts';

export interface LocatedReference {
  readonly ref: Ref;
  /** The field that holds it; undefined where it stands in the body. */
  readonly path: Path | undefined;
  readonly span: Span;
}

const located = new WeakMap<ContentFile, readonly LocatedReference[]>();

/** All references of a file with their places, whether what they name exists or not; gathered once for all rules. */
export function locatedReferences(file: ContentFile): readonly LocatedReference[] {
  const before = located.get(file);
  if (before) return before;
  const references = locate(file);
  located.set(file, references);
  return references;
}

function locate(file: ContentFile): LocatedReference[] {
  if (file.type === 'document') {
    return [
      ...inFields(fieldReferences(DOCUMENT_SCHEMAS[file.kind], file.yaml.value), file.yaml),
      ...file.body.mentions.map(({ kind, id, span }) => ({ ref: { kind, id }, path: undefined, span })),
    ];
  }
  if (file.type === 'vocabulary') {
    const schema = VOCABULARY_SCHEMAS[file.kind];
    const list = Array.isArray(file.yaml.value) ? file.yaml.value : [];
    return list.flatMap((value: unknown, index) =>
      inFields(fieldReferences(schema, value, [index]), file.yaml),
    );
  }
  if (file.type === 'redirects') {
    const references = file.items.flatMap(({ index, to }) => (to ? [{ ref: to, path: [index, 'to'] }] : []));
    return inFields(references, file.yaml);
  }
  return [];
}

/** Places are looked up when they are asked for: most references are right. */
function inFields(references: readonly FieldReference[], yaml: YamlSource): LocatedReference[] {
  return references.map(({ ref, path }) => ({
    ref,
    path,
    get span() {
      return yaml.spanAt(path);
    },
  }));
}
