/** Replaces the people in the data of a tool by their roles: people change jobs, and a name next to a failure is blame. */
import { isRecord } from '../flatten-json.ts';
import { type JsonRecord, toText } from './find-incidents.ts';

export interface PeopleOptions {
  /** Matches the names of fields whose texts are the names of people. */
  readonly nameFields?: RegExp;
  /** Records or names of people with their roles. */
  readonly roles?: readonly (readonly [person: unknown, role: string | undefined])[];
  /** Names of one word that mean nothing else, so that they are replaced without an @ too. */
  readonly words?: ReadonlySet<string>;
}

export interface WithoutPeople<Value> {
  readonly value: Value;
  /** The note for the person who reviews the draft; undefined if there were no people. */
  readonly remark: string | undefined;
}

interface Person {
  names: readonly string[];
  readonly handles: readonly string[];
  role: string | undefined;
}

/** Fields with the name of a person, the one that people read first. */
const NAME_FIELDS = [
  'displayName',
  'display_name',
  'full_name',
  'real_name',
  'name',
  'summary',
  'title',
] as const;
const HANDLE_FIELDS = [
  'login',
  'username',
  'handle',
  'email',
  'emailAddress',
  'name',
  'key',
  'accountId',
  'slack_user_id',
] as const;

/** Fields that records of people have, and no other records. */
const PERSON_FIELDS = [
  'accountId',
  'avatar_url',
  'avatarUrl',
  'displayName',
  'email',
  'emailAddress',
  'full_name',
  'image_48_px',
  'login',
  'photoURL',
  'real_name',
  'slack_user_id',
  'userID',
  'username',
] as const;

/**
 * Replaces each record of a person by a role, and the full names, handles and addresses of these people in all texts. A
 * role is one that the data or the reader assigns, or `responder` with a number.
 */
export function replacePeople<Value>(value: Value, options: PeopleOptions = {}): WithoutPeople<Value> {
  const people = new PeopleList();
  collectAssignedRoles(value, people);
  for (const [person, role] of options.roles ?? []) addWithRole(person, role, people);
  collectPeople(value, '', people, options);
  if (people.size === 0) return { value, remark: undefined };
  people.nameRoles(options.words);
  return {
    value: replaceIn(value, '', people, options) as Value,
    remark: `people appear as roles, check them: ${people.describe()}`,
  };
}

class PeopleList {
  readonly #people: Person[] = [];
  readonly #byName = new Map<string, Person>();
  readonly #written = new Set<string>();
  #pattern: RegExp | undefined;

  get size(): number {
    return this.#people.length;
  }

  add(names: readonly string[], handles: readonly string[]): Person {
    const all = [...names, ...handles];
    const known = all.map((name) => this.find(name)).find((person) => person !== undefined);
    const person: Person = known ?? { names, handles, role: undefined };
    if (!known) this.#people.push(person);
    const [fullName] = names;
    if (fullName?.includes(' ') && !person.names[0]?.includes(' ')) person.names = names;
    for (const name of all) {
      this.#byName.set(normalizeName(name), person);
      this.#written.add(name);
    }
    return person;
  }

  find(name: string): Person | undefined {
    return this.#byName.get(normalizeName(name));
  }

  /** Gives each person a role of its own. */
  nameRoles(single: ReadonlySet<string> = new Set()): void {
    const used = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const { role = 'responder' } of this.#people) counts.set(role, (counts.get(role) ?? 0) + 1);
    for (const person of this.#people) {
      const role = person.role ?? 'responder';
      const number = (used.get(role) ?? 0) + 1;
      used.set(role, number);
      person.role = counts.get(role) === 1 && person.role !== undefined ? role : `${role} ${number}`;
    }
    const words = [...this.#written].sort((a, b) => b.length - a.length);
    const any = words.map(toPattern).join('|');
    // A name of one word can be any word, but not behind an @.
    const full =
      words
        .filter((word) => /[\s@]/.test(word) || single.has(word))
        .map(toPattern)
        .join('|') || '(?!)';
    this.#pattern = new RegExp(
      `<@(?:${any})(?:\\|[^>]*)?>|\\[~(?:accountid:)?(?:${any})\\]|(?<![\\p{L}\\p{N}_./])(?:@(?:${any})|${full})(?![\\p{L}\\p{N}_/-]|[@#]\\w)`,
      'giu',
    );
  }

  replaceIn(text: string): string {
    if (!this.#pattern) return text;
    return text.replace(this.#pattern, (written) => {
      const name = written.replace(/^<?@|^\[~(?:accountid:)?|(?:\|[^>]*)?>$|\]$/g, '');
      return (this.find(name) ?? this.find(written))?.role ?? written;
    });
  }

