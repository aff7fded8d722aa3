/** Normalizes signals, so that the same signal of two incidents is recognized. */

/** Returns signals by a key without what differs between occurrences: numbers, addresses, case and spacing. */
export function getSignalsByKey(signals: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const signal of signals) {
    const key = signal
      .toLowerCase()
      .replace(/0x[\da-f]+|\b[\da-f]{8,}\b|\d+/g, '#')
      .replace(/[^\p{L}\p{N}#]+/gu, ' ')
      .trim();
    // One word, such as "timeout", is too common.
    if (key.split(' ').length > 1) byKey.set(key, signal);
  }
  return byKey;
}
