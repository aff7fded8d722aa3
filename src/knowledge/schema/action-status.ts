import type { PostmortemData } from './postmortem.ts';

type Status = PostmortemData['actions'][number]['status'];

/** Returns whether somebody still has to do an action. */
export function isOpen({ status }: { readonly status: Status }): boolean {
  return status === 'open' || status === 'in-progress';
}
