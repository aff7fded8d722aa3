/** Writes the list of the files in the copy, and the service worker, into the folder of a built site. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { formatCount } from '../knowledge/schema/labels.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { bundleScript } from '../node/bundle-script.ts';
import { toPosixPath } from '../node/read-file.ts';
import {
  hashBytes,
  isPage,
  type LeftOut,
  type OfflineFile,
  type OfflineFileList,
} from '../offline/offline-files.ts';
import { type OfflinePlan, planOfflineFiles } from '../offline/plan-files.ts';
import { describeLeftOut, formatMegabytes } from '../offline/wording.ts';

export interface OfflinePostmortem {
  /** With the prefix of the site. */
  readonly address: string;
  /** When it started, in words. */
  readonly started: string;
}

interface Settings {
  /** The prefix of every address, ending in `/`. */
  readonly base: string;
  /** Newest first. */
  readonly postmortems: readonly OfflinePostmortem[];
  /** In megabytes; 0 for no copy. */
  readonly budget: number;
  /** The time of the build. */
  readonly built: string;
}

interface Report {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

/** The paths of files below the folder of a site. */
const PATHS = createAddresses('/');

/** In bytes. */
const MEGABYTE = 1_000_000;

/** @returns what the log of the build reports */
export async function writeOfflineFiles(
  folder: string,
  { base, postmortems, budget, built }: Settings,
): Promise<Report> {
  const workerFile = join(folder, PATHS.serviceWorker);
  if (budget === 0) {
    await writeFile(workerFile, await bundleRemovalWorker());
    return { lines: ['no copy for use without a network'], warnings: [] };
  }
  const { files, pictures } = await readSite(folder, createAddresses(base).picture(''));
  const paths = postmortems.map(({ address }) => address.slice(base.length));
  const plan = planOfflineFiles(files, {
    postmortems: paths,
    pictures,
    budget: budget * MEGABYTE,
  });
  const leftOut = findLeftOut(plan, postmortems, budget);
  const list = JSON.stringify(await createFileList(plan, built, leftOut));
  await writeFile(join(folder, PATHS.offlineFiles), list);
  const hash = await hashBytes(new TextEncoder().encode(list));
  await writeFile(workerFile, await bundleWorker('service-worker.ts', { LIST_HASH: JSON.stringify(hash) }));
  return reportPlan(plan, budget, leftOut);
}

/** Returns the script that removes the copy of an earlier build, and the service worker. */
export async function bundleRemovalWorker(): Promise<string> {
  return bundleWorker('removal-worker.ts', {});
}

interface BuiltSite {
  /** Sorted by path. */
  readonly files: readonly OfflineFile[];
  /** The paths of the pictures on each page, by the path of the page. */
  readonly pictures: ReadonlyMap<string, readonly string[]>;
}

/** @param pictureFolder the address of all pictures */
async function readSite(folder: string, pictureFolder: string): Promise<BuiltSite> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pictureSource = ` src="${pictureFolder}`;
  const source = new RegExp(`${RegExp.escape(pictureSource)}([^"]+)"`, 'g');
  const files: OfflineFile[] = [];
  const pictures = new Map<string, string[]>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const path = toPosixPath(relative(folder, file)).replace(/(^|\/)index\.html$/, '$1');
    files.push({ path, hash: await hashBytes(new Uint8Array(bytes)), size: bytes.length });
    if (!isPage(path)) continue;
    const found = bytes.includes(pictureSource) ? [...bytes.toString().matchAll(source)] : [];
    pictures.set(
      path,
      found.map(([, name = '']) => PATHS.picture(decodeURI(name)).slice(1)),
    );
  }
  // The order of a folder differs between systems.
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), pictures };
}

async function createFileList(
  { sections }: OfflinePlan<OfflineFile>,
  built: string,
  leftOut: LeftOut | undefined,
): Promise<OfflineFileList> {
  const content = { sections, ...(leftOut ? { leftOut } : {}) };
  const version = await hashBytes(new TextEncoder().encode(JSON.stringify(content)));
  return { version, built, ...content };
}

function findLeftOut(
  { leftOut }: OfflinePlan<OfflineFile>,
  postmortems: readonly OfflinePostmortem[],
  budget: number,
): LeftOut | undefined {
  const newest = postmortems[postmortems.length - leftOut.length];
  return newest && leftOut.length > 0 ? { count: leftOut.length, newest: newest.started, budget } : undefined;
}

function reportPlan(
  { sections, size }: OfflinePlan<OfflineFile>,
  budget: number,
  leftOut: LeftOut | undefined,
): Report {
  const count = Object.values(sections).flat().length;
  const warnings: string[] = [];
  if (leftOut) warnings.push(`The copy for use without a network: ${describeLeftOut(leftOut)}`);
  if (size > budget * MEGABYTE) {
    warnings.push(
      `The copy for use without a network needs ${formatMegabytes(size)} without any postmortem, more than the ${budget} MB of offlineBudget in site.yaml`,
    );
  }
  return {
    lines: [`${formatCount(count, 'file')} of ${formatMegabytes(size)} for use without a network`],
    warnings,
  };
}

const WORKERS = resolve(import.meta.dirname, '../offline');

function bundleWorker(file: string, define: Readonly<Record<string, string>>): Promise<string> {
  return bundleScript(join(WORKERS, file), define);
}
