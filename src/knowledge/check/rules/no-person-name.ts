import { getScalar } from '../../schema/inspect-schema.ts';
import { findFieldSchema } from '../../source/field-schema.ts';
import { getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Rule, RuleInput } from './rule.ts';

/** Words that occur in the names of roles and teams. */
const ROLE_WORDS = new Set(
  `team teams engineering engineer engineers ops operations devops sre sysadmin sysadmins admin admins platform
   infrastructure infra security support service services desk on-call oncall lead leads leader manager managers
   management director officer commander chief head owner owners owning maintainer maintainers developer
   developers development backend frontend web mobile data database databases dba network networking systems
   system storage cloud release quality assurance product products customer success site reliability incident
   response responder responders group guild squad tribe crew chapter department board committee staff volunteers
   office finance legal communications marketing sales identity payments billing search mail messaging monitoring
   observability build tools tooling core apps application applications internal external vendor provider hosting
   everyone unknown duty rota shift secretary host server facilities procurement compliance privacy research
   design documentation community`.split(/\s+/),
);

const FULL_NAME_PATTERN =
  /^\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}\.)?(?:\s+(?:\p{Lu}[\p{L}'’-]+|(?:van|von|de|der|den|del|di|da|la|le)\b)){1,3}$/u;
const HANDLE_PATTERN = /^@[\w-]+$/;

export const noPersonName: Rule = {
  name: 'no-person-name',
  severity: 'warning',
  why: 'People change jobs, and a name next to a failure is blame. Roles and teams stay.',
  example: { wrong: 'owner: Jo Example', right: 'owner: database team' },
  check(input) {
    const { file, report } = input;
    if (!('yaml' in file)) return;
    const roles = file.yaml.scalars().filter(({ path }) => getScalar(findFieldSchema(file, path)) === 'role');
    for (const { path, span } of roles) {
      const owner = getTextAt(file.yaml.value, path)?.trim();
      if (owner === undefined || !isPerson(owner, input)) continue;
      report({
        span,
        message: `Unexpected name ${quote(owner)}, expected a role or team`,
        hint: "Name the person's role, such as `database on-call` or `release manager`.",
      });
    }
  },
};

/**
 * Returns whether an owner is a handle, or capitalised words none of which names a role, a service or the
 * organization. Only used for owners: in prose, the names of products look the same as the names of people.
 */
function isPerson(owner: string, { file, content }: RuleInput): boolean {
  if (HANDLE_PATTERN.test(owner)) return true;
  if (!FULL_NAME_PATTERN.test(owner)) return false;
  const known = new Set(
    listOrganizationNames({ file, content }).flatMap((name) => name.toLowerCase().split(/[\s-]+/)),
  );
  const words = owner.toLowerCase().split(/[\s-]+/);
  return !words.some(
    (word) =>
      ROLE_WORDS.has(word) || known.has(word) || content.vocabularyNames.findIds('service', word).length > 0,
  );
}

/** Returns the names of the organization of a page, and those of its teams. */
function listOrganizationNames({ file, content }: Pick<RuleInput, 'file' | 'content'>): string[] {
  const id = 'yaml' in file ? getTextAt(file.yaml.value, ['organization']) : undefined;
  const organization = id === undefined ? undefined : content.findItem('organization', id)?.validated.data;
  if (!organization) return [];
  return [organization, ...organization.teams].flatMap(({ title, aliases }) => [title, ...aliases]);
}
