import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const FILES = SMALL_CONTENT.files.map(({ path, text, type }) => ({
  path: path.slice(SMALL_CONTENT.root.length + 1),
  ...(type === 'picture' ? {} : { text }),
}));

const ACTIVITIES = `- id: deploy
  title: Deploy
  objective: Release a new version.
  mode: do-confirm
- id: emergency
  title: Emergency
  objective: Restore service.
  mode: read-do
`;

const withActivities = new Content(
  [...FILES, { path: 'vocabulary/activities.yaml', text: ACTIVITIES }],
  'content',
);

async function importNote(markdown: string, content: Content = withActivities) {
  const reader = findImportFormat('markdown');
  const [document] = reader
    ? await readDocuments(reader, { path: 'runbook.md', bytes: new TextEncoder().encode(markdown) })
    : [];
  if (!document) throw new Error('There is no document');
  return createDraft(document, {
    kind: 'note',
    vocabulary: createVocabularyLookup(content),
    isTaken: () => false,
  });
}

const RUNBOOK = `# Mail queue is stuck

## Restart the queue

1. Look at the queue.

\`\`\`sh
postqueue -p
\`\`\`

2. Restart the service, and count {again}.

## Deploy a fix

1) Build it
2) Push it

## Reasons

1. The disk was full.
2. The relay was down.
`;

test('numbered steps of a runbook become procedures of the activity that their heading names', async () => {
  const draft = await importNote(RUNBOOK);
  expect(draft.text).toContain(`## Restart the queue

<Procedure id="restart-the-queue-steps" title="Restart the queue" activity="emergency" outline="These steps are imported and not checked yet.">
  1. Look at the queue.
     \`\`\`sh
     postqueue -p
     \`\`\`
  2. Restart the service, and count \\{again}.
</Procedure>

## Deploy a fix

<Procedure id="deploy-a-fix-steps" title="Deploy a fix" activity="deploy" outline="These steps are imported and not checked yet.">
  1. Build it
  2. Push it
</Procedure>

## Reasons

1. The disk was full.
2. The relay was down.
`);
  expect(draft.remarks).toContain(
    '2 lists of steps became `<Procedure>`: check the steps and the activity, then remove `outline`',
  );
  const whole = new Content(
    [...FILES, { path: 'vocabulary/activities.yaml', text: ACTIVITIES }, draft],
    'content',
  );
  expect(
    runRules(whole).filter(({ severity, path }) => severity === 'error' && path.endsWith('.mdx')),
  ).toEqual([]);
});

test('steps stay a list where the vocabulary has no activity for them', async () => {
  const draft = await importNote(RUNBOOK, SMALL_CONTENT);
  expect(draft.text).not.toContain('<Procedure');
  expect(draft.remarks).toContain(
    '2 lists of steps can become `<Procedure>`: add an activity to the vocabulary first',
  );
});
