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
  /** The facts that they count, for the filter. */
  readonly insightRecords: string;
  /** The map of services, issues and lessons. */
  readonly insightsMap: string;
  /** The postmortems for which a mark of a figure stands. */
  insightsList(figure: string, value: string, page?: number): string;
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

/** @param base the site's prefix: `/` or `/kb/` */
export function createAddresses(base = '/'): Addresses {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const list = (kind: Exclude<Kind, 'procedure'>) => `${prefix}${LIST_SEGMENTS[kind]}/`;
  const searchPage = `${prefix}search/`;
  const rules = `${prefix}rules/`;
  const addressOf = ({ kind, id }: Ref) => {
    if (kind !== 'procedure') return `${list(kind)}${id}/`;
    const [note, procedure] = id.split('#');
    return `${list('note')}${note}/#${procedure}`;
  };
  const checklists = list('activity');
  return {
    home: prefix,
    search: searchPage,
    guide: `${prefix}guide/`,
    guidePage: (name) => `${prefix}guide/${name ? `${name}/` : ''}`,
    rules,
    offline: `${prefix}offline/`,
    serviceWorker: `${prefix}sw.js`,
    offlineFiles: `${prefix}offline-files.json`,
    webManifest: `${prefix}manifest.json`,
    icon: (name) => `${prefix}icons/${name}`,
    accent: `${prefix}accent.css`,
    searchIndex: `${prefix}pagefind/`,
    list,
    entry: addressOf,
    entryRoute: (ref) => addressOf(ref).slice(prefix.length).split('#', 1)[0]?.replace(/\/$/, '') ?? '',
    listPage: (kind, page) => (page === 1 ? list(kind) : `${list(kind)}page/${page}/`),
    entryList: (ref, section, page = 1) => `${addressOf(ref)}${section}/${page === 1 ? '' : `${page}/`}`,
    insights: `${prefix}insights/`,
    insightRecords: `${prefix}insights/records.json`,
    insightsMap: `${prefix}insights/map/`,
    insightsList: (figure, value, page = 1) =>
      `${prefix}insights/${figure}/${value}/${page === 1 ? '' : `${page}/`}`,
    rule: (name) => `${rules}#${name}`,
    picture: (path) => `${prefix}pictures/${path}`,
    searchFor(query, filters = {}) {
      const search = new URLSearchParams({ ...(query ? { q: query } : {}), ...filters });
      return search.size > 0 ? `${searchPage}?${search}` : searchPage;
    },
    checklist: (id) => `${checklists}${id}/`,
    checklistFile: (id, ending) => `${checklists}${id}.${ending}`,
    checklistBuilder: (choice) => `${checklists}build/${choice?.size ? `?${choice}` : ''}`,
    checklistSource: `${checklists}source.json`,
    checklistSourcePart: (name) => `${checklists}source/${name}.json`,
    checklistBinder: (paper) => `${checklists}binder.${paper}.pdf`,
    resolve: (href) => (href.startsWith('/') ? `${prefix}${href.slice(1)}` : href),
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
  const own = createAddresses('/').entry(ref);
  return address.endsWith(own) ? address.slice(0, address.length - own.length + 1) : '';
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
