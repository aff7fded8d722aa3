/** Keeps the features by which postmortems are compared: on the disk for builds, in memory for `npm run dev`. */
import type { PostmortemEntry } from '../knowledge/graph/entries.ts';
import { extractFeatures, type TextFeatures } from '../knowledge/similar/text-similarity.ts';
import { digestData } from './data-digest.ts';
import { PAGES_VARIABLE, readKeptValue, writeKeptValue } from './kept-results.ts';

/** By a hash of what they are extracted from. This module stays loaded while those of the content are replaced. */
const remembered = new Map<string, TextFeatures>();

/** Does what `extractFeatures` does, once for each text. */
export function extractKeptFeatures(postmortem: PostmortemEntry): TextFeatures {
  const folder = process.env[PAGES_VARIABLE];
  const name = digestData(['features', postmortem.data, postmortem.sections]);
  const kept = folder ? readKeptValue<TextFeatures>(folder, name) : remembered.get(name);
  if (kept) return kept;
  const features = extractFeatures(postmortem);
  if (folder) writeKeptValue(folder, name, features);
  else remembered.set(name, features);
  return features;
}
