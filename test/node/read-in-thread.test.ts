import { expect, test } from 'vitest';
import { readInThread } from '../../src/node/read-in-thread.ts';

/** A PDF of objects as they are, with the list of their places. */
function createPdf(objects: readonly string[]): Uint8Array {
  const places: number[] = [];
  let text = '%PDF-1.4\n';
  for (const [at, object] of objects.entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const list = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${list}trailer <</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return new TextEncoder().encode(text);
}

function createPage(content: string, resources = '', others: readonly string[] = []): Uint8Array {
  return createPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    createStream('', content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...others,
  ]);
}

function createStream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

test('reads a PDF in a thread', async () => {
  const bytes = createPage('BT /F1 12 Tf 50 700 Td (It was full.) Tj ET');
  const [document] = await readInThread({ format: 'pdf', path: 'a.pdf', bytes });
  expect(JSON.stringify(document?.body)).toContain('It was full.');
});

test('stops a PDF whose forms contain each other billions of times, and refuses it in a sentence', async () => {
  const depth = 14;
  const forms = Array.from({ length: depth }, (_, at) =>
    createStream(
      `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<<${at < depth - 1 ? `/X ${7 + at} 0 R` : ''}>>>>`,
      at < depth - 1 ? '/X Do '.repeat(10) : '0 0 m',
    ),
  );
  const bytes = createPage('/X Do', '/XObject<</X 6 0 R>>', forms);
  await expect(
    readInThread({ format: 'pdf', path: 'a.pdf', bytes }, { milliseconds: 3_000 }),
  ).rejects.toThrow('Unexpected content that takes too much time or memory to read');
}, 30_000);
