import { describe, expect, it } from 'vitest';
import { generateContent } from '../../bench/content/generate-content.ts';
import { countEntries } from '../../bench/content/vocabulary.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { checkContent } from '../../src/node/check-content.ts';

describe('generateContent', () => {
  it('creates content without errors and warnings', async () => {
    const { problems } = await checkContent(await createMaskedContent(generateContent(60), 'generated'));
    expect(problems).toEqual([]);
  });

  it('creates the same files for the same seed, and others for another', () => {
    expect(generateContent(20, 3)).toEqual(generateContent(20, 3));
    expect(generateContent(20, 3)).not.toEqual(generateContent(20, 4));
  });

  it('creates bodies of about 2 to 12 KB', () => {
    const lengths = generateContent(200)
      .filter(({ path }) => path.startsWith('postmortems/'))
      .map(({ text }) => text.split('\n---\n')[1]?.length ?? 0);
    expect(Math.min(...lengths)).toBeGreaterThan(2_000);
    expect(Math.max(...lengths)).toBeLessThan(14_000);
  });

  it('creates services and lessons that have more in common the more postmortems there are', () => {
    expect(countEntries(10_000)).toMatchObject({ services: 300, lessons: 631, notes: 200 });
  });
});
