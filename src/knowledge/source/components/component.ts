/** Defines a component for authors: data about it, and a pure function that renders it. */
import type { Element, ElementContent } from 'hast';
import type { Kind, Ref } from '../../schema/kinds.ts';

export interface ComponentAttribute {
  /** A description for authors. */
  readonly meaning: string;
  /** `text` is written `name="…"`, `list` as `name={["…", "…"]}`. */
  readonly type: 'text' | 'list';
  readonly required?: true;
  /** Few uses need it, so that the snippets of editors leave it out. */
  readonly isRare?: true;
  /** It contains words by the author, which the rules for wording and spelling check. */
  readonly isProse?: true;
  /** The allowed values; any value if omitted. */
  readonly values?: readonly string[];
  /** The kind of entry whose ids it contains. */
  readonly reference?: Kind;
  /** The required format, and its name for messages. */
  readonly pattern?: { readonly expected: string; readonly test: RegExp };
}

export interface Component {
  readonly name: string;
  /** A description for authors. */
  readonly meaning: string;
  /** `block` is on lines of its own, `inline` within a sentence, `step` the first line of a step of a procedure. */
  readonly placement: 'block' | 'inline' | 'step';
  /** The content that is allowed between its tags. */
  readonly children: 'blocks' | 'text' | 'none';
  readonly attributes: Readonly<Record<string, ComponentAttribute>>;
  /** MDX that uses it. The guide shows it with its result, and replaces `{id}` with an id that exists. */
  readonly example: string;
  render(use: RenderInput): Element;
}

interface RenderInput {
  readonly attributes: AttributeValues;
  readonly children: ElementContent[];
  readonly links: LinkResolver;
  /** Whose the document is: absent for your own. */
  readonly owner?: string | undefined;
}

/** The values of the attributes that an author wrote. */
export class AttributeValues {
  readonly #values: ReadonlyMap<string, string | readonly string[]>;

  constructor(values: ReadonlyMap<string, string | readonly string[]>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  list(name: string): readonly string[] {
    const value = this.#values.get(name);
    return Array.isArray(value) ? value : [];
  }
}

interface LinkTarget {
  readonly title: string;
  readonly href: string;
}

/** Finds the addresses of entries, pictures and pages. */
export interface LinkResolver {
  /** Returns the title and address of an entry, or undefined if it does not exist. */
  entry(ref: Ref): LinkTarget | undefined;
  /** Returns the address of the list with boxes of a procedure in the document; undefined if its activity has none. */
  sheet(procedure: string, activity: string): string | undefined;
  /** Returns the address of a picture in the folder of the document. */
  picture(name: string): string;
  /** Returns the address for a link that an author wrote. Addresses within the site get its prefix. */
  resolve(href: string): string;
}
