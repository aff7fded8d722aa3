/** Orders what was tried for a responder, who first needs what helped. */
import type { PostmortemData } from '../schema/postmortem.ts';

type Mitigation = PostmortemData['mitigations'][number];

/** An attempt, with its place in the order in which things were tried; the first one is 1. */
export type Attempt = Mitigation & { readonly number: number };

/**
 * Returns what helped, then what helped in part, then the rest. Within each group, the order is that in which things were
 * tried. To wait is not an attempt that helps, whatever its outcome.
 */
export function sortAttempts(mitigations: readonly Mitigation[]): Attempt[] {
  const attempts = mitigations.map((mitigation, index) => ({ ...mitigation, number: index + 1 }));
  return attempts.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ action, worked }: Mitigation): number {
  if (action === 'wait') return 2;
  return worked === 'yes' ? 0 : worked === 'partly' ? 1 : 2;
}
