/** What a component that authors may use in MDX is: data about it, and a pure function that renders it. */
import type { Element, ElementContent } from 'hast';
import type { Kind, Ref } from '../../schema/kinds.ts';

export interface ComponentAttribute {
  /** A sentence for authors. */
  readonly meaning: string;
  /** `text` is written `name="…"`, `list` as `name={["…", "…"]}`. */
  readonly type: 'text' | 'list';
  readonly required?: true;
  /** The only values it takes. */
  readonly values?: readonly string[];
  /** It holds ids of this kind. */
  readonly reference?: Kind;
  /** What is expected, as a noun phrase, and how it is recognised. */
  readonly pattern?: { readonly expected: string; readonly test: RegExp };
}

export interface Component {
  readonly name: string;
  /** A sentence for authors. */
  readonly meaning: string;
  /** Whether it stands on lines of its own, or inside a sentence. */
  readonly placement: 'block' | 'inline';
  /** What may stand between its tags. */
  readonly children: 'blocks' | 'text' | 'none';
  readonly attributes: Readonly<Record<string, ComponentAttribute>>;
  /** MDX that uses it; the guide shows it beside what becomes of it. `{id}` stands for an id that exists. */
  readonly example: string;
  render(use: RenderInput): Element;
}

export interface RenderInput {
  readonly attributes: AttributeValues;
  readonly children: ElementContent[];
  readonly links: LinkResolver;
}

/** Attributes as read: absent ones are undefined. */
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

export interface LinkTarget {
  readonly title: string;
  readonly href: string;
}

/** Where things stand on the site. */
export interface LinkResolver {
  /** The title and address of an entry; undefined where there is none. */
  entry(ref: Ref): LinkTarget | undefined;
  /** The address of a picture that lies beside the document, by its file name. */
  picture(name: string): string;
  /** The address of a link as an author wrote it: site-relative ones get the site's prefix. */
  resolve(href: string): string;
}
