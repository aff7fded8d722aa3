/** The addresses to which a draft may link: other ones would not pass the check. */
import { findLookalikeHost } from '../source/lookalike-host.ts';
import { isSafeAddress } from '../source/safe-address.ts';

/** @param address also one that starts with `www.`, as in a text */
export function isLinkable(address: string): boolean {
  const whole = /^www\./i.test(address) ? `http://${address}` : address;
  return isSafeAddress(whole) && findLookalikeHost(whole) === undefined;
}
