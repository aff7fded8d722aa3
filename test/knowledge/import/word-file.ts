/** Builds small Word files, to test how a part of one is read. */
import { strToU8, type Zippable, zipSync } from 'fflate';

const NAMESPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  /** Relationships as `[id, type, target, isExternal]`. */
  readonly links?: readonly (readonly [string, string, string, boolean?])[];
  readonly files?: Zippable;
}

/** @param body the content of `w:body` */
export function createWordFile(body: string, parts: Parts = {}): Uint8Array {
  const { links = [], files = {}, ...xml } = parts;
  const roots: Record<string, string> = { commentsExtended: 'w15:commentsEx' };
  const relationships = [
    ...Object.keys(xml).map((type) => [`part-${type}`, type, `${type}.xml`, false] as const),
    ...links,
  ];
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${relationships
        .map(
          ([id, type, target, isExternal]) =>
            `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
        )
        .join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      Object.entries(xml).map(([type, content]) => {
        const root = roots[type] ?? `w:${type}`;
        return [`word/${type}.xml`, strToU8(`<${root} ${NAMESPACES}>${content}</${root}>`)];
      }),
    ),
    ...files,
  });
}

/** A paragraph of one run. */
export function p(text: string, run = '', paragraph = ''): string {
  return `<w:p><w:pPr>${paragraph}</w:pPr>${r(text, run)}</w:p>`;
}

/** A run, with the content of its properties. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