  describe(): string {
    const shown = this.#people.map(({ names, handles, role }) => `${names[0] ?? handles[0]} is ${role}`);
    const rest = shown.length - MAX_DESCRIBED;
    return `${shown.slice(0, MAX_DESCRIBED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  }
}

const MAX_DESCRIBED = 8;

/** `beth.anglin` and "Beth Anglin" are one person. */
function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s._-]+/g, ' ')
    .trim();
}

function toPattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

function addWithRole(value: unknown, role: string | undefined, people: PeopleList): void {
  if (isPerson(value)) addPerson(value, people).role ??= role;
  else if (typeof value === 'string' && value.trim() && !SYSTEM_NAMES.test(value)) {
    people.add([value.trim()], []).role ??= role;
  } else if (isRecord(value)) {
    for (const name of HOLDER_FIELDS) addWithRole(value[name], role, people);
  }
}

/** Reads assignments such as `{ role: { name: 'Incident Lead' }, assignee: { name: … } }`. */
function collectAssignedRoles(value: unknown, people: PeopleList): void {
  if (Array.isArray(value)) {
    for (const item of value) collectAssignedRoles(item, people);
    return;
  }
  if (!isRecord(value)) return;
  const role = value.role ?? value.incident_role;
  const name = isRecord(role) && typeof role.name === 'string' ? role.name.trim() : '';
  const holder = value.assignee ?? value.user;
  if (name && isPerson(holder)) {
    const person = addPerson(holder, people);
    person.role ??= name;
  }
  for (const inner of Object.values(value)) collectAssignedRoles(inner, people);
}

function collectPeople(value: unknown, key: string, people: PeopleList, options: PeopleOptions): void {
  if (Array.isArray(value)) {
    for (const item of value) collectPeople(item, key, people, options);
  } else if (isPerson(value)) {
    addPerson(value, people);
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) {
      collectPeople(inner, HOLDER_FIELDS.has(name) ? key || name : name, people, options);
    }
  } else if (typeof value === 'string' && options.nameFields?.test(key)) {
    addWithRole(value, undefined, people);
  }
}

/** The fields in which APIs wrap a record: `creator: { user: { … } }`, `user: { data: { attributes: { … } } }`. */
const HOLDER_FIELDS: ReadonlySet<string> = new Set(['attributes', 'data', 'display_value', 'user']);

/** Names of programs in the fields of people. */
const SYSTEM_NAMES = /^(?:admin|automation|guest|integration|system)\b/i;

function addPerson(record: JsonRecord, people: PeopleList): Person {
  const texts = (fields: readonly string[]) =>
    fields.map((field) => record[field]).filter((text) => typeof text === 'string' && text.trim() !== '');
  return people.add(texts(NAME_FIELDS).slice(0, 1) as string[], texts(HANDLE_FIELDS) as string[]);
}

function isPerson(value: unknown): value is JsonRecord {
  if (!isRecord(value) || isMachine(value)) return false;
  const isNamed = [...NAME_FIELDS, ...HANDLE_FIELDS].some(
    (field) => typeof value[field] === 'string' && value[field].trim() !== '',
  );
  return isNamed && isOfPerson(value) && !CONTENT_FIELDS.some((field) => field in value);
}

function isOfPerson(record: JsonRecord): boolean {
  return PERSON_FIELDS.some((field) => field in record) || record.type === 'user_reference';
}

/** Fields of messages, which can have the name of their author next to their text. */
const CONTENT_FIELDS = ['body', 'text', 'ts'] as const;

/** Bots and service accounts are no people. */
function isMachine(record: JsonRecord): boolean {
  return (
    /^(?:app|bot)$/i.test(toText(record.type ?? record.accountType ?? '')) ||
    record.bot === true ||
    record.is_bot === true ||
    /\[bot\]$|^service account\b/i.test(toText(record.login ?? record.username ?? record.name ?? ''))
  );
}

function replaceIn(value: unknown, key: string, people: PeopleList, options: PeopleOptions): unknown {
  if (typeof value === 'string') {
    if (options.nameFields?.test(key)) return people.find(value.trim())?.role ?? value;
    return people.replaceIn(value);
  }
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, key, people, options));
  if (isPerson(value)) return addPerson(value, people).role;
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      return [name, replaceIn(inner, HOLDER_FIELDS.has(name) ? key || name : name, people, options)];
    }),
  );
}
