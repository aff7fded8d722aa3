/**
 * `npm run eval:blame`: prints how many sentences about machines, and how many that blame people, the rule `no-blame`
 * reports, and fails below the thresholds. `--faults` also lists the faults among the rows for tuning.
 */
import { evaluateBlame } from './evaluate-blame.ts';

const MAX_FALSE_ALARMS = 0.01;
const MIN_RECALL = 0.9;

let isGood = true;
for (const [name, parity] of [
  ['rows for tuning', 0],
  ['held-out rows', 1],
] as const) {
  const { machines, people } = evaluateBlame(parity);
  const format = (part: number, whole: number) =>
    `${String(part).padStart(3)} of ${String(whole).padStart(3)}  ${((part / whole) * 100).toFixed(1).padStart(5)} %`;
  console.log(name);
  console.log(`  machines reported       ${format(machines.reported, machines.tried)}`);
  console.log(`  blame reported          ${format(people.reported, people.tried)}`);
  if (parity === 0 && process.argv.includes('--faults'))
    console.log([...machines.faults, ...people.faults].join('\n'));
  if (machines.reported / machines.tried > MAX_FALSE_ALARMS || people.reported / people.tried < MIN_RECALL)
    isGood = false;
}
if (!isGood) {
  console.log('\nBelow the thresholds: 1 % of machines, 90 % of blame.');
  process.exitCode = 1;
}
