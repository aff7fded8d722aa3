/**
 * Exports of a Confluence space. As HTML, each page is a file, next to a list of all pages. As XML, all pages are objects in
 * `entities.xml` with their text in the storage format (confluence.atlassian.com/doc/confluence-storage-format-790796544.html).
 */
import {
  findElement,
  getAttribute,
  getXmlText,
  listElements,
  parseXmlTree,
  type XmlElement,
} from '../office/xml-tree.ts';
import { UnreadableSourceError } from '../source-document.ts';
import type { ArchiveFile } from './open-archive.ts';

interface ConfluenceFiles {
  readonly files: readonly ArchiveFile[];
  readonly omitted: readonly { readonly path: string; readonly why: string }[];
}

export function readConfluenceExport(listed: readonly ArchiveFile[]): ConfluenceFiles {
  const entities = listed.find(({ path }) => /(?:^|\/)entities\.xml$/.test(path));
  if (!entities) return { files: listed.filter((file) => !isSpaceOverview(file)), omitted: [] };
  try {
    const folder = entities.path.slice(0, -'entities.xml'.length);
    const objects = readObjects(parseXmlTree(entities.read()));
    return {
      files: [...createPages(objects, folder), ...findAttachments(objects, listed, folder)],
      omitted: [],
    };
  } catch (error) {
    if (!(error instanceof UnreadableSourceError)) throw error;
    return {
      files: [],
      omitted: [{ path: entities.path, why: `${error.message}. Export the space as HTML` }],
    };
  }
}

/** The first page of an export as HTML lists the others. */
function isSpaceOverview(file: ArchiveFile): boolean {
  if (!/(?:^|\/)index\.html$/.test(file.path) || file.size > MAX_OVERVIEW_BYTES) return false;
  try {
    return /Space Details:|Available Pages:/.test(new TextDecoder().decode(file.read()));
  } catch {
    return false;
  }
}

const MAX_OVERVIEW_BYTES = 5_000_000;

interface ExportedObject {
  readonly type: string;
  readonly id: string;
  readonly element: XmlElement;
}

function readObjects(root: XmlElement): ExportedObject[] {
  return listElements(root).flatMap((element) => {
    if (element.name !== 'object') return [];
    const id = getXmlText(findElement(element, 'id')).trim();
    return [{ type: getAttribute(element, 'class') ?? '', id, element }];
  });
}

function findProperty({ element }: ExportedObject, name: string): XmlElement | undefined {
  return listElements(element).find(
    (child) => child.name === 'property' && getAttribute(child, 'name') === name,
  );
}

function getProperty(object: ExportedObject, name: string): string {
  return getXmlText(findProperty(object, name)).trim();
}

/** The text that people see: no older versions, drafts and pages in the bin. */
function isCurrent(object: ExportedObject): boolean {
  const status = getProperty(object, 'contentStatus');
  return (status === '' || status === 'current') && getProperty(object, 'originalVersion') === '';
}

function createPages(objects: readonly ExportedObject[], folder: string): ArchiveFile[] {
  const bodies = new Map<string, string>();
  for (const object of objects) {
    if (object.type === 'BodyContent')
      bodies.set(getProperty(object, 'content'), getProperty(object, 'body'));
  }
  return objects.flatMap((object) => {
    if ((object.type !== 'Page' && object.type !== 'BlogPost') || !isCurrent(object)) return [];
    const title = getProperty(object, 'title');
    // CDATA in the storage format is written with a space, because it is itself in CDATA.
    const body = (bodies.get(object.id) ?? '').replaceAll(']] >', ']]>');
    if (body.trim() === '') return [];
    const html = `<html><head><title>${escapeText(title)}</title></head><body>${body}</body></html>`;
    const bytes = new TextEncoder().encode(html);
    const name = title.replaceAll('/', '-') || object.id;
    return [{ path: `${folder}${name}.html`, size: bytes.length, read: () => bytes }];
  });
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Pages name attachments by their file names. A name that two pages use is clear on neither. */
function findAttachments(
  objects: readonly ExportedObject[],
  listed: readonly ArchiveFile[],
  folder: string,
): ArchiveFile[] {
  const byName = new Map<string, ArchiveFile | undefined>();
  for (const object of objects) {
    if (object.type !== 'Attachment' || !isCurrent(object)) continue;
    const name = getProperty(object, 'title') || getProperty(object, 'fileName');
    const page = getProperty(object, 'containerContent') || getProperty(object, 'content');
    const version = getProperty(object, 'version') || '1';
    const path = `${folder}attachments/${page}/${object.id}/${version}`;
    const file = listed.find((candidate) => candidate.path === path);
    if (name && file) byName.set(name, byName.has(name) ? undefined : { ...file, path: `${folder}${name}` });
  }
  return [...byName.values()].filter((file) => file !== undefined);
}
