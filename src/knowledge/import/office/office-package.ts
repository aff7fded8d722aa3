/** The parts of an Office file (ECMA-376, part 2: Open Packaging Conventions) and the relationships between them. */
import { ARCHIVE_SIGNATURE, type ArchiveFile, openArchive } from '../archive/open-archive.ts';
import { UnreadableSourceError } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { getAttribute, listElements, parseXmlTree, type XmlElement } from './xml-tree.ts';

export interface Relationship {
  /** The last part of its type: `hyperlink`, `image`, `styles`. */
  readonly type: string;
  /** An address, or the path of a part. */
  readonly target: string;
  readonly isExternal: boolean;
}

export interface OfficePackage {
  /** The path of the part with the text of the document, or the list of sheets. */
  readonly main: string;
  has(path: string): boolean;
  /** Returns the tree of a part; undefined if there is none. */
  readXml(path: string | undefined): XmlElement | undefined;
  /** Returns the relationships of a part, by their ids. */
  readRelationships(path: string): ReadonlyMap<string, Relationship>;
}

/** Old Office files, and new ones that are encrypted with a password. */
const COMPOUND_SIGNATURE = '\xD0\xCF\x11\xE0';

/**
 * Recognises an Office file by a part that each of its kind has. One whose parts cannot be listed, because it is damaged
 * or encrypted, is recognised by its name, so that its reader reports why.
 */
export function recognizesOffice(sample: SourceSample, mainPart: RegExp, fileName: RegExp): boolean {
  if (sample.archivePaths.length > 0) return sample.archivePaths.some((path) => mainPart.test(path));
  const isOffice = sample.startsWith(ARCHIVE_SIGNATURE) || sample.startsWith(COMPOUND_SIGNATURE);
  return isOffice && fileName.test(sample.path);
}

/** @throws an UnreadableSourceError if it is no Office file, or protected by a password */
export function openOfficePackage(bytes: Uint8Array, application: string): OfficePackage {
  if ([...COMPOUND_SIGNATURE].every((letter, at) => bytes[at] === letter.charCodeAt(0))) {
    throw new UnreadableSourceError(
      isEncrypted(bytes)
        ? 'Unexpected password, expected a file without one. Save it without a password'
        : `Unexpected ${application} file of before 2007, expected a newer one. Save it in the current format`,
    );
  }
  const parts = new Map(openArchive(bytes).map((file) => [file.path.toLowerCase(), file]));
  const readRelationships = (path: string) => readRelationshipsOf(path, parts);
  const main = [...readRelationships('').values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !parts.has(main.toLowerCase())) {
    throw new UnreadableSourceError(`Unexpected content of a ZIP archive, expected a file of ${application}`);
  }
  return {
    main,
    has: (path) => parts.has(path.toLowerCase()),
    readXml: (path) => readPart(path, parts),
    readRelationships,
  };
}

function readPart(path: string | undefined, parts: ReadonlyMap<string, ArchiveFile>): XmlElement | undefined {
  const part = path === undefined ? undefined : parts.get(path.toLowerCase());
  return part && parseXmlTree(part.read());
}

function readRelationshipsOf(
  path: string,
  parts: ReadonlyMap<string, ArchiveFile>,
): ReadonlyMap<string, Relationship> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const list = readPart(`${folder}_rels/${name}.rels`, parts);
  return new Map(
    listElements(list).map((element) => {
      const isExternal = getAttribute(element, 'TargetMode') === 'External';
      const target = getAttribute(element, 'Target') ?? '';
      const type = getAttribute(element, 'Type') ?? '';
      return [
        getAttribute(element, 'Id') ?? '',
        {
          type: type.slice(type.lastIndexOf('/') + 1),
          target: isExternal ? target : joinPath(folder, target),
          isExternal,
        },
      ];
    }),
  );
}

function joinPath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The directory of an encrypted file names its streams in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
