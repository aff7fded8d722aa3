/** The nodes of a body by their types, gathered in one walk for all rules. */
import type { Nodes, Root } from 'mdast';
import type {} from 'remark-mdx';

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

export class NodeIndex {
  readonly #byType = new Map<string, Nodes[]>();

  constructor(tree: Root) {
    this.#add(tree);
  }

  #add(node: Nodes): void {
    const list = this.#byType.get(node.type);
    if (list) list.push(node);
    else this.#byType.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) this.#add(child);
  }

  /** The types that occur. */
  get types(): Iterable<string> {
    return this.#byType.keys();
  }

  /** The nodes of one type, in the order of the text. */
  all<Type extends Nodes['type']>(type: Type): readonly NodeOf<Type>[] {
    return (this.#byType.get(type) ?? []) as NodeOf<Type>[];
  }

  /** The nodes of some types, one type after the other. */
  of<Type extends Nodes['type']>(...types: readonly Type[]): readonly NodeOf<Type>[] {
    return types.flatMap((type) => this.all(type));
  }
}
