/** Splits a paragraph at its line breaks, hard and soft. */
import type { PhrasingContent } from 'mdast';

export function splitLines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const part of children.flatMap(splitText)) {
    if (part.type === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines.filter((line) => line.length > 0);
}

/** Returns a text with a break for each end of a line in it. */
function splitText(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  return node.value
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(value ? [{ ...node, value }] : []),
    ]);
}
