/** Where renamed entries are found now. */
import { keyOf, type Ref } from '../schema/kinds.ts';

export interface Redirect {
  readonly from: Ref;
  readonly to: Ref;
}

export class Redirects {
  readonly all: readonly Redirect[];
  readonly #targets: ReadonlyMap<string, Ref>;

  constructor(all: readonly Redirect[] = []) {
    this.all = all;
    this.#targets = new Map(all.map(({ from, to }) => [keyOf(from), to]));
  }

  /** What it was renamed to, with every step of a chain; empty where it was not renamed. A loop ends where it closes. */
  stepsFrom(ref: Ref): Ref[] {
    const steps: Ref[] = [];
    const seen = new Set<string>();
    let current: Ref | undefined = ref;
    while (current && !seen.has(keyOf(current))) {
      seen.add(keyOf(current));
      current = this.#targets.get(keyOf(current));
      if (current) steps.push(current);
    }
    return steps;
  }

  /** Under which id it is found now; itself where it was not renamed. */
  currentOf(ref: Ref): Ref {
    return this.stepsFrom(ref).at(-1) ?? ref;
  }

  /** The old procedures that were on the page of a note: their anchors there, and what they are now. */
  movedFrom(note: string): { readonly anchor: string; readonly to: Ref }[] {
    return this.all.flatMap(({ from }) => {
      if (from.kind !== 'procedure') return [];
      const [page = '', anchor = ''] = from.id.split('#');
      const isHere = this.currentOf({ kind: 'note', id: page }).id === note;
      return isHere ? [{ anchor, to: this.currentOf(from) }] : [];
    });
  }
}
