/**
 * A file of the content that is a document: its text, its syntax trees and its data, each made when it is first
 * asked for.
 */
import type { z } from 'zod';
import type { DocumentKind } from '../schema/kinds.ts';
import { lessonSchema } from '../schema/lesson.ts';
import { noteSchema } from '../schema/note.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import { type Frontmatter, findFrontmatter } from './frontmatter.ts';
import { type Body, readBody } from './mdx/document-body.ts';
import { type LinkDefinitions, readDefinitions } from './mdx/link-definitions.ts';
import { type MdxSource, parseMdx } from './mdx/mdx-source.ts';
import { NodeIndex } from './mdx/node-index.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const DOCUMENT_SCHEMAS = {
  postmortem: postmortemSchema,
  note: noteSchema,
  lesson: lessonSchema,
} as const;

/** What an entry and a page are made of. */
export type ParsedDocument<K extends DocumentKind = DocumentKind> = Pick<
  DocumentFile<K>,
  'kind' | 'id' | 'path' | 'text' | 'mdx' | 'body' | 'validated'
>;

/** A postmortem, a note or a lesson. */
export class DocumentFile<K extends DocumentKind = DocumentKind> {
  readonly type = 'document';
  readonly kind: K;
  /** The file's name without its ending. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
  #frontmatter: { readonly found: Frontmatter | undefined } | undefined;
  #mdx: MdxSource | undefined;
  #yaml: YamlSource | undefined;
  #body: Body | undefined;
  #nodes: NodeIndex | undefined;
  #definitions: LinkDefinitions | undefined;
  #validated: Validated<z.output<(typeof DOCUMENT_SCHEMAS)[K]>> | undefined;

  constructor(kind: K, id: string, path: string, text: string) {
    this.kind = kind;
    this.id = id;
    this.path = path;
    this.text = text;
  }

  /** Its fields as text; read without parsing the body. */
  get frontmatter(): Frontmatter | undefined {
    this.#frontmatter ??= { found: findFrontmatter(this.text) };
    return this.#frontmatter.found;
  }

  /** Whether somebody has looked into its body. */
  get isBodyParsed(): boolean {
    return this.#mdx !== undefined;
  }

  get mdx(): MdxSource {
    this.#mdx ??= parseMdx(this.text, this.frontmatter);
    return this.#mdx;
  }

  get yaml(): YamlSource {
    this.#yaml ??= parseYaml(this.frontmatter?.text ?? '', this.frontmatter?.offset ?? 0);
    return this.#yaml;
  }

  get body(): Body {
    this.#body ??= readBody(this.nodes, this.text);
    return this.#body;
  }

  get definitions(): LinkDefinitions {
    this.#definitions ??= readDefinitions(this.nodes.listByType('definition'));
    return this.#definitions;
  }

  get nodes(): NodeIndex {
    this.#nodes ??= new NodeIndex(this.mdx.tree);
    return this.#nodes;
  }

  get schema(): (typeof DOCUMENT_SCHEMAS)[K] {
    return DOCUMENT_SCHEMAS[this.kind];
  }

  get validated(): Validated<z.output<(typeof DOCUMENT_SCHEMAS)[K]>> {
    this.#validated ??= validate(this.schema as z.ZodType, this.yaml) as Validated<
      z.output<(typeof DOCUMENT_SCHEMAS)[K]>
    >;
    return this.#validated;
  }
}
