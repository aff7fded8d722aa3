/** Takes off a page of MediaWiki, saved as HTML, what the wiki adds to the text: its contents and its links to edit. */
import type { Element, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';
import { listClasses } from './html-styles.ts';

const FRAME_IDS = new Set(['toc', 'siteSub', 'jump-to-nav', 'mw-navigation', 'footer', 'catlinks']);
const FRAME_CLASSES = ['mw-editsection', 'mw-jump-link', 'printfooter', 'toc'];

/** Returns whether there was anything to take off. Other pages stay as they are. */
export function removeMediawikiFrame(tree: HastRoot): boolean {
  let isMediawiki = false;
  visit(tree, 'element', (node) => {
    isMediawiki ||= listClasses(node).includes('mw-parser-output');
  });
  if (!isMediawiki) return false;
  let isRemoved = false;
  visit(tree, 'element', (node, index, parent) => {
    if (!isFrame(node) || !parent || index === undefined) return;
    parent.children.splice(index, 1);
    isRemoved = true;
    return index;
  });
  return isRemoved;
}

function isFrame(node: Element): boolean {
  const classes = listClasses(node);
  return FRAME_IDS.has(String(node.properties.id)) || FRAME_CLASSES.some((name) => classes.includes(name));
}
