/** Counts what a public site leaves out of each file, and reports it. */
import { formatCount } from '../schema/labels.ts';

/** `entry` is an entry of a vocabulary, `item` an item of a list that would be wrong without what it refers to. */
type OmittedPart = 'page' | 'entry' | 'part' | 'field' | 'item' | 'link' | 'redirect' | 'picture';

/** In the order of the report. */
const NOUNS: Readonly<Record<OmittedPart, string | undefined>> = {
  page: undefined,
  entry: 'entry',
  part: 'internal part',
  field: 'internal field',
  item: 'item of a list',
  link: 'link to an internal page',
  redirect: 'redirect',
  picture: undefined,
};

const PLURALS: Readonly<Record<string, string>> = {
  entry: 'entries',
  'item of a list': 'items of lists',
  'link to an internal page': 'links to internal pages',
};

export class Omissions {
  readonly #counts = new Map<string, Map<OmittedPart, number>>();

  /** @param path of the file */
  add(path: string, part: OmittedPart, count = 1): void {
    if (count === 0) return;
    const counts = this.#counts.get(path) ?? new Map<OmittedPart, number>();
    counts.set(part, (counts.get(part) ?? 0) + count);
    this.#counts.set(path, counts);
  }

  /** Returns the number of omitted parts of all files. */
  count(part: OmittedPart): number {
    return [...this.#counts.values()].reduce((sum, counts) => sum + (counts.get(part) ?? 0), 0);
  }

  /** Returns a sentence for the whole, and one for each published file that lost something, sorted by path. */
  describe(): string[] {
    const pages = formatCount(this.count('page'), 'internal page or draft', 'internal pages or drafts');
    const pictures = this.count('picture');
    return [
      `${pages} left out${pictures > 0 ? `, and ${formatCount(pictures, 'picture')} that no public page shows` : ''}`,
      ...[...this.#counts]
        .filter(([, counts]) => !counts.has('page') && !counts.has('picture'))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, counts]) => describeFile(path, counts)),
    ];
  }
}

function describeFile(path: string, counts: ReadonlyMap<OmittedPart, number>): string {
  const parts = (Object.keys(NOUNS) as OmittedPart[]).flatMap((part) => {
    const [count, noun] = [counts.get(part), NOUNS[part]];
    return count === undefined || noun === undefined ? [] : [formatCount(count, noun, PLURALS[noun])];
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const list = new Intl.ListFormat('en-GB').format(parts);
  return `${list} ${total === 1 ? 'was' : 'were'} left out of ${path}`;
}
