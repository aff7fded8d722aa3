/**
 * `npm run bench`: builds generated content of several sizes, without what earlier builds kept and after one edit, and
 * prints what each build costs, how the cost grows and the heaviest page of each kind. `npm run bench -- 5000 10000`
 * builds these sizes. `--quick` builds 100 and 400 entries once, and exits 1 if the cost grows faster than the content or
 * a page is above its budget.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildSite, editPage } from './build-site.ts';
import type { CommandCost } from './measure-command.ts';
import { measureSite, PAGE_BUDGET, type SiteSize } from './measure-site.ts';
import { writeContent } from './write-content.ts';

const SIZES = [100, 1_000];
const QUICK_SIZES = [100, 400];
/** Includes the fixed cost of a build, which is why the true exponent is higher. */
const MAX_QUICK_EXPONENT = 1.2;
const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.cache/bench');

interface Measured extends CommandCost, SiteSize {
  readonly size: number;
  /** Not measured by a quick run. */
  readonly afterEdit?: CommandCost;
}

const isQuick = process.argv.includes('--quick');
const chosen = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = chosen.length > 0 ? chosen : isQuick ? QUICK_SIZES : SIZES;
const problems: string[] = [];
let previous: Measured | undefined;
for (const size of sizes) {
  const measured = await buildSize(size);
  printBuild(measured, previous);
  problems.push(...findProblems(measured, previous));
  previous = measured;
}
for (const problem of problems) console.log(`over: ${problem}`);
if (isQuick && problems.length > 0) process.exitCode = 1;

async function buildSize(size: number): Promise<Measured> {
  const [content, site, cache] = ['content', 'site', 'cache'].map((name) =>
    join(FOLDER, `${name}-${size}`),
  ) as [string, string, string];
  await writeContent(content, size);
  await rm(cache, { recursive: true, force: true });
  const cost = await buildSite(content, site, cache);
  const measured = { size, ...cost, ...measureSite(site) };
  if (isQuick) return measured;
  await editPage(content);
  return { ...measured, afterEdit: await buildSite(content, site, cache) };
}

function printBuild(measured: Measured, smaller: Measured | undefined): void {
  const { size, seconds, processorSeconds, peakBytes, bytes, files, searchBytes, largestData, afterEdit } =
    measured;
  console.log(`\n${size} postmortems`);
  printRow('time', `${seconds.toFixed(1)} s`);
  printRow('processor time', `${processorSeconds.toFixed(1)} s`);
  printRow('peak memory', peakBytes === undefined ? 'not known' : formatMegabytes(peakBytes));
  if (afterEdit) {
    printRow('time after one edit', `${afterEdit.seconds.toFixed(1)} s`);
    printRow('processor time after one edit', `${afterEdit.processorSeconds.toFixed(1)} s`);
  }
  printRow('output', `${formatMegabytes(bytes)} in ${files} files`);
  printRow('search index', formatMegabytes(searchBytes));
  printRow('largest data', `${(largestData.bytes / 1_000).toFixed(1)} KB, ${largestData.path}`);
  if (smaller) {
    printRow('exponent, processor time', findExponent(smaller, measured, 'processorSeconds').toFixed(2));
    printRow('exponent, output', findExponent(smaller, measured, 'bytes').toFixed(2));
  }
  console.log(
    `  ${'heaviest page of each kind'.padEnd(38)}${'KB gzipped'.padStart(12)}${'elements'.padStart(10)}`,
  );
  for (const [kind, { byBytes, byElements }] of [...measured.heaviest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kilobytes = (byBytes.gzippedBytes / 1_000).toFixed(1);
    console.log(`  ${kind.padEnd(38)}${kilobytes.padStart(12)}${String(byElements.elements).padStart(10)}`);
  }
}

function printRow(name: string, value: string): void {
  console.log(`  ${name.padEnd(38)}${value}`);
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Returns the power of the number of entries with which a figure grows: 1 if it doubles with twice as many. */
function findExponent(smaller: Measured, larger: Measured, figure: 'processorSeconds' | 'bytes'): number {
  return Math.log(larger[figure] / smaller[figure]) / Math.log(larger.size / smaller.size);
}

function findProblems(measured: Measured, smaller: Measured | undefined): string[] {
  const { gzippedBytes, elements, dataBytes } = PAGE_BUDGET;
  const heaviest = [...measured.heaviest.values()];
  const { largestData } = measured;
  return [
    ...heaviest
      .filter(({ byBytes }) => byBytes.gzippedBytes > gzippedBytes)
      .map(
        ({ byBytes }) =>
          `${byBytes.path} has ${byBytes.gzippedBytes} bytes gzipped, at most ${gzippedBytes} are allowed`,
      ),
    ...heaviest
      .filter(({ byElements }) => byElements.elements > elements)
      .map(
        ({ byElements }) =>
          `${byElements.path} has ${byElements.elements} elements, at most ${elements} are allowed`,
      ),
    ...(largestData.bytes > dataBytes
      ? [`${largestData.path} has ${largestData.bytes} bytes, at most ${dataBytes} are allowed`]
      : []),
    ...(smaller && findExponent(smaller, measured, 'processorSeconds') > MAX_QUICK_EXPONENT
      ? [
          `processor time grows with the power ${findExponent(smaller, measured, 'processorSeconds').toFixed(2)} of the content, at most ${MAX_QUICK_EXPONENT} is allowed`,
        ]
      : []),
  ];
}
