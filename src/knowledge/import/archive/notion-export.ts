/**
 * Exports of Notion as "Markdown & CSV" or HTML: each page is a file whose name ends with its id, each database is a table
 * next to a folder with a page for each of its rows.
 */
import type { ArchiveFile } from './open-archive.ts';

interface NotionFiles {
  readonly files: readonly ArchiveFile[];
  readonly omitted: readonly { readonly path: string; readonly why: string }[];
}

/** The end of a name: "Incidents 1c6cfdfcadfc4422b719a0d7a4cc5001.csv". A view without its filters ends with "_all". */
const DATABASE = /^(.*?) ?([\da-f]{32})?(_all)?\.csv$/i;

/** Leaves out the tables of databases, because each of their rows is a page. */
export function selectNotionFiles(listed: readonly ArchiveFile[]): NotionFiles {
  const isNotion = listed.some(({ path }) => / [\da-f]{32}(?:_all)?\.(?:md|csv|html)$/i.test(path));
  if (!isNotion) return { files: listed, omitted: [] };
  const paths = new Set(listed.map(({ path }) => path));
  const folders = new Set(listed.flatMap(({ path }) => listFolders(path)));
  const omitted: { path: string; why: string }[] = [];
  const files = listed.filter(({ path }) => {
    // The overview of an export as HTML.
    if (/(?:^|\/)index\.html$/i.test(path)) return false;
    const [, base = '', id, all] = DATABASE.exec(path) ?? [];
    if (!/\.csv$/i.test(path)) return true;
    const isListed = folders.has(base) || (id !== undefined && folders.has(`${base} ${id}`));
    // The table of a view has some of the rows of the whole table.
    if (!all && paths.has(path.replace(/\.csv$/i, '_all.csv'))) return false;
    if (isListed) omitted.push({ path, why: 'is a database whose rows are pages of their own; left out' });
    return !isListed;
  });
  return { files, omitted };
}

/** Returns the folders above a page. */
function listFolders(path: string): string[] {
  if (!/\.(?:md|html)$/i.test(path)) return [];
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
