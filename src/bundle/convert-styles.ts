/** Converts a style sheet of a served site to one that works as a file. */
import { parse, walk } from 'css-tree';
import { toFileAddress } from './relative-address.ts';

/**
 * @param path of the file, below the folder of the site
 * @param base the prefix of the served site, ending in `/`
 * @returns the style sheet with the addresses of files; everything else stays as it is
 */
export function convertStyles(css: string, { path, base }: { path: string; base: string }): string {
  const parts: string[] = [];
  let end = 0;
  walk(parse(css, { positions: true, parseCustomProperty: true }), {
    visit: 'Url',
    enter({ value, loc }) {
      if (!loc) return;
      parts.push(css.slice(end, loc.start.offset), `url("${toFileAddress(value, path, base)}")`);
      end = loc.end.offset;
    },
  });
  return `${parts.join('')}${css.slice(end)}`;
}
