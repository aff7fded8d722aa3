/** The sentences of Markdown and MDX: text and the attributes of components, without code and frontmatter. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Fragment } from './fragment.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

export function findMarkdownFragments(path: string, text: string): Fragment[] {
  const tree = (path.endsWith('.mdx') ? mdx : markdown).parse(text);
  const found: Fragment[] = [];
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    found.push({ kind: 'docs', start, text: blankCode(text.slice(start, end)) });
  });
  return found;
}

/** Code between backticks is not a sentence; blanks keep the positions of what follows. */
function blankCode(text: string): string {
  return text.replace(/`+[^`]+`+/g, (code) => '`'.padEnd(code.length - 1, 'x').concat('`'));
}
