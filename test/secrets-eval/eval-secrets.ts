/**
 * `npm run eval:secrets`: prints how many planted secrets and personal data are found and how many harmless texts are
 * reported, and fails below the thresholds. `--faults` also lists the faults among the rows for tuning.
 */

import { evaluateSecrets, type Score } from './evaluate-secrets.ts';
import { HARMLESS } from './harmless.ts';
import { PLANTED } from './planted.ts';

const MIN_SECRETS = 0.97;
const MIN_PERSONAL_DATA = 0.9;
const MAX_FALSE_ALARMS = 0.01;

const ratio = ({ hits, tried }: Score) => hits / tried;
const format = (name: string, score: Score) =>
  `${name.padEnd(24)} ${String(score.hits).padStart(4)} of ${String(score.tried).padStart(4)}  ${(ratio(score) * 100).toFixed(1).padStart(5)} %`;

const kinds = new Set(PLANTED.map(([kind]) => kind)).size;
console.log(`${PLANTED.length} planted texts of ${kinds} kinds, ${HARMLESS.length} harmless texts\n`);
const tuned = await evaluateSecrets(0);
const heldOut = await evaluateSecrets(1);
for (const [name, scores] of [
  ['rows for tuning', tuned],
  ['held-out rows', heldOut],
] as const) {
  console.log(name);
  console.log(format('  secrets found', scores.secrets));
  console.log(format('  personal data found', scores.personalData));
  console.log(format('  false alarms', scores.falseAlarms));
}
if (process.argv.includes('--faults')) {
  for (const [name, { faults }] of Object.entries<Score>({ ...tuned }))
    console.log(`\n${name}\n${faults.map((fault) => `  ${JSON.stringify(fault)}`).join('\n')}`);
}
const isGood = [tuned, heldOut].every(
  ({ secrets, personalData, falseAlarms }) =>
    ratio(secrets) >= MIN_SECRETS &&
    ratio(personalData) >= MIN_PERSONAL_DATA &&
    ratio(falseAlarms) <= MAX_FALSE_ALARMS,
);
if (!isGood) {
  console.log('\nBelow the thresholds: 97 % of secrets, 90 % of personal data, 1 % false alarms.');
  process.exitCode = 1;
}
