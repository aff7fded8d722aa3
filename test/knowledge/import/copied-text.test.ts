import { expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

const GOOGLE_DOCS = `Mail is late
Postmortem

Date: 2023-11-02

All times UTC.

Summary
Mail came late by an hour.

Impact
900 messages were late.

Duration
1 hour 5 minutes

Contributing factors
● Nobody watched the queue
○ The disk was small

Timeline
8:05 AM – the disk is full
9:10 AM – mail flows

Action items
Action	Owner	Due date	Status	Ticket
Watch the queue	database team	11/24/2023	In progress	OPS-7
Buy a disk	SRE	TBD	Not started	
`;

test('reads the headings, bullets and tables of a document copied as plain text', async () => {
  const { fields, offers } = await importShape('mail-is-late.txt', GOOGLE_DOCS);
  expect(fields).toContain('summary: Mail came late by an hour.');
  expect(fields).toContain('impact: 900 messages were late.');
  expect(fields).toContain('duration: PT1H5M');
  expect(fields).toContain('text: Nobody watched the queue');
  expect(fields).toContain('text: The disk was small');
  expect(fields).toMatch(/text: Watch the queue[\s\S]*due: ['"]?2023-11-24/);
  expect(offers).toContain('2023-11-02T08:05Z');
  expect(offers).toContain('text: mail flows');
});

test('leaves a name of a section in a sentence of plain text in its paragraph', async () => {
  const { body } = await importShape('a.txt', 'Mail is late\n\nWe knew the\nImpact\nof it late.\n');
  expect(body).not.toContain('## Impact');
});
