import { expect, test } from 'vitest';
import { getProcedureMarks, listEmergencyCards } from '../../../src/knowledge/graph/procedures.ts';
import { createKnowledgeWith, NOTE_HEAD } from '../small-content.ts';

const createProcedure = (
  id: string,
  { attributes = '', step = '1. Start it.', activity = 'emergency' } = {},
) =>
  `<Procedure id="${id}" title="${id}" activity="${activity}"${attributes}>\n\n${step}\n\n</Procedure>\n\n`;
const KILL = '1. Look.\n   1. <Destructive onlyIf="it hangs" />\n\n      Kill it.';

const knowledge = createKnowledgeWith({
  'notes/redis.mdx':
    NOTE_HEAD +
    createProcedure('plain') +
    createProcedure('kill', { step: KILL }) +
    createProcedure('outline', { attributes: ' outline="See the wiki."', step: KILL }) +
    createProcedure('routine', { activity: 'planned-reboot' }),
});

test('marks outlines, and procedures with a destructive step at any depth', () => {
  const marks = knowledge.all('procedure').map((procedure) => getProcedureMarks(procedure));
  expect(marks).toEqual([[], ['destructive'], ['outline', 'destructive'], []]);
});

test('shows no outline and no routine as an emergency card', () => {
  expect(listEmergencyCards(knowledge).map(({ id }) => id)).toEqual(['redis#plain', 'redis#kill']);
});
