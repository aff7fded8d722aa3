/** Rewrites sentences whose links lead to entries that a public site does not have. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { viewContent } from '../check/content-view.ts';
import { applyEdits } from '../check/fix.ts';
import { hasLinkTarget } from '../check/rules/known-link-target.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { hasMarkup, parseInlineMarkup } from '../source/inline/inline-markup.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import { getVisibleText } from '../source/mdx/visible-text.ts';
import type { Edit, Span } from '../source/problem.ts';

/** A link that a public site cannot have. */
export interface MissingLink {
  readonly span: Span;
  /** The author's own words for it, as they are written; without them, its text is the title of the internal entry. */
  readonly words?: string | undefined;
  readonly kind?: Kind | undefined;
}

/** The words for an entry without its title: singular, and plural for several in a row. */
const NOUNS: Readonly<Record<Kind, readonly [string, string]>> = {
  postmortem: ['another postmortem', 'other postmortems'],
  note: ['another note', 'other notes'],
  procedure: ['another procedure', 'other procedures'],
  lesson: ['another lesson', 'other lessons'],
  tag: ['a recurring issue', 'recurring issues'],
  service: ['another service', 'other services'],
  activity: ['another activity', 'other activities'],
  organization: ['another organization', 'other organizations'],
};
const PAGE_NOUNS = ['another page', 'other pages'] as const;

/** Returns whether a public site has the page to which an address leads, be it relative to the site or absolute. */
export function isPublicAddress(url: string, content: Content, file?: DocumentFile): boolean {
  const site = content.site?.validated.data?.address;
  return hasLinkTarget(site === undefined ? url : removeSiteAddress(url, site), viewContent(content), file);
}

/** Returns an absolute address below that of the site as one within the site. Others stay as they are. */
function removeSiteAddress(url: string, site: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return url;
  // A host has many notations: in upper case, with its port, with a dot at the end. Servers redirect from HTTP.
  const { host, pathname, search, hash } = new URL(url);
  const own = new URL(site);
  const prefix = own.pathname.replace(/\/*$/, '/');
  const path = pathname.replace(/\/{2,}/g, '/');
  if (host.replace(/\.$/, '') !== own.host || !`${path}/`.startsWith(prefix)) return url;
  return `/${path.slice(prefix.length)}${search}${hash}`;
}

/** Returns a sentence of a field in which each missing link is replaced by its words, and the number of these links. */
export function unlinkSentence(sentence: string, content: Content): { text: string; count: number } {
  const root = hasMarkup(sentence) ? parseInlineMarkup(sentence) : undefined;
  const links: MissingLink[] = [];
  if (root) {
    visit(root, 'link', (node) => {
      if (!isPublicAddress(node.url, content)) links.push(toMissingLink(node, sentence));
    });
  }
  if (links.length === 0) return { text: sentence, count: 0 };
  const text = applyEdits(sentence, replaceLinks(links, { start: 0, end: sentence.length }, sentence));
  return { text: text.trim() === '' ? capitalize(PAGE_NOUNS[0]) : text, count: links.length };
}

/** @param text that contains the node */
export function toMissingLink(
  node: { readonly type: string; readonly children: readonly unknown[] } & Parameters<typeof getNodeSpan>[0],
  text: string,
): MissingLink {
  const span = getNodeSpan(node);
  if (node.children.length === 0 || isAddress(getVisibleText(node as Nodes))) return { span };
  return { span, words: node.children.map((child) => toWords(child as Nodes, text)).join('') };
}

const EMPHASIS_TYPES: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);

/** Returns text that stays text wherever it is put: only code and emphasis keep their markup. */
function toWords(node: Nodes, text: string): string {
  if (node.type === 'inlineCode') {
    const { start, end } = getNodeSpan(node);
    return text.slice(start, end);
  }
  const [first, last] = 'children' in node ? [node.children[0], node.children.at(-1)] : [];
  if (EMPHASIS_TYPES.has(node.type) && 'children' in node && first && last) {
    const { start, end } = getNodeSpan(node);
    const words = node.children.map((child) => toWords(child, text)).join('');
    return text.slice(start, getNodeSpan(first).start) + words + text.slice(getNodeSpan(last).end, end);
  }
  return getVisibleText(node).replace(/[\\`*_{}[\]<>()#|!~&:]/g, '\\$&');
}

/** Returns words that begin a paragraph as such: not as a list, a heading or an import of MDX. */
export function escapeStart(words: string): string {
  return words
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(
      /^(\s*)([ie])(?=mport\b|xport\b)/,
      (_, space: string, letter: string) => `${space}&#${letter.charCodeAt(0)};`,
    );
}

function isAddress(words: string): boolean {
  return /^(?:https?:\/\/|www\.|\/)\S*$/i.test(words.trim());
}

/**
 * Returns the edits that replace links, so that the sentences around them stay whole: by the author's words, by
 * "another note", or with the brackets or the sentence that contain nothing else.
 *
 * @param block the paragraph, heading or cell that contains the links
 */
export function replaceLinks(links: readonly MissingLink[], block: Span, text: string): Edit[] {
  return groupRuns(links, text).map((run) => replaceRun(run, block, text));
}

/** Groups links without words that are only separated by commas and conjunctions. */
function groupRuns(links: readonly MissingLink[], text: string): MissingLink[][] {
  const runs: MissingLink[][] = [];
  for (const link of links.toSorted((a, b) => a.span.start - b.span.start)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last ? text.slice(last.span.end, link.span.start) : '';
    const isSameRun = last && last.words === undefined && link.words === undefined && last.kind === link.kind;
    if (run && isSameRun && /^\s*(?:,|and|or|,\s*(?:and|or))\s*$/.test(between)) run.push(link);
    else runs.push([link]);
  }
  return runs;
}

const POINTER =
  /(?<=^|[.!?:;]\s+)(?:(?:please )?(?:see|read|compare|cf\.?)(?: also)?|more in|details in|for (?:more|details),? see)\s*:?\s*$/i;

function replaceRun(run: readonly MissingLink[], block: Span, text: string): Edit {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new Error('A run has at least one link');
  const span = { start: first.span.start, end: last.span.end };
  if (first.words !== undefined) {
    return { span, text: span.start === block.start ? escapeStart(first.words) : first.words };
  }
  const before = text.slice(block.start, span.start);
  const after = text.slice(span.end, block.end);
  const opening = /\s*\((?:(?:see|cf\.?|compare|as in)(?: also)?\s*)?$/i.exec(before);
  const closing = /^\s*\)/.exec(after);
  if (opening && closing) {
    return { span: { start: span.start - opening[0].length, end: span.end + closing[0].length }, text: '' };
  }
  // "… is now a procedure: <ProcedureLink … />."
  const colon = /(?<=\S)\s*[:–—]\s*$/.exec(before);
  if (colon && /^\s*(?:[.!]|$)/.test(after)) {
    return { span: { start: span.start - colon[0].length, end: span.end }, text: '' };
  }
  const pointer = POINTER.exec(before);
  const stop = /^\s*(?:[.!]\s*|$)/.exec(after);
  if (pointer && stop) {
    return { span: { start: span.start - pointer[0].length, end: span.end + stop[0].length }, text: '' };
  }
  const [singular, plural] = first.kind ? NOUNS[first.kind] : PAGE_NOUNS;
  const noun = run.length > 1 ? plural : singular;
  const isFirst = /(?:^\|?\s*|[.!?]\s+)$/.test(before);
  return { span, text: isFirst ? capitalize(noun) : noun };
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
