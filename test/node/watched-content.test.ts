import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { WatchedContent } from '../../src/node/watched-content.ts';
import { SMALL_FILES } from '../knowledge/small-content.ts';

const SECRET = `password${'='}hunter2-and-${'more9'}`;
const note = (title: string, body = 'It runs.') =>
  `---\ntitle: ${title}\nsummary: How it works.\nstatus: reviewed\norganization: example\nservices: [redis]\n---\n\n${body}\n`;

/** Returns files that can be changed, and the content that is read of them. */
function watch() {
  const texts: Record<string, string> = { ...SMALL_FILES };
  const toFiles = () => Object.entries(texts).map(([path, text]) => ({ path, text }));
  const root = randomUUID();
  const watched = new WatchedContent((_, cache) =>
    createMaskedContent(toFiles(), root, undefined, cache.findSecrets),
  );
  return { texts, toFiles, root, watched };
}

test('a file with the same text is not parsed again', async () => {
  const { texts, watched } = watch();
  texts['notes/a.mdx'] = note('First');
  texts['notes/b.mdx'] = note('Second');
  const before = (await watched.read()).findDocument('note', 'b')?.validated;
  texts['notes/a.mdx'] = note('Changed');
  const after = await watched.read();
  expect(after.findDocument('note', 'a')?.title).toBe('Changed');
  expect(after.findDocument('note', 'b')?.validated).toBe(before);
});

test('a secret that is added is masked', async () => {
  const { texts, watched } = watch();
  texts['notes/a.mdx'] = note('First');
  await watched.read();
  texts['notes/a.mdx'] = note('First', SECRET);
  const file = (await watched.read()).findDocument('note', 'a');
  expect(file?.text).not.toContain('hunter2');
  expect(file?.secrets).toHaveLength(1);
});

test('after any edits, the content is the same as one that is read for the first time', async () => {
  const edit = fc.record({
    name: fc.constantFrom('a', 'b'),
    text: fc.constantFrom(
      undefined,
      note('First'),
      note('Second'),
      note('Second', SECRET),
      '---\ntitle: [\n---\n',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const { texts, toFiles, root, watched } = watch();
      for (const { name, text } of edits) {
        const path = `notes/${name}.mdx`;
        if (text === undefined) delete texts[path];
        else texts[path] = text;
        const content = await watched.read();
        const fresh = await createMaskedContent(toFiles(), root);
        const show = ({ documents }: typeof content) =>
          documents.map((file) => [file.path, file.text, file.secrets, file.facts, file.validated]);
        expect(show(content)).toEqual(show(fresh));
      }
    }),
    { numRuns: 30 },
  );
});
