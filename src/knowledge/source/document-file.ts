/** A postmortem, a note or a lesson. Its syntax trees and its data are created on first use. */
import type { z } from 'zod';
import type { DocumentKind, Ref } from '../schema/kinds.ts';
import { lessonSchema } from '../schema/lesson.ts';
import { noteSchema } from '../schema/note.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import {
  type DocumentFacts,
  type DocumentOutline,
  type GivenFields,
  readGivenFields,
  readOutline,
} from './document-facts.ts';
import { type FieldRef, findFieldRefs } from './field-refs.ts';
import type { FileText } from './file-input.ts';
import { type Frontmatter, findFrontmatter } from './frontmatter.ts';
import { type Body, readBody } from './mdx/document-body.ts';
import { type LinkDefinitions, readDefinitions } from './mdx/link-definitions.ts';
import { type MdxSource, parseMdx } from './mdx/mdx-source.ts';
import { NodeIndex } from './mdx/node-index.ts';
import type { FoundSecret } from './secrets/found-secret.ts';
import { type Validated, validate } from './validate.ts';
import { parseYaml, type YamlSource } from './yaml/yaml-source.ts';

export const DOCUMENT_SCHEMAS = {
  postmortem: postmortemSchema,
  note: noteSchema,
  lesson: lessonSchema,
} as const;

/** The parts of a document from which its entry and its page are created. */
export type ParsedDocument<K extends DocumentKind = DocumentKind> = Pick<
  DocumentFile<K>,
  'kind' | 'id' | 'path' | 'text' | 'mdx' | 'body' | 'validated'
>;

interface SyntaxTrees {
  mdx?: MdxSource;
  yaml?: YamlSource;
  body?: Body;
  nodes?: NodeIndex;
  definitions?: LinkDefinitions;
}

export class DocumentFile<K extends DocumentKind = DocumentKind> implements FileText {
  readonly type = 'document';
  readonly kind: K;
  /** The file name without its extension. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
  #frontmatter: { readonly found: Frontmatter | undefined } | undefined;
  #validated: Validated<z.output<(typeof DOCUMENT_SCHEMAS)[K]>> | undefined;
  #title: { readonly valid: string | undefined } | undefined;
  #fieldRefs: readonly FieldRef[] | undefined;
  #givenFields: GivenFields | undefined;
  #outline: DocumentOutline | undefined;
  #trees: SyntaxTrees = {};

  constructor(kind: K, id: string, { path, text, secrets }: FileText) {
    this.kind = kind;
    this.id = id;
    this.path = path;
    this.text = text;
    this.secrets = secrets;
  }

  /** Lets the garbage collector free the syntax trees: those of a thousand files take a gigabyte. */
  release(): void {
    this.#trees = {};
  }

  /** The fields as text, read without parsing the body. */
  get frontmatter(): Frontmatter | undefined {
    this.#frontmatter ??= { found: findFrontmatter(this.text) };
    return this.#frontmatter.found;
  }

  get mdx(): MdxSource {
    this.#trees.mdx ??= parseMdx(this.text, this.frontmatter);
    return this.#trees.mdx;
  }

  get yaml(): YamlSource {
    this.#trees.yaml ??= parseYaml(this.frontmatter?.text ?? '', this.frontmatter?.offset ?? 0);
    return this.#trees.yaml;
  }

  get body(): Body {
    this.#trees.body ??= readBody(this.nodes, this.text);
    return this.#trees.body;
  }

  get definitions(): LinkDefinitions {
    this.#trees.definitions ??= readDefinitions(this.nodes.listByType('definition'));
    return this.#trees.definitions;
  }

  get nodes(): NodeIndex {
    this.#trees.nodes ??= new NodeIndex(this.mdx.tree);
    return this.#trees.nodes;
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

  /** Undefined if it is not valid. */
  get title(): string | undefined {
    this.#title ??= { valid: this.validated.data?.title };
    return this.#title.valid;
  }

  /** The ids in its fields, valid or not. */
  get fieldRefs(): readonly FieldRef[] {
    this.#fieldRefs ??= findFieldRefs(this.schema, this.yaml.value);
    return this.#fieldRefs;
  }

  /** The facts that the check of other files needs. */
  get facts(): DocumentFacts {
    return {
      title: this.title,
      fieldRefs: this.fieldRefs,
      givenFields: this.givenFields,
      outline: this.outline,
    };
  }

  /** The facts, if nothing has to be parsed for them. */
  get knownFacts(): DocumentFacts | undefined {
    return this.#title && this.#fieldRefs && this.#givenFields && this.#outline && this.facts;
  }

  /** Takes the facts from an earlier check of the same text, so that nothing has to be parsed for them. */
  restore({ title, fieldRefs, givenFields, outline }: DocumentFacts): void {
    this.#title = { valid: title };
    this.#fieldRefs = fieldRefs;
    this.#givenFields = givenFields;
    this.#outline = outline;
  }

  /** Takes what was read of an earlier version of the file, if its text was the same. Its syntax trees are released. */
  reuse(earlier: DocumentFile): void {
    earlier.release();
    if (earlier.kind !== this.kind || earlier.text !== this.text) return;
    const same = earlier as DocumentFile<K>;
    this.#frontmatter = same.#frontmatter;
    this.#validated = same.#validated;
    this.#title = same.#title;
    this.#fieldRefs = same.#fieldRefs;
    this.#givenFields = same.#givenFields;
    this.#outline = same.#outline;
  }

  get givenFields(): GivenFields {
    this.#givenFields ??= readGivenFields(this.yaml);
    return this.#givenFields;
  }

  get outline(): DocumentOutline {
    this.#outline ??= readOutline(this);
    return this.#outline;
  }

  /** Returns whether one of these fields names an entry. */
  namesInFields({ kind, id }: Ref, fields: readonly string[]): boolean {
    if (!this.#fieldRefs && !this.#canName(id)) return false;
    return this.fieldRefs.some(
      ({ ref, path }) => ref.kind === kind && ref.id === id && fields.includes(String(path[0])),
    );
  }

  /** Searching the text first is a thousand times faster than parsing the fields of every file. */
  #canName(id: string): boolean {
    const text = this.frontmatter?.text ?? '';
    // YAML can write any character as an escape, and any space as a line break.
    return text.includes(id) || text.includes('\\') || /\s/.test(id);
  }
}
