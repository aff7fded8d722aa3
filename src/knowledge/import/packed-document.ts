/** Keeps the body of a document as text: the trees of a thousand bodies take half a gigabyte, and their text 20 MB. */
import type { Root, RootContent } from 'mdast';
import { visit } from '../source/mdx/visit.ts';
import type { SourceDocument } from './source-document.ts';

/** The fields of a packed document, which can be sent to another thread. */
interface PackedFields extends Omit<SourceDocument, 'body'> {
  readonly packedBody: string;
}

/** A document whose body becomes a new tree each time it is read. */
export class PackedDocument implements SourceDocument, PackedFields {
  readonly format: string;
  readonly name: string;
  readonly source: string;
  readonly facts: SourceDocument['facts'];
  readonly events: SourceDocument['events'];
  readonly remarks: readonly string[];
  readonly packedBody: string;

  constructor({ format, name, source, facts, events, remarks, packedBody }: PackedFields) {
    this.format = format;
    this.name = name;
    this.source = source;
    this.facts = facts;
    this.events = events;
    this.remarks = remarks;
    this.packedBody = packedBody;
  }

  get body(): RootContent[] {
    return JSON.parse(this.packedBody) as RootContent[];
  }
}

/**
 * Returns the same document. Of the positions, only those of links are kept: they show which links were nothing but an
 * address. Changes the tree of the document.
 */
export function packDocument(document: SourceDocument): PackedDocument {
  if (document instanceof PackedDocument) return document;
  const root: Root = { type: 'root', children: [...document.body] };
  visit(root, (node) => {
    // JSON leaves it out, and to delete it takes longer.
    if (node.type !== 'link') Object.assign(node, { position: undefined });
  });
  return new PackedDocument({ ...document, packedBody: JSON.stringify(root.children) });
}
