/** The anchors of a body's headings: one place for the page, its table of contents and the search. */
import GithubSlugger, { slug } from 'github-slugger';
import type { Heading } from 'mdast';
import { PAGE_ANCHORS } from '../../schema/page-sections.ts';
import { getVisibleLine } from './visible-text.ts';

export type Anchors = ReadonlyMap<Heading, string>;

/**
 * Each heading has its own, made of its words; none is one that the page around the body uses.
 *
 * @param headings all of a body, from top to bottom
 */
export function assignAnchors(headings: readonly Heading[]): Anchors {
  const slugger = new GithubSlugger();
  for (const anchor of PAGE_ANCHORS) slugger.slug(anchor);
  const anchors = new Map<Heading, string>();
  for (const heading of headings) {
    const words = getVisibleLine(heading);
    anchors.set(heading, slugger.slug(slug(words) ? words : 'section'));
  }
  return anchors;
}
