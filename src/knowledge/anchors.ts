/** The anchors of a body's headings: one place for the page, its table of contents and the search. */
import GithubSlugger, { slug } from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { PAGE_ANCHORS } from './page-sections.ts';

export type Anchors = ReadonlyMap<Heading, string>;

/** Each heading has its own, made of its words; none is one that the page around the body uses. */
export function anchorsOf(tree: Root): Anchors {
  const slugger = new GithubSlugger();
  for (const anchor of PAGE_ANCHORS) slugger.slug(anchor);
  const anchors = new Map<Heading, string>();
  visit(tree, 'heading', (node) => {
    const words = textOf(node);
    anchors.set(node, slugger.slug(slug(words) ? words : 'section'));
  });
  return anchors;
}
