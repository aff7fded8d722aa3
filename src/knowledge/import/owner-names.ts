/** Tells roles and teams from the names of people. */
import { ROLE_WORDS } from '../check/role-words.ts';

/** A name that contains the word of a role is a role. Any other name can be that of a person. */
export function isRoleName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .some((word) => isRoleWord(word) || word.split('-').some(isRoleWord));
}

/** Returns whether a name can only be that of people, whatever is around it: "database team", "SRE". */
export function isTeamName(name: string): boolean {
  return TEAM_NOUN.test(name) || /^[A-Z]{2,6}$/.test(name) || DEPARTMENT_ENDS.test(name);
}

const TEAM_NOUN =
  /(?<!\p{L})(?:teams?|squads?|crew|department|on-?call|[ée]quipes?|equipos?|abteilung|rufbereitschaft)(?!\p{L})/iu;

function isRoleWord(word: string): boolean {
  return ROLE_WORDS.has(word) || DEPARTMENTS.has(word) || DEPARTMENT_ENDS.test(word);
}

/** Teams and departments in other languages, and abbreviations that are nobody's name. */
const DEPARTMENTS: ReadonlySet<string> = new Set(
  `noc soc sre qa dba it csirt hardware software payroll purchasing warehouse analytics
   équipe équipes equipe equipes exploitation infrastructure sécurité données achats qualité réseau réseaux
   équipo equipo equipos operaciones seguridad monitorización infraestructura plataforma datos redes sistemas compras
   soporte calidad desarrollo operações segurança monitoramento dados suporte qualidade desenvolvimento
   abteilung bereich leitstelle einkauf betrieb entwicklung technik vertrieb sicherheit netzwerk plattform
   rufbereitschaft leitung verwaltung redaktion`.split(/\s+/),
);
/** German writes the department as the end of a word, Japanese without spaces. */
const DEPARTMENT_ENDS =
  /^\p{L}{3,}(?:technik|betrieb|abteilung|entwicklung|leitung|verwaltung|sicherheit|support|einkauf|plattform|team)$|(?:チーム|グループ|(?:本|事業|運用|開発|技術|管理|営業|業務|システム|基盤)部|事業者|団队|团队)$/u;

/**
 * Returns whether the words of a page show that a name is that of a team: they call it one, or use it as an ordinary
 * word, or as the key of a project. The name of a person can also be an ordinary word, so that only some endings count.
 */
export function isTeamIn(name: string, words: string): boolean {
  if (name.length > MAX_NAME_LENGTH) return false;
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const find = (pattern: string, flags: string) => new RegExp(pattern, flags).test(words);
  if (
    find(
      String.raw`(?<![\p{L}\d])${word}[ -](?:team|squad|crew|department|on-?call|engineers?|group|チーム)(?!\p{L})`,
      'iu',
    )
  )
    return true;
  if (
    find(String.raw`(?<!\p{L})(?:team|equipo|équipe|equipe|abteilung|squad)[ :]+${word}(?![\p{L}\d])`, 'iu')
  )
    return true;
  if (/^[A-Z]{2,6}$/.test(name)) return find(String.raw`(?<![\p{L}\d])(?:the ${word}\b|${word}-\d)`, 'u');
  if (!/^\p{L}+$/u.test(name) || !ORDINARY_ENDS.test(name)) return false;
  return /^\p{Lu}/u.test(name)
    ? find(String.raw`(?<![\p{L}\d@./-])${word.toLowerCase()}(?![\p{L}\d@-])`, 'u')
    : /ing$/.test(name);
}

const MAX_NAME_LENGTH = 60;
const ORDINARY_ENDS = /(?:s|ing|tion|sion|ment|ance|ence|ity|ware)$/;
