import { getScalar } from '../../schema/inspect-schema.ts';
import { findFieldSchema } from '../../source/field-schema.ts';
import { getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import { type FoundPerson, findPeople } from '../person-names.ts';
import { getProse } from '../prose.ts';
import { isQuoted } from '../quotations.ts';
import { ROLE_WORDS } from '../role-words.ts';
import type { Rule, RuleInput } from './rule.ts';

const FULL_NAME_PATTERN =
  /^(?:\p{Lu}[\p{Ll}'’-]+|\p{Lu}\.)(?:\s+\p{Lu}\.)*(?:\s+(?:\p{Lu}[\p{L}'’-]+|(?:van|von|de|der|den|del|di|da|la|le)\b)){1,3}$/u;
/** `@jane.doe`, or `<@U024BE7LH>` as Slack writes it. With a slash, it is a team: `@example/database`. */
const HANDLE_PATTERN = /^<?@[\p{L}\d](?:[\p{L}\d._-]*[\p{L}\d])?>?$/u;

const OWNER_SEPARATOR = /[,;&+]|\band\b/;

export const noPersonName: Rule = {
  name: 'no-person-name',
  severity: 'warning',
  why: 'People change jobs, and a name next to a failure is blame. Roles and teams stay.',
  example: { wrong: 'owner: Jo Example', right: 'owner: database team' },
  check(input) {
    for (const { name, span } of [...findOwners(input), ...findPeopleInProse(input)]) {
      input.report({
        span,
        message: `Unexpected ${name.includes('@') ? 'handle of a person' : 'name'} ${quote(name)}, expected a role or team`,
        hint: "Name the person's role, such as `database on-call` or `release manager`.",
      });
    }
  },
};

function findOwners(input: RuleInput): FoundPerson[] {
  const { file } = input;
  if (!('yaml' in file)) return [];
  const roles = file.yaml.scalars().filter(({ path }) => getScalar(findFieldSchema(file, path)) === 'role');
  return roles.flatMap(({ path, span }) => {
    const owners = getTextAt(file.yaml.value, path)?.split(OWNER_SEPARATOR) ?? [];
    const person = owners.map((owner) => owner.trim()).find((owner) => isPerson(owner, input));
    return person === undefined ? [] : [{ name: person, span }];
  });
}

/** Finds handles and full names, but not those of quotations and of the authors of sources. */
function findPeopleInProse(input: RuleInput): FoundPerson[] {
  const { file } = input;
  const isKnown = createKnownNameTest(input);
  return getProse(file).passages.flatMap(({ start, end }) =>
    findPeople(file.text.slice(start, end), isKnown)
      .map(({ name, span }) => ({ name, span: { start: start + span.start, end: start + span.end } }))
      .filter(({ span }) => !isQuoted(file, span.start)),
  );
}

/**
 * Returns whether an owner is a handle, or capitalised words, none of which names a role, a service or the
 * organization. Only for owners: in prose, the names of products look the same, so there the given name has to be known.
 */
function isPerson(owner: string, input: RuleInput): boolean {
  const isKnown = createKnownNameTest(input);
  if (!HANDLE_PATTERN.test(owner) && !FULL_NAME_PATTERN.test(owner)) {
    return findPeople(owner, isKnown).length > 0;
  }
  return !owner
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .some(isKnown);
}

/** Returns a function that returns whether a word occurs in the name of a role, a service or the organization. */
function createKnownNameTest({ file, content }: RuleInput): (word: string) => boolean {
  const known = new Set(
    listOrganizationNames({ file, content }).flatMap((name) => name.toLowerCase().split(/[\s-]+/)),
  );
  return (word) =>
    ROLE_WORDS.has(word) || known.has(word) || content.findIdsByName('service', word).length > 0;
}

/** Returns the names of the organization of a page, and those of its teams. */
function listOrganizationNames({ file, content }: Pick<RuleInput, 'file' | 'content'>): string[] {
  const id = 'yaml' in file ? getTextAt(file.yaml.value, ['organization']) : undefined;
  const organization = id === undefined ? undefined : content.getOrganization(id);
  if (!organization) return [];
  return [organization, ...organization.teams].flatMap(({ title, aliases }) => [title, ...aliases]);
}
