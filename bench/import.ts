/**
 * `npm run bench:import`: what it costs to import files, next to a plain parse of their text in the same run. Prints the
 * ratios of the processor times and of the times on the clock, and the memory. `npm run bench:import -- 100 1000` imports these numbers of files.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CommandCost, measureCommand } from './measure-command.ts';

const SIZES = [1_000];
const RUNS = 3;
const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.cache/bench-import');

const WORDS =
  'queue cache worker index table lock replica proxy socket buffer token session shard backup cluster router gateway scheduler listener bucket'.split(
    ' ',
  );

const chosen = process.argv.slice(2).map(Number).filter(Number.isInteger);
for (const size of chosen.length > 0 ? chosen : SIZES) await measureSize(size);

async function measureSize(size: number): Promise<void> {
  const source = join(FOLDER, `source-${size}`);
  await rm(source, { recursive: true, force: true });
  await mkdir(source, { recursive: true });
  for (let number = 0; number < size; number++) {
    await writeFile(join(source, `${String(number).padStart(5, '0')}.md`), formatReport(number));
  }
  let [parse, imported]: (CommandCost | undefined)[] = [];
  // In turn, so that a busy moment of the machine affects both.
  for (let run = 0; run < RUNS; run++) {
    const content = join(FOLDER, 'content');
    await rm(content, { recursive: true, force: true });
    await cp(join(ROOT, 'content/site.yaml'), join(content, 'site.yaml'));
    await cp(join(ROOT, 'content/vocabulary'), join(content, 'vocabulary'), { recursive: true });
    parse = findLower(parse, await runNode('bench/plain-parse-sources.ts', source));
    imported = findLower(
      imported,
      await runNode(`src/commands/kb.mjs import "${source}" --format markdown`, content),
    );
  }
  if (!parse || !imported) throw new Error('Nothing was measured');
  const work = imported.processorSeconds / parse.processorSeconds;
  const clock = imported.seconds / parse.seconds;
  console.log(
    `${size} files: plain parse ${format(parse)}, import ${format(imported)}, ratio ${work.toFixed(2)}, on the clock ${clock.toFixed(2)}`,
  );
}

function format({ seconds, processorSeconds, peakBytes = 0 }: CommandCost): string {
  return `${processorSeconds.toFixed(1)} s of processor time in ${seconds.toFixed(1)} s and ${Math.round(peakBytes / 2 ** 20)} MB`;
}

/** @param words a script of this project and its parameters */
async function runNode(words: string, folder: string): Promise<CommandCost> {
  return measureCommand(`cd "${ROOT}" && "${process.execPath}" ${words}`, { HINDSIGHT_CONTENT: folder });
}

function findLower(before: CommandCost | undefined, now: CommandCost): CommandCost {
  return before && before.processorSeconds <= now.processorSeconds ? before : now;
}

/** A postmortem of the usual length, about 5 KB, with other words in each. */
function formatReport(number: number): string {
  const word = (offset: number) => WORDS[(number * 7 + offset * 13) % WORDS.length] as string;
  const sentence = (offset: number) =>
    `The ${word(offset)} of the ${word(offset + 1)} waited for the ${word(offset + 2)}, and ${word(offset + 3)} ${number} had no ${word(offset + 4)} left.`;
  const paragraph = (offset: number) => [0, 1, 2, 3].map((at) => sentence(offset + at)).join(' ');
  const events = Array.from(
    { length: 12 },
    (_, at) =>
      `- 2024-05-14 ${String(9 + Math.floor(at / 6)).padStart(2, '0')}:${String((at * 9) % 60).padStart(2, '0')} UTC: ${sentence(at)}`,
  );
  return `---
title: The ${word(1)} of ${word(2)} ${number} stops
date: 2024-05-15
tags: [${word(3)}, ${word(4)}]
---

## Summary

${sentence(5)} See [the graph](https://graphs.example.com/${number}).

## Impact

${paragraph(6)}

## What happened

${paragraph(7)}

\`\`\`
ERROR ${word(8)}: ${word(9)} ${number} refused
\`\`\`

${paragraph(10)}

## Timeline

${events.join('\n')}

## Root cause

${paragraph(11)}

## Action items

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Alert on the ${word(12)} | platform team | 2024-06-01 | open |
| Limit the ${word(13)} | database team | 2024-06-15 | done |

## Lessons learned

- ${sentence(14)}
- ${sentence(15)}
`;
}
