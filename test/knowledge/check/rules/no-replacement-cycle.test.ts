import { expect, test } from 'vitest';
import { findLastReplacement } from '../../../../src/knowledge/check/replacements.ts';
import { Content } from '../../../../src/knowledge/source/content.ts';

const createTags = (count: number, end: string) => {
  const chain = Array.from({ length: count }, (_, at) => `- {id: t${at}, replacedBy: t${at + 1}}\n`);
  return new Content([{ path: 'vocabulary/tags.yaml', text: chain.join('') + end }], 'content');
};

test('long chains of replacements, and cycles, are followed in milliseconds', () => {
  const count = 10_000;
  const chain = createTags(count, `- {id: t${count}}\n`);
  const cycle = createTags(count, `- {id: t${count}, replacedBy: t7}\n`);
  const before = process.cpuUsage();
  const follow = (content: Content) =>
    Array.from({ length: count + 1 }, (_, at) => findLastReplacement(content, { kind: 'tag', id: `t${at}` }));
  expect(new Set(follow(chain).slice(0, count))).toEqual(new Set([`t${count}`]));
  expect(follow(chain).at(-1)).toBeUndefined();
  expect(new Set(follow(cycle))).toEqual(new Set([undefined]));
  expect(process.cpuUsage(before).user).toBeLessThan(2_500_000);
});
