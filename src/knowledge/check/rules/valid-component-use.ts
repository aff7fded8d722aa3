import type { Link, LinkReference, List, Text } from 'mdast';
import type { Node } from 'unist';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import type { DocumentKind } from '../../schema/kinds.ts';
import type { Component } from '../../source/components/component.ts';
import { findComponent } from '../../source/components/index.ts';
import type { ContentFile } from '../../source/content.ts';
import { getTextAt } from '../../source/field-values.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { type ComponentNode, type ParsedAttribute, readAttributes } from '../../source/mdx/attributes.ts';
import { findStepList } from '../../source/mdx/document-body.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import type { NodeIndex } from '../../source/mdx/node-index.ts';
import { quote } from '../../source/problem.ts';
import { suggestEnumValue } from '../../source/suggest-value.ts';
import { isComment } from './no-code.ts';
import type { Finding, Rule } from './rule.ts';

export const validComponentUse: Rule = {
  name: 'valid-component-use',
  severity: 'error',
  why: 'A component shows only the attributes and the content that it knows. Anything else would be lost, or would break the page. Procedures belong in notes.',
  example: { wrong: '<Callout type="warning">', right: '<Callout kind="warning">' },
  check({ file, report }) {
    for (const finding of findInternalTags(file)) report(finding);
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('link', 'linkReference')) {
      for (const finding of checkLink(node)) report(finding);
    }
    const firstLines = new Set(findFirstLines(file.nodes));
    for (const node of file.nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')) {
      const component = findComponent(node.name);
      if (!component) continue;
      const findings = [
        ...checkAttributes(node, component, file.text),
        ...checkPlacement(node, component, firstLines),
        ...checkContent(node, component, file.text),
        ...checkProcedure(node, file.kind),
      ];
      for (const finding of findings) report(finding);
    }
  },
};

/** Reports tags in fields, where they are text that everyone would read. */
function findInternalTags(file: ContentFile): Finding[] {
  if (!('yaml' in file)) return [];
  return file.yaml
    .scalars()
    .filter(({ path }) => /<\/?Internal\b/.test(getTextAt(file.yaml.value, path) ?? ''))
    .map(({ span }) => ({
      span,
      message: 'Unexpected `<Internal>` in a field, expected it in the text of a page',
      hint: 'Name the field in `internalFields`, or put what everyone may read in it.',
    }));
}

function getOpeningTagSpan(node: ComponentNode): Finding['span'] {
  const { start } = getNodeSpan(node);
  return { start, end: start + 1 + (node.name?.length ?? 0) };
}

function checkAttributes(node: ComponentNode, component: Component, text: string): Finding[] {
  const written = readAttributes(node, text);
  const present = new Set(written.map(({ name }) => name));
  const missing = Object.entries(component.attributes)
    .filter(([name, attribute]) => attribute.required && !present.has(name))
    .map(([name, { meaning }]) => ({
      span: getOpeningTagSpan(node),
      message: `Missing attribute \`${name}\` in \`<${component.name}>\`, expected \`${name}="…"\``,
      hint: meaning,
    }));
  return [...missing, ...written.flatMap((attribute) => checkAttribute(attribute, component, written))];
}

function checkAttribute(
  attribute: ParsedAttribute,
  component: Component,
  all: readonly ParsedAttribute[],
): Finding[] {
  const { name, value, span } = attribute;
  const known = component.attributes[name];
  if (!known || !Object.hasOwn(component.attributes, name)) {
    const names = Object.keys(component.attributes);
    const suggestion = findNearest(name, names);
    return [
      {
        span,
        message: `Unknown attribute ${quote(name)} in \`<${component.name}>\`, expected one of ${names.join(', ')}`,
        hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      },
    ];
  }
  if (all.find((other) => other.name === name) !== attribute) {
    return [{ span, message: `Unexpected second attribute \`${name}\`, expected it once` }];
  }
  // `no-code` reports it.
  if (known.type === 'text' && attribute.inBraces) return [];
  const texts = typeof value === 'string' ? [value] : (value ?? []);
  const isValid =
    (known.type === 'list') === Array.isArray(value) &&
    value !== undefined &&
    texts.every((item) => item.trim());
  if (!isValid) {
    const shape = known.type === 'list' ? `\`${name}={["…", "…"]}\`` : `\`${name}="…"\``;
    return [{ span, message: `Unexpected value of \`${name}\`, expected ${shape}` }];
  }
  return checkValue(attribute, known);
}

function checkValue(
  { name, value, valueSpans, span }: ParsedAttribute,
  { values, pattern }: Component['attributes'][string],
): Finding[] {
  if (typeof value !== 'string') return [];
  const at = valueSpans[0] ?? span;
  if (values && !values.includes(value)) {
    const suggestion = suggestEnumValue(value, values);
    return [
      {
        span: at,
        message: `Unexpected ${quote(value)} as \`${name}\`, expected one of ${values.join(', ')}`,
        hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      },
    ];
  }
  if (pattern && !pattern.test.test(value)) {
    return [{ span: at, message: `Unexpected ${quote(value)} as \`${name}\`, expected ${pattern.expected}` }];
  }
  return [];
}

