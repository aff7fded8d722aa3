/** The addresses of all pages and files. No other code of the site or the commands writes one by hand. */
import type { Kind, Ref } from '../schema/kinds.ts';

/** The first parts of the addresses of lists. */
export const LIST_SEGMENTS: Record<Exclude<Kind, 'procedure'>, string> = {
  postmortem: 'postmortems',
  note: 'notes',
  lesson: 'lessons',
  tag: 'tags',
  service: 'services',
  activity: 'checklists',
  organization: 'organizations',
};

/** The ids whose addresses are those of pages and files of the site: a list for one activity is at `/checklists/<id>/`. */
const TAKEN_IDS: Partial<Record<Kind, readonly string[]>> = { activity: ['binder', 'build', 'source'] };

/** Returns the address of an entry, if the site has another page or file there. */
export function findTakenAddress(ref: Ref): string | undefined {
  return TAKEN_IDS[ref.kind]?.includes(ref.id) ? createAddresses().entry(ref).slice(0, -1) : undefined;
}

export interface Addresses {
  readonly home: string;
  readonly search: string;
  readonly guide: string;
  /** A page of the guide by its name: `lessons`; the first one has none. */
  guidePage(name: string): string;
  readonly rules: string;
  /** The page about the copy of the site in your browser. */
  readonly offline: string;
  /** The script that keeps the copy. Its folder is the part of the server that it serves. */
  readonly serviceWorker: string;
  /** The list of the files in the copy. */
  readonly offlineFiles: string;
  /** The name and icons of the site as an app. */
  readonly webManifest: string;
  /** The style sheet with the accent colour of the settings; it exists only if they have one. */
  readonly accent: string;
  icon(name: string): string;
  /** The folder of the search index. */
  readonly searchIndex: string;
  entry(ref: Ref): string;
  /** The parameter of the route that serves an entry's page: its address without prefix and slashes around it. */
  entryRoute(ref: Ref): string;
  list(kind: Exclude<Kind, 'procedure'>): string;
  /** A page of a list by its number; the first one is 1. */
  listPage(kind: Exclude<Kind, 'procedure'>, page: number): string;
  /** A page of a list that is too long for the page of its entry. */
  entryList(ref: Ref<Exclude<Kind, 'procedure'>>, section: string, page?: number): string;
  /** The figures about all postmortems. */
  readonly insights: string;
  /** The facts that they count, for the filter, in parts from 1 on. */
  readonly insightRecords: string;
  insightRecordsPart(number: number): string;
  /** The script of the elements of insights. */
  readonly insightScript: string;
  /** The numbers of the figures as tables. */
  readonly insightsNumbers: string;
  /** The map of services, issues and lessons. */
  readonly insightsMap: string;
  /** The postmortems for which a mark of a figure stands. */
  insightsList(figure: string, value: string, page?: number): string;
  /** A page of the list of actions, or of those of a role by its id. */
  actions(page?: number, owner?: string): string;
  /** The parameter of the route that serves it, `undefined` for the first page of all. */
  actionsRoute(page?: number, owner?: string): string | undefined;
  /** All actions as a file: `csv`, or their due dates as `ics`. */
  actionsFile(ending: 'csv' | 'ics'): string;
  rule(name: string): string;
  /** A picture by its path below the content folder. */
  picture(path: string): string;
  /** The search page with a query, and filters by their names. */
  searchFor(query: string, filters?: Readonly<Record<string, string>>): string;
  /** A checklist by its id: `planned-reboot`, `services/redis`. */
  checklist(id: string): string;
  /** A checklist as a file: `a4.pdf`, `letter.pdf`, `md`, `txt`, `json`. */
  checklistFile(id: string, ending: string): string;
  /** The page that makes a list of a choice. */
  checklistBuilder(choice?: URLSearchParams): string;
  /** The data from which the checklist builder creates lists: what there is to choose from, and parts with the checks. */
  readonly checklistSource: string;
  checklistSourcePart(name: string): string;
  /** All lists as one PDF, for a paper size. */
  checklistBinder(paper: string): string;
  /** An address as written by an author: those that begin with `/` get the site's prefix. */
  resolve(href: string): string;
}

/** The name of the file of a page in its folder. */
export const PAGE_FILE = 'index.html';

/**
 * @param base the site's prefix: `/` or `/kb/`; a relative one, such as `../`, for pages that are opened as files, whose
 *   addresses end with the name of the file
 */
