/** Rules for the three ways in which fields can differ from their schema. */
import type { ContentFile } from '../../source/content.ts';
import type { SchemaError } from '../../source/validate.ts';
import type { Rule } from './rule.ts';

function listSchemaErrors(file: ContentFile): readonly SchemaError[] {
  // Broken YAML loses fields. Reporting those as missing would confuse the author.
  if (!('yaml' in file) || file.yaml.errors.length > 0) return [];
  switch (file.type) {
    case 'site':
      return file.validated.errors;
    case 'document':
      return file.frontmatter ? file.validated.errors : [];
    default:
      return file.items.flatMap((item) => item.validated.errors);
  }
}

function createFieldRule(rule: Omit<Rule, 'check' | 'severity'> & { name: SchemaError['rule'] }): Rule {
  return {
    ...rule,
    severity: 'error',
    check({ file, report }) {
      for (const error of listSchemaErrors(file)) if (error.rule === rule.name) report(error);
    },
  };
}

export const knownField = createFieldRule({
  name: 'known-field',
  why: 'Nothing reads an unknown field, so nobody would find what it says. It is most often a typing mistake.',
  example: { wrong: 'sevrity: sev2', right: 'severity: sev2' },
});

export const requiredField = createFieldRule({
  name: 'required-field',
  why: 'Without this field, the entry cannot be listed, filtered or understood. If the value is not known, write `unknown`: that is a fact too.',
  example: { wrong: 'title: Outage', right: 'title: Outage\nseverity: unknown' },
});

export const validValue = createFieldRule({
  name: 'valid-value',
  why: 'Only values from a fixed list, or in a fixed format, can be counted and compared.',
  example: { wrong: 'started: 10/3/2018', right: 'started: 2018-03-10' },
});
