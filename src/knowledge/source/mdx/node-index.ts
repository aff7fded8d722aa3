/** The nodes of a body by their types, gathered in one walk for all rules. */
import type { Nodes, Root } from 'mdast';
import type {} from 'remark-mdx';

type NodeOfType<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

export class NodeIndex {
  readonly #inOrder: Nodes[] = [];
  readonly #byType = new Map<Nodes['type'], Nodes[]>();

  constructor(tree: Root) {
    this.#add(tree);
  }

  #add(node: Nodes): void {
    this.#inOrder.push(node);
    const list = this.#byType.get(node.type);
    if (list) list.push(node);
    else this.#byType.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) this.#add(child);
  }

  /** The types that occur. */
  get types(): Iterable<Nodes['type']> {
    return this.#byType.keys();
  }

  /** The nodes of one type, in the order of the text. */
  listByType<Type extends Nodes['type']>(type: Type): readonly NodeOfType<Type>[] {
    return (this.#byType.get(type) ?? []) as NodeOfType<Type>[];
  }

  /** The nodes of some types, in the order of the text. */
  listByTypes<Type extends Nodes['type']>(...types: readonly Type[]): readonly NodeOfType<Type>[] {
    const [first, ...others] = types.filter((type) => this.#byType.has(type));
    if (first === undefined) return [];
    if (others.length === 0) return this.listByType(first);
    const wanted = new Set<Nodes['type']>([first, ...others]);
    return this.#inOrder.filter((node) => wanted.has(node.type)) as NodeOfType<Type>[];
  }
}
