/**
 * `npm run bench:check`: how long the check takes as a whole process, for 1,000 postmortems and for one among
 * them, next to a plain parse of the same files in the same run. Each figure is the best of three.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POSTMORTEM_COUNT = 1_000;
const RUNS = 3;
const ROOT = join(import.meta.dirname, '..');
const CONTENT = join(ROOT, 'content');

/** As long as the median of 80 public postmortems (2.5 KB), and as long as those of this project. */
const SIZES = [
  { name: 'as the public corpus', texts: [createShortPostmortem()] },
  { name: 'as our own', texts: readOwnPostmortems() },
];

function readOwnPostmortems(): string[] {
  const folder = join(CONTENT, 'postmortems');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

function createShortPostmortem(): string {
  const sentences = [
    'The queue grew because the worker that empties it had not come back after the reboot.',
    'Nobody saw it for an hour: the alert watched the number of machines, and all of them were up.',
    'Customers met empty result lists, and about one request in five was answered with an error.',
    'The worker was started by hand, and the queue was empty again twenty minutes later.',
  ];
  const paragraph = sentences.join(' ');
  return `---
title: The queue grew after a reboot
summary: >-
  ${sentences[0]} ${sentences[3]}
kind: incident
status: reviewed
visibility: public
severity: sev3
organization: gnome
started: 2018-03-10T09:00:00Z
resolved: 2018-03-10T10:20:00Z
detection:
  method: customer-report
  gap: ${sentences[1]?.replace(': ', ', as ')}
trigger: maintenance
factors:
  - text: The worker was not among the services that start by themselves.
    category: configuration
impact: ${sentences[2]}
services: [redis]
tags: [not-reboot-safe]
signals:
  - "ERROR queue depth 48210 exceeds 10000"
mitigations:
  - action: restart
    worked: yes
    text: ${sentences[3]}
timeline:
  - at: 2018-03-10T09:00:00Z
    kind: trigger
    text: The machine is rebooted.
  - at: 2018-03-10T10:00:00Z
    kind: detection
    text: A customer writes in.
lessons:
  learned: [survive-a-reboot-without-hands]
actions:
  - text: Start the worker with the machine
    type: prevent
    status: done
---

## What happened

${paragraph}

${paragraph.replace('The queue', 'On *two* machines the queue')}

## What was done

- ${sentences[3]}
- The \`systemd\` unit was written, and tried with another reboot of <ServiceLink id="redis" />.
`;
}

/** The project's content with as many postmortems as asked for, each with a number of its own in it. */
function createContentFolder(texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-bench-'));
  cpSync(CONTENT, folder, { recursive: true });
  for (let index = 0; index < POSTMORTEM_COUNT; index++) {
    const text = (texts[index % texts.length] ?? '').replace(
      /^title: .*$/m,
      (title) => `${title} (case ${index})`,
    );
    writeFileSync(
      join(folder, 'postmortems', `case-${index}.mdx`),
      `${text}\nCase ${index} of ${POSTMORTEM_COUNT}.\n`,
    );
  }
  return folder;
}

/** Seconds, as a whole process. */
function measureSeconds(script: string, words: readonly string[], content: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [join(ROOT, script), ...words], {
      cwd: ROOT,
      env: { ...process.env, HINDSIGHT_CONTENT: content },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`${script} exited with ${status}`);
    return (performance.now() - start) / 1_000;
  });
  return Math.min(...times);
}

const formatSeconds = (time: number) => `${time.toFixed(2)} s`.padStart(8);

console.log(
  `${POSTMORTEM_COUNT.toLocaleString('en')} postmortems, best of ${RUNS} runs of a whole process\n`,
);
for (const { name, texts } of SIZES) {
  const folder = createContentFolder(texts);
  const one = join(folder, 'postmortems', 'case-500.mdx');
  const kilobytes = texts.reduce((sum, { length }) => sum + length, 0) / texts.length / 1_000;
  const parse = measureSeconds('bench/plain-parse.ts', [folder], folder);
  const all = measureSeconds('src/commands/kb.mjs', ['check'], folder);
  const single = measureSeconds('src/commands/kb.mjs', ['check', one], folder);
  console.log(`each as long ${name} (${kilobytes.toFixed(1)} KB)`);
  console.log(`  plain parse of all  ${formatSeconds(parse)}   (the yardstick)`);
  console.log(`  check of all        ${formatSeconds(all)}   ${(all / parse).toFixed(2)} × the yardstick`);
  console.log(
    `  check of one        ${formatSeconds(single)}   ${(single / parse).toFixed(2)} × the yardstick\n`,
  );
  rmSync(folder, { recursive: true });
}
