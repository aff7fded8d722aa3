/** Leads from the old id of a renamed entry to its new one. */
import { type Ref, toRefKey } from '../schema/kinds.ts';

export interface Redirect {
  readonly from: Ref;
  readonly to: Ref;
}

/** Each step of a chain is refused, so only content with errors has longer ones, and following all takes minutes. */
const MAX_STEPS = 100;

export class Redirects {
  readonly all: readonly Redirect[];
  readonly #targets: ReadonlyMap<string, Ref>;

  constructor(all: readonly Redirect[] = []) {
    this.all = all;
    this.#targets = new Map(all.map(({ from, to }) => [toRefKey(from), to]));
  }

  /** Lists the new names of an entry, with the first 100 steps of a chain; empty if it was not renamed. A loop ends where it closes. */
  listSteps(ref: Ref): Ref[] {
    const steps: Ref[] = [];
    const seen = new Set<string>();
    let current: Ref | undefined = ref;
    while (current && steps.length < MAX_STEPS && !seen.has(toRefKey(current))) {
      seen.add(toRefKey(current));
      current = this.#targets.get(toRefKey(current));
      if (current) steps.push(current);
    }
    return steps;
  }

  /** Under which id it is found now; itself where it was not renamed. */
  resolve(ref: Ref): Ref {
    return this.listSteps(ref).at(-1) ?? ref;
  }

  /** The old procedures that were on the page of a note: their anchors there, and what they are now. */
  listMovedProcedures(note: string): { readonly anchor: string; readonly to: Ref }[] {
    return this.all.flatMap(({ from }) => {
      if (from.kind !== 'procedure') return [];
      const [page = '', anchor = ''] = from.id.split('#');
      const isHere = this.resolve({ kind: 'note', id: page }).id === note;
      return isHere ? [{ anchor, to: this.resolve(from) }] : [];
    });
  }
}
