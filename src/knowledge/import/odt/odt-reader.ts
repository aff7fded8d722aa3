/**
 * Text documents of LibreOffice and OpenOffice (`.odt`; OpenDocument 1.3, part 3). Tracked changes are read as accepted,
 * and comments follow their place in brackets. The packages that read them return plain text without tables and links,
 * so that this reader converts the elements to those of HTML.
 */
import type { ElementContent, Root as HastRoot } from 'hast';
import { ARCHIVE_SIGNATURE, openArchive } from '../archive/open-archive.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import {
  findDescendants,
  findElement,
  getXmlText,
  parseXmlTree,
  type XmlElement,
} from '../office/xml-tree.ts';
import { type SourceDocument, type SourceFile, UnreadableSourceError } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { convertBlocks } from './odt-blocks.ts';
import { readOdtStyles } from './odt-styles.ts';

export const ODT_FILES = /\.odt$/i;
const MEDIA_TYPE = 'mimetypeapplication/vnd.oasis.opendocument.text';

/** The media type is at the start of the archive, behind the header of its first file (part 2, 3.3). */
export function recognizesOdt({ bytes, path }: SourceSample): boolean {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  return head.startsWith(ARCHIVE_SIGNATURE) && (head.includes(MEDIA_TYPE) || ODT_FILES.test(path));
}

/** @throws an UnreadableSourceError if it is not a text document, or protected by a password */
export function readOdt({ path, bytes = new Uint8Array() }: SourceFile): SourceDocument {
  const parts = new Map(openArchive(bytes).map((file) => [file.path, file]));
  const readPart = (name: string) => {
    const part = parts.get(name);
    return part && parseXmlTree(part.read());
  };
  const manifest = readPart('META-INF/manifest.xml');
  if (findDescendants(manifest, 'manifest:encryption-data').length > 0) {
    throw new UnreadableSourceError(
      'Unexpected password, expected a file without one. Save it without a password',
    );
  }
  const content = readPart('content.xml');
  const text = findElement(findElement(content, 'office:body'), 'office:text');
  if (!text) throw new UnreadableSourceError('Unexpected content of a ZIP archive, expected a text document');
  const styles = readOdtStyles([readPart('styles.xml'), content]);
  const hidden: string[] = [];
  const blocks = convertBlocks(text, { styles, fileName: path.slice(path.lastIndexOf('/') + 1), hidden });
  const title = takeTitle(blocks);
  // It can be that of the template.
  const property = getXmlText(findDescendants(readPart('meta.xml'), 'dc:title')[0]).trim();
  const root: HastRoot = { type: 'root', children: blocks };
  return {
    format: 'odt',
    name: path,
    source: getXmlText(content),
    facts: [
      ...(title ? [{ name: 'title', values: [title], target: 'title' as const }] : []),
      ...(property && property !== title ? [{ name: 'property title', values: [property] }] : []),
    ],
    events: [],
    body: htmlToMarkdown(root),
    remarks: [...describeChanges(text), ...quote('hidden text left out:', hidden)],
  };
}

function describeChanges(text: XmlElement): string[] {
  if (findDescendants(text, 'text:tracked-changes').length === 0) return [];
  const deleted = findDescendants(text, 'text:deletion').map((deletion) => getXmlText(deletion).trim());
  const said = 'tracked changes read as accepted';
  return deleted.length > 0 ? quote(`${said}, which deletes`, deleted) : [said];
}

function quote(said: string, texts: readonly string[]): string[] {
  return texts.length > 0 ? [`${said} ${texts.map((words) => `“${words.trim()}”`).join(', ')}`] : [];
}

/** Takes the first paragraph in the style "Title" out of the text. */
function takeTitle(blocks: ElementContent[]): string | undefined {
  const at = blocks.findIndex((block) => block.type === 'element' && block.properties.className === 'title');
  const [title] = at < 0 ? [] : blocks.splice(at, 1);
  return title && getText(title).trim() ? getText(title).trim() : undefined;
}

function getText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(getText).join('') : '';
}
