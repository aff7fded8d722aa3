/** The names of vocabulary entries other than their ids, which an author may have typed instead. */

import type { VocabularyKind } from '../schema/kinds.ts';
import { getListAt, getTextAt } from './field-values.ts';
import { findNearest } from './find-nearest.ts';
import { toPlainText } from './inline/plain-text.ts';
import type { VocabularyFile } from './vocabulary-file.ts';
import type { Path } from './yaml/yaml-source.ts';

export class VocabularyNames {
  readonly #ids = new Map<string, Set<string>>();

  constructor(vocabularies: readonly VocabularyFile[]) {
    for (const { kind, items, yaml } of vocabularies) {
      for (const { id, index } of items) {
        if (!id) continue;
        for (const name of listNames(yaml.value, index)) this.#add(kind, name, id);
      }
    }
  }

  #add(kind: VocabularyKind, name: string, id: string): void {
    const key = toNameKey(kind, name);
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }

  /** The entry whose name is nearest to what was typed, where one is near. */
  findNearestId(kind: string, typed: string): string | undefined {
    const names = [...this.#ids.keys()]
      .filter((key) => key.startsWith(`${kind}:`))
      .map((key) => key.slice(kind.length + 1));
    const name = findNearest(typed, names);
    return name === undefined ? undefined : this.findIds(kind, name)[0];
  }

  /** The entries that go by this name, in whatever case. */
  findIds(kind: string, name: string): readonly string[] {
    return [...(this.#ids.get(toNameKey(kind, name)) ?? [])];
  }
}

function toNameKey(kind: string, name: string): string {
  return `${kind}:${name.trim().toLowerCase()}`;
}

/** The title, the aliases and the misspellings of the entry at `index` of a vocabulary. */
export function listNames(vocabulary: unknown, index: number): string[] {
  const misspellings = getListAt(vocabulary, [index, 'misspellings']);
  return [
    ...listCorrectNames(vocabulary, [index]),
    ...misspellings.filter((name) => typeof name === 'string'),
  ];
}

/**
 * All words that the project has made its own, in lower case.
 *
 * @param dictionary the words of its dictionary
 * @param vocabularies what its entries are called
 */
export function collectKnownWords(
  dictionary: readonly string[],
  vocabularies: readonly VocabularyFile[],
): ReadonlySet<string> {
  const names = vocabularies.flatMap(({ items, yaml }) =>
    items.flatMap(({ id, index }) => [
      id,
      ...listCorrectNames(yaml.value, [index]),
      ...getListAt(yaml.value, [index, 'teams']).flatMap((team) => listCorrectNames(team, [])),
    ]),
  );
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{N}'’]+/u));
  return new Set([...dictionary, ...words].map((word) => word.toLowerCase()));
}

/** The title and the aliases; a misspelling that people search for is still one. */
function listCorrectNames(value: unknown, path: Path): string[] {
  const title = getTextAt(value, [...path, 'title']);
  const aliases = getListAt(value, [...path, 'aliases']).filter((alias) => typeof alias === 'string');
  return [...(title ? [toPlainText(title)] : []), ...aliases];
}
