import type { Rule } from './rule.ts';

export const validYaml: Rule = {
  name: 'valid-yaml',
  severity: 'error',
  why: 'Programs would read broken or ambiguous YAML differently, or lose part of it. For the same reason, anchors, aliases and tags are not allowed.',
  example: { wrong: 'title: Outage: the sequel', right: "title: 'Outage: the sequel'" },
  check({ file, report }) {
    if (!('yaml' in file)) return;
    for (const error of file.yaml.errors) report(error);
  },
};