export function createAddresses(base = '/'): Addresses {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const pageFile = prefix.startsWith('.') ? PAGE_FILE : '';
  const page = (path: string) => `${prefix}${path}${pageFile}`;
  const listPath = (kind: Exclude<Kind, 'procedure'>) => `${LIST_SEGMENTS[kind]}/`;
  const entryPath = ({ kind, id }: Ref) =>
    kind === 'procedure' ? `${listPath('note')}${id.split('#', 1)[0]}/` : `${listPath(kind)}${id}/`;
  const checklistPath = listPath('activity');
  const searchPage = page('search/');
  const rules = page('rules/');
  const builder = page(`${checklistPath}build/`);
  const actionsRoute = (number = 1, owner?: string) =>
    [...(owner ? [`owner-${owner}`] : []), ...(number > 1 ? ['page', String(number)] : [])].join('/') ||
    undefined;
  return {
    home: page(''),
    search: searchPage,
    guide: page('guide/'),
    guidePage: (name) => page(`guide/${name ? `${name}/` : ''}`),
    rules,
    offline: page('offline/'),
    serviceWorker: `${prefix}sw.js`,
    offlineFiles: `${prefix}offline-files.json`,
    webManifest: `${prefix}manifest.json`,
    icon: (name) => `${prefix}icons/${name}`,
    accent: `${prefix}accent.css`,
    searchIndex: `${prefix}pagefind/`,
    list: (kind) => page(listPath(kind)),
    entry(ref) {
      const anchor = ref.kind === 'procedure' ? `#${ref.id.split('#')[1]}` : '';
      return `${page(entryPath(ref))}${anchor}`;
    },
    entryRoute: (ref) => entryPath(ref).replace(/\/$/, ''),
    listPage: (kind, number) => page(`${listPath(kind)}${number === 1 ? '' : `page/${number}/`}`),
    entryList: (ref, section, number = 1) =>
      page(`${entryPath(ref)}${section}/${number === 1 ? '' : `${number}/`}`),
    insights: page('insights/'),
    insightRecords: `${prefix}insights/records.json`,
    insightRecordsPart: (number) => `${prefix}insights/records/${number}.json`,
    insightScript: `${prefix}insights/insights.js`,
    insightsNumbers: page('insights/numbers/'),
    insightsMap: page('insights/map/'),
    insightsList: (figure, value, number = 1) =>
      page(`insights/${figure}/${value}/${number === 1 ? '' : `${number}/`}`),
    actions(number, owner) {
      const route = actionsRoute(number, owner);
      return page(`actions/${route ? `${route}/` : ''}`);
    },
    actionsRoute,
    actionsFile: (ending) => `${prefix}actions.${ending}`,
    rule: (name) => `${rules}#${name}`,
    picture: (path) => `${prefix}pictures/${path}`,
    searchFor(query, filters = {}) {
      const search = new URLSearchParams({ ...(query ? { q: query } : {}), ...filters });
      return search.size > 0 ? `${searchPage}?${search}` : searchPage;
    },
    checklist: (id) => page(`${checklistPath}${id}/`),
    checklistFile: (id, ending) => `${prefix}${checklistPath}${id}.${ending}`,
    checklistBuilder: (choice) => (choice?.size ? `${builder}?${choice}` : builder),
    checklistSource: `${prefix}${checklistPath}source.json`,
    checklistSourcePart: (name) => `${prefix}${checklistPath}source/${name}.json`,
    checklistBinder: (paper) => `${prefix}${checklistPath}binder.${paper}.pdf`,
    resolve(href) {
      if (!href.startsWith('/')) return href;
      const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(href) ?? [];
      return path === '' || path.endsWith('/') ? `${page(path)}${rest}` : `${prefix}${path}${rest}`;
    },
  };
}

/**
 * Returns the absolute address of a link that an author wrote.
 *
 * @param site the site's own: `https://example.org/kb/`
 */
export function resolveAddress(href: string, site: string): string {
  const { origin, pathname } = new URL(site);
  return href.startsWith('/') ? origin + createAddresses(pathname).resolve(href) : href;
}

/** The prefix of the site on which an entry has this address; empty where it is not the entry's. */
export function extractSitePrefix(address: string, ref: Ref): string {
  const ways = ['/', './'].map((base) => createAddresses(base).entry(ref).replace(/^\./, ''));
  const own = ways.find((way) => address.endsWith(way));
  return own === undefined ? '' : address.slice(0, address.length - own.length + 1);
}

/**
 * Returns the absolute address of the explanation of a rule.
 *
 * @param site the site's own: `https://example.org/kb/`
 */
export function getRuleAddress(site: string, rule: string): string {
  const { origin, pathname } = new URL(site);
  return origin + createAddresses(pathname).rule(rule);
}
