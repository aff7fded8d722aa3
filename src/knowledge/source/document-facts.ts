/** Facts about a document that the check of other files needs: plain data that can be kept. */

import type { DocumentKind } from '../schema/kinds.ts';
import { LESSON_SECTIONS, POSTMORTEM_SECTIONS } from '../schema/page-sections.ts';
import type { FieldRef } from './field-refs.ts';
import { getListAt, getTextAt } from './field-values.ts';
import type { Body } from './mdx/document-body.ts';
import type { LinkDefinitions } from './mdx/link-definitions.ts';
import type { MdxSource } from './mdx/mdx-source.ts';
import type { NodeIndex } from './mdx/node-index.ts';
import type { YamlSource } from './yaml/yaml-source.ts';

export interface DocumentFacts {
  /** Undefined if it is not valid. */
  readonly title: string | undefined;
  readonly fieldRefs: readonly FieldRef[];
  readonly givenFields: GivenFields;
  readonly outline: DocumentOutline;
}

/** Some fields as they are written, whether they are valid or not. */
export interface GivenFields {
  /** False if the YAML has errors. */
  readonly isReadable: boolean;
  readonly replacedBy?: string | undefined;
  readonly checks: readonly unknown[];
}

export interface DocumentOutline {
  /** The anchors of its page: those of its headings and procedures, and of the sections made from its fields. */
  readonly anchors: readonly string[];
  /** The ids of its procedures. */
  readonly procedures: readonly string[];
  /** The paths of the pictures that it shows. */
  readonly pictures: readonly string[];
}

export function readGivenFields({ value, errors }: YamlSource): GivenFields {
  const replacedBy = getTextAt(value, ['replacedBy']);
  return {
    isReadable: errors.length === 0,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    checks: getListAt(value, ['checks']),
  };
}

/** The parts of a document from which its outline is read. */
interface ParsedBody {
  readonly kind: DocumentKind;
  readonly path: string;
  readonly text: string;
  readonly mdx: MdxSource;
  readonly body: Body;
  readonly nodes: NodeIndex;
  readonly definitions: LinkDefinitions;
}

export function readOutline(file: ParsedBody): DocumentOutline {
  const { headings, procedures } = file.body;
  const ids = procedures.map(({ id }) => id);
  return {
    anchors: [...headings.map(({ slug }) => slug), ...ids, ...listGeneratedAnchors(file)],
    procedures: ids,
    pictures: listPictures(file),
  };
}

function listGeneratedAnchors({ kind }: ParsedBody): string[] {
  if (kind === 'postmortem') return Object.keys(POSTMORTEM_SECTIONS);
  return kind === 'lesson' ? Object.keys(LESSON_SECTIONS) : [];
}

function listPictures(file: ParsedBody): string[] {
  if (!file.text.includes('![')) return [];
  const folder = file.path.slice(0, file.path.lastIndexOf('/'));
  // In a body that cannot be read, each name could be that of a picture.
  const named = file.mdx.errors.length > 0 ? (file.text.match(/\.\/[\w.-]+/g) ?? []) : [];
  const shown = file.nodes
    .listByTypes('image', 'imageReference')
    .map((node) => (node.type === 'image' ? node.url : file.definitions.findUrl(node)));
  return [...named, ...shown].flatMap((url) => (url?.startsWith('./') ? [`${folder}/${url.slice(2)}`] : []));
}
