/**
 * Parses the inline Markdown of a sentence: code, emphasis, links and addresses. A sentence has no blocks, so that
 * "1. January" and "# of disks" are text. HTML and MDX are text too, because a sentence is data.
 */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { inlineLimits, TooManyMarkersError } from '../mdx/marker-limits.ts';
import { findNodeAtDepth, MAX_NESTING, TOO_DEEP_PATTERN } from '../mdx/nesting-limits.ts';

/** All constructs of CommonMark and GFM's addresses that are not inline Markdown, by their names in micromark. */
const DISABLED_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'list',
  'setextUnderline',
  'thematicBreak',
  // `git@github.com:team/repository` is not an email address.
  'emailAutolink',
];

/** Without the transform of the package, which would find email addresses. */
const { enter, exit } = gfmAutolinkLiteralFromMarkdown();

/** In characters. The time for some of the markup in a text grows with the square of its length. */
const MAX_LENGTH = 10_000;

/** Matches every text that can contain markup. Without it, no parser is needed. */
const MARKUP_PATTERN = /[\\`*_[\]<&]|https?:|www\./i;

export function hasMarkup(text: string): boolean {
  return MARKUP_PATTERN.test(text);
}

/** A rule that reads the sentences of a file finds them here if another one did before. */
const MAX_REMEMBERED = 500;
const remembered = new Map<string, Root | undefined>();

/**
 * Returns the paragraphs of a sentence, with positions, or undefined if there is more markup than any person writes.
 * They can contain pictures, line breaks and links to any address. Equal sentences share one tree: do not change it.
 */
export function parseInlineMarkup(text: string): Root | undefined {
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const root = parse(text);
  remembered.set(text, root);
  return root;
}

function parse(text: string): Root | undefined {
  if (text.length > MAX_LENGTH || TOO_DEEP_PATTERN.test(text)) return undefined;
  try {
    const root = fromMarkdown(text, {
      extensions: [gfmAutolinkLiteral(), { disable: { null: DISABLED_CONSTRUCTS } }, inlineLimits],
      mdastExtensions: [{ enter, exit }],
    });
    return findNodeAtDepth(root, MAX_NESTING) ? undefined : root;
  } catch (error) {
    if (error instanceof TooManyMarkersError) return undefined;
    throw error;
  }
}
