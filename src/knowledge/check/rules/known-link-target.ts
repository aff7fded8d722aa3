import { DOCUMENT_FOLDERS, formatWithArticle, type Kind, type Ref } from '../../schema/kinds.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import { listSentenceLinks } from '../../source/sentences.ts';
import type { ContentView } from '../content-view.ts';
import type { Finding, Rule } from './rule.ts';

const KINDS_BY_LIST: Record<string, Exclude<Kind, 'procedure'>> = {
  ...Object.fromEntries(Object.entries(DOCUMENT_FOLDERS).map(([kind, folder]) => [folder, kind])),
  tags: 'tag',
  services: 'service',
  checklists: 'activity',
  organizations: 'organization',
};
const PAGES = ['search', 'guide', 'rules', ...Object.keys(KINDS_BY_LIST)];

export const knownLinkTarget: Rule = {
  name: 'known-link-target',
  severity: 'error',
  why: 'A link within the site must lead to a page that exists, and to a heading that exists on it. To link to an entry, use its component.',
  example: {
    wrong: '[the outage](/postmortems/2018-03-10-mongo/)',
    right: '<PostmortemLink id="2018-03-10-manager-mongo-outage" />',
  },
  check({ file, content, report }) {
    for (const { url, span } of listSentenceLinks(file)) {
      const finding = checkPageUrl(url, content);
      if (finding) report({ span, ...finding });
    }
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('link', 'definition')) {
      const { url } = node;
      const finding = url.startsWith('#')
        ? checkAnchor(url.slice(1), file.outline.anchors, 'on this page')
        : checkPageUrl(url, content);
      if (finding) report({ span: getNodeSpan(node), ...finding });
    }
  },
};

/**
 * Returns whether the page and the anchor exist to which a link within the site leads.
 *
 * @param url any address; those on the web always exist
 * @param file the document that contains the link, for anchors on its own page
 */
export function hasLinkTarget(url: string, content: ContentView, file?: DocumentFile): boolean {
  if (url.startsWith('#')) return !file || !checkAnchor(url.slice(1), file.outline.anchors, '');
  return !checkPageUrl(url, content);
}

type LinkFinding = Omit<Finding, 'span'> | undefined;

function checkPageUrl(url: string, content: ContentView): LinkFinding {
  // `no-unsafe-link` reports addresses that are neither within the site nor on the web.
  if (!url.startsWith('/') || url.startsWith('//')) return undefined;
  const [path = '', anchor = ''] = url.split('#');
  if (
    path
      .replace(/[?].*$/, '')
      .split('/')
      .some((part) => /^(?:\.|%2e){1,2}$/i.test(part))
  ) {
    return {
      message: `Unexpected \`.\` or \`..\` in ${quote(url)}, expected the address of the page itself`,
    };
  }
  const [list = '', id, ...rest] = path
    .replace(/[?].*$/, '')
    .split('/')
    .filter(Boolean);
  // The pages of the guide are not content.
  if (list === '' || list === 'guide') return undefined;
  const kind = Object.hasOwn(KINDS_BY_LIST, list) ? KINDS_BY_LIST[list] : undefined;
  if (!kind || id === undefined) return checkPage(url, id === undefined ? list : '', list);
  return rest.length === 0 && content.has({ kind, id })
    ? checkEntry({ kind, id }, anchor, content)
    : createUnknownEntryFinding(url, list, { kind, id }, content);
}

function checkEntry({ kind, id }: Ref, anchor: string, content: ContentView): LinkFinding {
  const anchors = anchor ? content.listAnchors({ kind, id }) : undefined;
  return anchors && checkAnchor(anchor, anchors, `on the page \`${id}\``);
}

function createUnknownEntryFinding(
  url: string,
  list: string,
  { kind, id }: Ref,
  content: ContentView,
): LinkFinding {
  return {
    message: `Unknown page ${quote(url)}, expected the address of ${formatWithArticle(kind)}`,
    suggest: () =>
      suggestNearest(findNearest(id, content.listIds(kind)), (suggestion) => `/${list}/${suggestion}/`),
  };
}

function checkPage(url: string, page: string, list: string): LinkFinding {
  if (PAGES.includes(page)) return undefined;
  return {
    message: `Unknown page ${quote(url)}, expected one of ${PAGES.map((name) => `/${name}/`).join(', ')}, or a page below one of them`,
    suggest: () => suggestNearest(findNearest(list, PAGES), (suggestion) => `/${suggestion}/`),
  };
}

function checkAnchor(anchor: string, anchors: readonly string[], where: string): LinkFinding {
  if (anchors.includes(decodeAnchor(anchor)) || anchor.startsWith('note-')) return undefined;
  return {
    message: `Unknown anchor ${quote(`#${anchor}`)}, expected the anchor of a heading or procedure ${where}`,
    suggest: () => suggestNearest(findNearest(anchor, anchors), (suggestion) => `#${suggestion}`),
  };
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function suggestNearest(
  suggestion: string | undefined,
  format: (suggestion: string) => string,
): Pick<Finding, 'hint'> {
  return suggestion ? { hint: `Did you mean \`${format(suggestion)}\`?` } : {};
}
