import { isDocumentOf } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { locateChecks } from '../located-checks.ts';
import type { Rule } from './rule.ts';

export const noDuplicateCheckId: Rule = {
  name: 'no-duplicate-check-id',
  severity: 'error',
  why: 'A pause point lists its checks by their ids. If two checks of a lesson had the same id, one of them would have no place.',
  example: {
    wrong: '- id: read-the-roles\n- id: read-the-roles',
    right: '- id: read-the-roles\n- id: read-the-roles-after',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    const places = locateChecks(file).map(({ place }) => place);
    for (const [index, place] of places.entries()) {
      if (place === undefined || places.indexOf(place) === index) continue;
      report({
        span: file.yaml.spanAt(['checks', index, 'id']),
        message: `Unexpected second check ${quote(place.slice(file.id.length + 1))}, expected each id once`,
      });
    }
  },
};
