import { getTextAt } from '../../source/field-values.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const knownTeam: Rule = {
  name: 'known-team',
  severity: 'error',
  why: 'A page belongs to a team of its organization. A team of another organization has other systems and other procedures.',
  example: { wrong: 'organization: gnome\nteam: sysadmins', right: 'organization: gnome\nteam: sysadmin' },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    const team = getTextAt(file.yaml.value, ['team']);
    if (team === undefined) return;
    const id = getTextAt(file.yaml.value, ['organization']) ?? '';
    const organization = content.getOrganization(id);
    // `known-organization` reports an organization that does not exist.
    if (!organization && content.has({ kind: 'organization', id })) return;
    const teams = organization?.teams ?? [];
    if (teams.some((known) => known.id === team)) return;
    const names = new Map(
      teams.flatMap(({ id: teamId, title, aliases }) =>
        [teamId, title, ...aliases].map((name) => [name.toLowerCase(), teamId]),
      ),
    );
    const nearest = findNearest(team.toLowerCase(), [...names.keys()]);
    const suggestion = nearest === undefined ? undefined : names.get(nearest);
    report({
      span: file.yaml.spanAt(['team']),
      message: `Unknown team ${quote(team)}, expected ${describeExpectedTeam(organization?.title, [...teams.map((known) => known.id)])}`,
      hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    });
  },
};

function describeExpectedTeam(organization: string | undefined, teams: readonly string[]): string {
  if (organization === undefined) return 'the organization of the team in `organization`';
  return teams.length === 0
    ? `no team, because ${organization} has none in the vocabulary`
    : `one of ${teams.join(', ')}`;
}
