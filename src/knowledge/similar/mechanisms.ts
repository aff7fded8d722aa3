/** Finds the mechanisms of failure that a text describes. */
import { stem } from '../search/stem.ts';
import { MECHANISMS } from './mechanism-glossary.ts';
import { splitIntoWords } from './split-into-words.ts';

/** The alternatives of a slot, each as stems joined with spaces. */
type Slot = readonly string[];

interface MechanismPattern {
  readonly mechanism: string;
  readonly slots: readonly Slot[];
}

const PATTERNS = parseGlossary(MECHANISMS);

/** Patterns by the first stem of each alternative of their first slot. */
const PATTERNS_BY_FIRST_STEM = Map.groupBy(
  PATTERNS.flatMap((pattern) => (pattern.slots[0] ?? []).map((name) => ({ pattern, name }))),
  ({ name }) => name.split(' ')[0] ?? '',
);

function parseGlossary(text: string): MechanismPattern[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, mechanism = '', patterns = ''] = /^(.+?): (.+)$/.exec(line) ?? [];
      return patterns.split('; ').map((pattern) => ({ mechanism, slots: pattern.split(' ').map(parseSlot) }));
    });
}

function parseSlot(slot: string): Slot {
  return slot.split('|').map((name) => stemWords(name.replaceAll('_', ' ')).join(' '));
}

function stemWords(text: string): string[] {
  return splitIntoWords(text).map(stem);
}

/** Matches denials: "no user data was lost", "without a failover". */
const NEGATED_WORDS = /\b(?:no|not|never|without)\b(?:\s+[^\s,.;:]+){1,4}/giu;

/** Returns the mechanisms that a text describes, each once per sentence. What it denies is none. */
export function findMechanisms(text: string): string[] {
  return text
    .split(/(?<=[.!?;:])\s+|\n+/)
    .flatMap((sentence) => [...findInSentence(stemWords(sentence.replace(NEGATED_WORDS, '')))]);
}

function findInSentence(stems: readonly string[]): Set<string> {
  const words = new Set(stems);
  const line = ` ${stems.join(' ')} `;
  const contains = (name: string) => (name.includes(' ') ? line.includes(` ${name} `) : words.has(name));
  const found = new Set<string>();
  for (const word of words) {
    for (const { pattern, name } of PATTERNS_BY_FIRST_STEM.get(word) ?? []) {
      if (found.has(pattern.mechanism) || !contains(name)) continue;
      if (pattern.slots.slice(1).every((slot) => slot.some(contains))) found.add(pattern.mechanism);
    }
  }
  return found;
}
