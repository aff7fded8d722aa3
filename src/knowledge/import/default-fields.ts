/** Reads `--default field=value`: values for the drafts whose sources name none. */
import { type DraftKind, hasField } from './draft-kind.ts';
import { getChoices, getReading, IMPORT_TARGETS, type ImportTarget } from './import-targets.ts';
import { getVocabularyKinds } from './map-facts.ts';
import type { Fact } from './source-document.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';

/** Fields whose value can be the same for many incidents: closed lists and names. */
const DEFAULT_FIELDS: readonly ImportTarget[] = IMPORT_TARGETS.filter((target) => {
  const reading = getReading(target);
  return reading === 'choice' || (reading === 'names' && getVocabularyKinds(target) !== undefined);
});

/**
 * @param written such as `severity=sev3`; several services or tags are separated by commas
 * @returns the value as a fact, or a message that says what was expected
 */
export function parseDefaultField(
  written: string,
  vocabulary: VocabularyLookup,
  kind: DraftKind = 'postmortem',
): { readonly fact: Fact } | { readonly error: string } {
  const [, name = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(written) ?? [];
  const fields = DEFAULT_FIELDS.filter((field) => hasField(kind, field));
  const target = fields.find((field) => field === name);
  if (!target) {
    return {
      error: `Unexpected \`--default ${written}\`, expected \`field=value\` with one of: ${fields.join(', ')}`,
    };
  }
  const kinds = getVocabularyKinds(target);
  const values = kinds && target !== 'organization' ? value.split(/\s*,\s*/).filter(Boolean) : [value];
  if (!kinds && !getChoices(target).includes(value)) {
    return {
      error: `Unexpected \`${value}\` for \`${target}\`, expected one of: ${getChoices(target).join(', ')}`,
    };
  }
  const unknown = kinds ? values.find((entry) => !vocabulary.find(entry, kinds)) : undefined;
  if (unknown !== undefined || values.length === 0) {
    return {
      error: `Unexpected \`${unknown ?? value}\` for \`${target}\`, expected a name from the vocabulary`,
    };
  }
  return { fact: { name: `--default ${target}`, values, target, isDefault: true } };
}
