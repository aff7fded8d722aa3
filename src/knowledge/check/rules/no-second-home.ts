import { isVocabularyOf } from '../../source/content.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import type { Rule } from './rule.ts';

export const noSecondHome: Rule = {
  name: 'no-second-home',
  severity: 'error',
  why: 'Pages of your own organization come first and those of others are labelled. With two homes, nobody can tell whose procedure a page shows.',
  example: {
    wrong: '- id: gnome\n  home: true\n- id: oma\n  home: true',
    right: '- id: gnome\n  home: true\n- id: oma',
  },
  check({ file, report }) {
    if (!isVocabularyOf(file, 'organization')) return;
    const { value } = file.yaml;
    const homes = file.items.map(({ index }) => [index]).filter((path) => isHome(value, path));
    for (const path of homes.slice(1)) {
      report({
        span: file.yaml.spanAt([...path, 'home']),
        message: 'Unexpected second home, expected `home: true` for at most one organization',
      });
    }
    for (const { index } of file.items) {
      const teams = getListAt(value, [index, 'teams']).map((_, place) => [index, 'teams', place]);
      const homeTeams = teams.filter((path) => isHome(value, path));
      const isOwn = isHome(value, [index]);
      for (const path of isOwn ? homeTeams.slice(1) : homeTeams) {
        report({
          span: file.yaml.spanAt([...path, 'home']),
          message: isOwn
            ? 'Unexpected second home, expected `home: true` for at most one team'
            : 'Unexpected home, expected `home: true` only for a team of the home organization',
        });
      }
    }
  },
};

function isHome(vocabulary: unknown, path: Path): boolean {
  return getTextAt(vocabulary, [...path, 'home']) === 'true';
}
