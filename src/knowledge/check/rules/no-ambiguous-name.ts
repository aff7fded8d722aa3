import { quote } from '../../source/problem.ts';
import { listNames } from '../../source/vocabulary-names.ts';
import type { Rule } from './rule.ts';

export const noAmbiguousName: Rule = {
  name: 'no-ambiguous-name',
  severity: 'error',
  why: 'If two entries of a vocabulary share a name, neither the search nor `--fix` can tell which one is meant.',
  example: {
    wrong: '- id: redis\n  aliases: [cache]\n- id: varnish\n  aliases: [cache]',
    right: '- id: varnish\n  aliases: [http cache]',
  },
  check({ file, content, report }) {
    if (file.type !== 'vocabulary') return;
    for (const { id, index } of file.items) {
      for (const field of ['aliases', 'misspellings']) {
        for (const { name, place } of listNamesInField(file.yaml.value, index, field)) {
          const others = [...content.findIdsByName(file.kind, name), ...findIdNamed(name)].filter(
            (other) => other !== id,
          );
          if (others.length === 0) continue;
          report({
            span: file.yaml.spanAt([index, field, place]),
            message: `Unexpected name ${quote(name)}, which also belongs to \`${others[0]}\`, expected a name of only one ${file.kind}`,
          });
        }
      }
    }

    function findIdNamed(name: string): string[] {
      return file.type === 'vocabulary' && content.has({ kind: file.kind, id: name }) ? [name] : [];
    }
  },
};

function listNamesInField(vocabulary: unknown, index: number, field: string) {
  const entry = (vocabulary as Record<number, Record<string, unknown>>)[index];
  const only = listNames([{ [field]: entry?.[field] }], 0);
  return only.map((name, place) => ({ name, place }));
}
