/**
 * Plans which files of the site a browser keeps for use without a network, and in which order it downloads them. Beyond
 * the budget, the oldest postmortems are left out, and nothing else is.
 */
import { createAddresses } from '../knowledge/source/addresses.ts';
import { isPage, SECTIONS, type Section } from './offline-files.ts';

export interface SiteFile {
  /** Its address below the home page, as in an `OfflineFile`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface OfflinePlan<File extends SiteFile> {
  readonly sections: Readonly<Record<Section, readonly File[]>>;
  /** The paths of the postmortems that do not fit, newest first. */
  readonly leftOut: readonly string[];
  /** The length of all kept files, in bytes. */
  readonly size: number;
}

interface Limits {
  /** The paths of all postmortems, newest first. */
  readonly postmortems: readonly string[];
  /** The paths of the pictures on each page, by the path of the page. */
  readonly pictures: ReadonlyMap<string, readonly string[]>;
  /** In bytes. */
  readonly budget: number;
}

/** @param files all files of the site */
export function planOfflineFiles<File extends SiteFile>(
  files: readonly File[],
  { postmortems, pictures, budget }: Limits,
): OfflinePlan<File> {
  const useful = files.filter(({ path }) => !UNUSED.test(path));
  const groups = groupByPostmortem(useful, postmortems, pictures);
  const sections = emptySections<File>();
  for (const file of useful) if (!groups.byFile.has(file.path)) sections[findSection(file.path)].push(file);
  for (const section of SECTIONS) sections[section].sort((a, b) => comparePages(a.path, b.path));
  let size = sumSizes(SECTIONS.flatMap((section) => sections[section]));
  const kept = new Set<string>();
  for (const [at, postmortem] of postmortems.entries()) {
    // A picture that a newer postmortem has too is kept already.
    const added = (groups.byPostmortem.get(postmortem) ?? []).filter(({ path }) => !kept.has(path));
    if (size + sumSizes(added) > budget) return { sections, leftOut: postmortems.slice(at), size };
    size += sumSizes(added);
    for (const file of added) kept.add(file.path);
    sections.postmortems.push(...added);
  }
  return { sections, leftOut: [], size };
}

const ADDRESSES = createAddresses('/');
const below = (address: string) => address.slice(1);

/** Files about the site, and parts of Pagefind that no page loads. */
const UNUSED =
  /^(?:_headers|\.well-known\/.*|offline-files\.json|sw\.js|pagefind\/(?:pagefind-(?:component-|modular-)?ui\..*|pagefind-highlight\.js|wasm\.unknown\.pagefind|content-hash\.txt))$/;

/** The first pattern that fits decides. */
const PLACES: readonly (readonly [start: string, section: Section])[] = [
  ['_astro/', 'shell'],
  [below(ADDRESSES.offline), 'shell'],
  [below(ADDRESSES.icon('')), 'shell'],
  [below(ADDRESSES.checklistSource), 'builder'],
  [below(ADDRESSES.checklistSourcePart('')).replace(/\.json$/, ''), 'builder'],
  [below(ADDRESSES.list('note')), 'procedures'],
  [below(ADDRESSES.list('activity')), 'procedures'],
  [below(ADDRESSES.picture('')), 'procedures'],
  [below(ADDRESSES.searchIndex), 'search'],
  [below(ADDRESSES.search), 'search'],
];

function findSection(path: string): Section {
  // The home page, and files such as the icon and the script of the theme.
  if (path === '' || (!path.includes('/') && !isPage(path))) return 'shell';
  return PLACES.find(([start]) => path.startsWith(start))?.[1] ?? 'lists';
}

function emptySections<File>(): Record<Section, File[]> {
  return { shell: [], procedures: [], builder: [], search: [], lists: [], postmortems: [] };
}

/** Pages come before their files: a procedure is of more use than its PDF. */
function comparePages(a: string, b: string): number {
  return Number(isPage(b)) - Number(isPage(a));
}

interface PostmortemFiles<File> {
  readonly byPostmortem: ReadonlyMap<string, readonly File[]>;
  /** The paths of all these files. */
  readonly byFile: ReadonlySet<string>;
}

/** Finds the files that are of use only with a postmortem: its pages, and pictures that only postmortems have. */
function groupByPostmortem<File extends SiteFile>(
  files: readonly File[],
  postmortems: readonly string[],
  pictures: Limits['pictures'],
): PostmortemFiles<File> {
  const starts = new Set(postmortems);
  const find = (path: string) => {
    const start = POSTMORTEM.exec(path)?.[0];
    return start !== undefined && starts.has(start) ? start : undefined;
  };
  const elsewhere = new Set([...pictures].flatMap(([page, paths]) => (find(page) ? [] : paths)));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const byPostmortem = new Map<string, File[]>();
  const byFile = new Set<string>();
  for (const { path } of files) {
    const postmortem = find(path);
    if (postmortem === undefined) continue;
    const own = [path, ...(pictures.get(path) ?? [])].filter((each) => !elsewhere.has(each));
    for (const each of own) byFile.add(each);
    const found = own.flatMap((each) => byPath.get(each) ?? []);
    byPostmortem.set(postmortem, [...(byPostmortem.get(postmortem) ?? []), ...found]);
  }
  return { byPostmortem, byFile };
}

const POSTMORTEM = new RegExp(`^${below(ADDRESSES.list('postmortem'))}[^/]+/`);

function sumSizes(files: readonly SiteFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