/** @param firstLines the first block of each step of a procedure */
function checkPlacement(node: ComponentNode, component: Component, firstLines: ReadonlySet<Node>): Finding[] {
  const findings: Finding[] = [];
  const span = getOpeningTagSpan(node);
  if (component.placement !== 'inline' && node.type === 'mdxJsxTextElement') {
    findings.push({
      span,
      message: `Unexpected \`<${component.name}>\` inside a sentence, expected it on lines of its own`,
    });
  } else if (component.placement === 'step' && !firstLines.has(node)) {
    findings.push({
      span,
      message: `Unexpected \`<${component.name}>\` here, expected it as the first line of a step in a \`<Procedure>\``,
    });
  }
  const [first] = node.children;
  if (first && component.children === 'none') {
    findings.push({
      span: getNodeSpan(first),
      message: `Unexpected content in \`<${component.name}>\`, expected \`<${component.name} … />\``,
    });
  }
  const block = component.children === 'text' ? findFirstNonText(node) : undefined;
  if (block) {
    findings.push({
      span: getNodeSpan(block),
      message: `Unexpected \`${'name' in block ? `<${block.name}>` : block.type}\` inside \`<${component.name}>\`, expected text on the same line`,
    });
  }
  return findings;
}

/** Reports a component without the blocks that it is for: the author may take what is below it for its content. */
function checkContent(node: ComponentNode, { name, children }: Component, text: string): Finding[] {
  // Other findings say that a procedure has no steps.
  if (children !== 'blocks' || name === 'Procedure') return [];
  const isEmpty = (node.children as readonly Node[]).every(
    (child) => isComment(child) || (child.type === 'text' && /^\s*$/.test((child as Text).value)),
  );
  if (!isEmpty) return [];
  const span = getNodeSpan(node);
  if (!text.startsWith('<', span.start)) {
    return [{ span, message: 'Unexpected empty callout, expected its text on the next line, after `>`' }];
  }
  return [
    {
      span: getOpeningTagSpan(node),
      message: `Unexpected empty \`<${name}>\`, expected text between \`<${name}>\` and \`</${name}>\``,
      hint: name === 'Internal' ? 'What is below it is not internal.' : undefined,
    },
  ];
}

const TEXT_NODE_TYPES = ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'mdxTextExpression'];

/** Finds anything but text inside a link component: a link in a link would end the outer one. */
function findFirstNonText(node: ComponentNode): Node | undefined {
  let found: Node | undefined;
  visit(node, (inner) => {
    if (inner === node || TEXT_NODE_TYPES.includes(inner.type)) return CONTINUE;
    found = inner;
    return EXIT;
  });
  return found;
}

/** Reports components in the text of a Markdown link. */
function checkLink(node: Link | LinkReference): Finding[] {
  const findings: Finding[] = [];
  visit(node, 'mdxJsxTextElement', (inner) => {
    findings.push({
      span: getOpeningTagSpan(inner),
      message: `Unexpected \`<${inner.name ?? ''}>\` inside a link, expected only text`,
    });
  });
  return findings;
}

function checkProcedure(node: ComponentNode, kind: DocumentKind): Finding[] {
  if (node.name !== 'Procedure') return [];
  if (kind !== 'note') {
    const message = `Unexpected \`<Procedure>\` in a ${kind}, expected it in a note`;
    return [{ span: getOpeningTagSpan(node), message }];
  }
  const children = node.children as Node[];
  const [first, second] = children.filter(isNumberedList);
  if (first && !second && findStepList(node)) return [];
  if (!first || !second) {
    const message = 'Missing steps in `<Procedure>`, expected one numbered list';
    return [{ span: getOpeningTagSpan(node), message }];
  }
  const between = children[children.indexOf(first) + 1];
  const isContinued = second.start === (first.start ?? 1) + first.children.length;
  const isOtherList = between?.type === 'heading' || (between?.type === 'paragraph' && !isContinued);
  if (between && between !== second && !isOtherList) return [createInterruption(between, first)];
  return [
    {
      span: getNodeSpan(second),
      message: 'Unexpected second numbered list in `<Procedure>`, expected all steps in one list',
    },
  ];
}

function isNumberedList(node: Node): node is List {
  return node.type === 'list' && (node as List).ordered === true;
}

const BLOCK_NAMES: Readonly<Record<string, string>> = {
  code: 'code block',
  paragraph: 'paragraph',
  list: 'list',
  blockquote: 'quotation',
  table: 'table',
};

/** Reports a block between two steps. If it is not indented, it ends the list, and the next step starts another one. */
function createInterruption(block: Node, list: List): Finding {
  const item = list.children.at(-1);
  const content = item?.children[0]?.position ?? item?.position;
  const indent = Math.max(2, (content?.start.column ?? 4) - (list.position?.start.column ?? 1));
  const name = 'name' in block ? `\`<${block.name}>\`` : (BLOCK_NAMES[block.type] ?? 'block');
  return {
    span: getNodeSpan(block),
    message: `Unexpected ${name} between two steps of \`<Procedure>\`, expected it inside a step`,
    hint: `Indent each of its lines by ${indent} spaces, and it belongs to the step above.`,
  };
}

/** Returns the first block of each step of a procedure. */
function findFirstLines(nodes: NodeIndex): Node[] {
  const firstLines: Node[] = [];
  for (const procedure of nodes.listByTypes('mdxJsxFlowElement').filter(({ name }) => name === 'Procedure')) {
    const list = findStepList(procedure);
    if (list) visit(list, 'listItem', ({ children: [first] }) => void (first && firstLines.push(first)));
  }
  return firstLines;
}
