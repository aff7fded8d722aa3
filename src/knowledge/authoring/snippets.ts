/** Creates snippets of the components for authors, in the notation of VS Code. */
import type { Component, ComponentAttribute } from '../source/components/component.ts';
import { COMPONENTS } from '../source/components/index.ts';

export interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Returns the snippets by their names, which are also their prefixes. */
export function createSnippets(components: readonly Component[] = COMPONENTS): Record<string, Snippet> {
  return Object.fromEntries(
    components.map((component) => [
      component.name,
      {
        scope: 'mdx,markdown',
        prefix: component.name,
        description: component.meaning,
        body: createBody(component),
      },
    ]),
  );
}

function createBody({ name, placement, children, attributes }: Component): string[] {
  let stop = 0;
  const written = Object.entries(attributes)
    .filter(([, { required, isRare }]) => required || (placement === 'block' && !isRare))
    .map(([attribute, data]) => `${attribute}=${formatValue(attribute, data, ++stop)}`);
  const closed = `<${name} ${written.join(' ')} />`;
  if (placement === 'inline') return [`${closed}$0`];
  // Without an empty line, text after a tag would be part of its paragraph.
  if (children === 'none') return [closed, '', placement === 'step' ? '   $0' : '$0'];
  const opening =
    written.length < 3 ? [`<${name} ${written.join(' ')}>`] : [`<${name}`, ...written.map(indent), '>'];
  const inside = 'activity' in attributes ? ['1. $0'] : ['$0'];
  return [...opening, '', ...inside, '', `</${name}>`];
}

function indent(attribute: string): string {
  return `  ${attribute}`;
}

/** `"${1|note,tip|}"` offers a choice, `"${1:id}"` is text that you type over. */
function formatValue(name: string, { type, values }: ComponentAttribute, stop: number): string {
  const field = values ? `\${${stop}|${values.join(',')}|}` : `\${${stop}:${name}}`;
  return type === 'list' ? `{["${field}"]}` : `"${field}"`;
}
