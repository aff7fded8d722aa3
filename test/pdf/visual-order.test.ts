import { expect, test } from 'vitest';
import { STYLES } from '../../src/knowledge/checklists/print/paper.ts';
import { orderVisually } from '../../src/pdf/visual-order.ts';

/** Returns the parts of a line from left to right. The letters of each word keep the order in which they are read. */
function order(...texts: string[]): string {
  return orderVisually(texts.map((text) => ({ text, style: STYLES.item })))
    .map(({ text }) => text)
    .join('');
}

test.each([
  ['a line from left to right as it is', 'Read (this) 12', 'Read (this) 12'],
  ['words from right to left', 'אב גד הו', 'הו גד אב'],
  ['words from right to left within a sentence', 'Read אב גד now', 'Read גד אב now'],
  ['numbers in words from right to left', 'אב 12 גד', 'גד 12 אב'],
  ['Arabic digits from left to right', 'سليم ١٢٣ الآن', 'الآن ١٢٣ سليم'],
  ['brackets around words from right to left', 'אב (גד) הו', 'הו (גד) אב'],
  ['a command in words from right to left', 'אב redis-cli גד', 'גד redis-cli אב'],
])('orders %s', (_, text, visual) => {
  expect(order(text)).toBe(visual);
});

test('keeps the style of each part', () => {
  const bold = { ...STYLES.item, weight: 'bold' } as const;
  const line = orderVisually([
    { text: 'אב ', style: STYLES.item },
    { text: 'גד', style: bold },
  ]);
  expect(line.map(({ text, style }) => [text, style === bold])).toEqual([
    ['גד', true],
    [' ', false],
    ['אב', false],
  ]);
});
