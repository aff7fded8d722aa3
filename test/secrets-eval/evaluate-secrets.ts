/** Measures how many planted secrets are found, and how many harmless texts are reported. */
import { noPersonName } from '../../src/knowledge/check/rules/no-person-name.ts';
import { noPersonalData, noSecret } from '../../src/knowledge/check/rules/no-secret.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { NOTE_HEAD, SMALL_CONTEXT, SMALL_FILES } from '../knowledge/small-content.ts';
import { fillTemplate } from './fill-template.ts';
import { HARMLESS } from './harmless.ts';
import { MORE_FOR_TUNING, PLANTED, type PlantedRow } from './planted.ts';

export interface Score {
  readonly tried: number;
  readonly hits: number;
  /** The texts that were missed, or reported although they are harmless. */
  readonly faults: readonly string[];
}

export interface SecretsScores {
  readonly secrets: Score;
  readonly personalData: Score;
  readonly falseAlarms: Score;
}

/** Places where people leave text: a block of code, a sentence, code in a sentence, and a field. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  prose: (text) => `${NOTE_HEAD}\n${text}\n`,
  code: (text) => `${NOTE_HEAD}\n\`\`\`\n${text}\n\`\`\`\n`,
  field: (text) => `${NOTE_HEAD.replace('How it works.', `|\n  ${text.replaceAll('\n', '\n  ')}`)}`,
};

const RULES = [noSecret, noPersonalData, noPersonName];

/** Escapes and emphasis only mean something in prose, and names and handles are only looked for there. */
function listPlaces(kind: string): string[] {
  return /^encoded e-mail|^handle|^full name|^split|^structured/.test(kind)
    ? ['prose']
    : ['code', 'prose', 'field'];
}

/** Returns whether anything is reported in the text, in every place. */
async function isReported(text: string, places: readonly string[]): Promise<boolean> {
  const files = Object.entries(SMALL_FILES).map(([path, content]) => ({ path, text: content }));
  const notes = places.map((place, index) => ({
    path: `notes/n${index}.mdx`,
    text: PLACES[place]?.(text) ?? '',
  }));
  const content = await createMaskedContent([...files, ...notes], 'content');
  const problems = runRules(content, { ...SMALL_CONTEXT, rules: RULES });
  return notes.every(({ path }) => problems.some((problem) => problem.path === `content/${path}`));
}

/** Returns whether anything is reported in the text, in any place. */
async function isReportedAnywhere(text: string): Promise<boolean> {
  for (const place of ['code', 'prose', 'field']) if (await isReported(text, [place])) return true;
  return false;
}

/** @param parity 0 for the rows that the patterns are tuned on, 1 for the others */
export async function evaluateSecrets(parity: 0 | 1): Promise<SecretsScores> {
  const isInHalf = (_: unknown, index: number) => index % 2 === parity;
  const fill = ([kind, family, template]: PlantedRow, index: number) => ({
    kind,
    family,
    text: fillTemplate(template, index),
  });
  const planted = PLANTED.map(fill).filter(isInHalf);
  if (parity === 0) planted.push(...MORE_FOR_TUNING.map(fill));
  const score = async (family: string): Promise<Score> => {
    const rows = planted.filter((row) => row.family === family);
    const faults: string[] = [];
    for (const { kind, text } of rows) {
      if (!(await isReported(text, listPlaces(kind)))) faults.push(`${kind}: ${text}`);
    }
    return { tried: rows.length, hits: rows.length - faults.length, faults };
  };
  const harmless = HARMLESS.filter(isInHalf);
  const alarms: string[] = [];
  for (const text of harmless) if (await isReportedAnywhere(text)) alarms.push(text);
  return {
    secrets: await score('secret'),
    personalData: await score('personal-data'),
    falseAlarms: { tried: harmless.length, hits: alarms.length, faults: alarms },
  };
}
