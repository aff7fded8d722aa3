/** The three ways in which fields can differ from their schema. */
import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import type { SchemaError } from '../../source/validate.ts';
import type { Rule } from './rule.ts';

function listSchemaErrors(file: ContentFile): readonly SchemaError[] {
  if (file.type === 'site') return isValidYaml(file) ? file.validated.errors : [];
  if (file.type === 'vocabulary' || file.type === 'redirects' || file.type === 'allowed-secrets')
    return isValidYaml(file) ? file.items.flatMap((item) => item.validated.errors) : [];
  if (file.type === 'document' && file.frontmatter && isValidYaml(file)) return file.validated.errors;
  return [];
}

/** Broken notation loses fields; what it lost is not missing. */
function isValidYaml(file: {
  readonly yaml: { readonly value: unknown; readonly errors: readonly unknown[] };
}): boolean {
  return file.yaml.errors.length === 0;
}

function createFieldRule(rule: Omit<Rule, 'check' | 'severity'> & { name: SchemaError['rule'] }): Rule {
  return {
    ...rule,
    severity: 'error',
    check({ file, report }) {
      for (const fault of listSchemaErrors(file)) if (fault.rule === rule.name) report(fault);
    },
  };
}

export const knownField = createFieldRule({
  name: 'known-field',
  why: 'A field that nothing reads is a fact that nobody will find; most often it is a slip of the hand.',
  example: { wrong: 'sevrity: sev2', right: 'severity: sev2' },
});

export const requiredField = createFieldRule({
  name: 'required-field',
  why: 'Without it the entry cannot be listed, filtered or understood. Where it is not known, say `unknown`: that is a fact too.',
  example: { wrong: 'title: Outage', right: 'title: Outage\nseverity: unknown' },
});

export const validValue = createFieldRule({
  name: 'valid-value',
  why: 'Only values from a closed list, or in one notation, can be counted and compared.',
  example: { wrong: 'started: 10/3/2018', right: 'started: 2018-03-10' },
});

export const validVocabulary: Rule = {
  name: 'valid-vocabulary',
  severity: 'error',
  why: 'A vocabulary is one list, and each entry in it has one id, as has each pause point of an activity: two with the same id would hide one another.',
  example: { wrong: '- id: redis\n- id: redis', right: '- id: redis\n- id: redis-sentinel' },
  check({ file, report }) {
    if (file.type !== 'vocabulary' || !isValidYaml(file)) return;
    if (!Array.isArray(file.yaml.value)) {
      report({
        span: file.yaml.spanAt([]),
        message: 'Unexpected content, expected a list of entries: `- id: …`',
      });
    }
    for (const index of findDuplicateIndexes(file.items.map(({ id }) => id))) {
      report({
        span: file.yaml.spanAt([index, 'id']),
        message: `Unexpected second entry ${quote(file.items[index]?.id ?? '')}, expected each id once`,
      });
    }
    for (const { index, validated } of file.items) {
      const points = validated.data && 'pausePoints' in validated.data ? validated.data.pausePoints : [];
      for (const second of findDuplicateIndexes(points.map(({ id }) => id))) {
        report({
          span: file.yaml.spanAt([index, 'pausePoints', second, 'id']),
          message: `Unexpected second pause point ${quote(points[second]?.id ?? '')}, expected each id once`,
        });
      }
    }
  },
};

/** Where ids stand that have stood before. */
function findDuplicateIndexes(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (id && ids.indexOf(id) < index ? [index] : []));
}
