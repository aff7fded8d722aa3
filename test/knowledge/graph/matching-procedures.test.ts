import { expect, test } from 'vitest';
import { findMatchingProcedures } from '../../../src/knowledge/graph/matching-procedures.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD, SMALL_FILES } from '../small-content.ts';

const PROCEDURE =
  '<Procedure id="dead" title="Redis is dead" activity="emergency" services={["redis", "git"]} signals={["No route to host 12"]}>\n\n1. Start it.\n\n</Procedure>\n';

/** Returns the reasons for offering the procedure on a postmortem with these fields. */
function findReasons(fields: string, noteHead = NOTE_HEAD): string[] {
  const knowledge = createKnowledgeWith({
    'vocabulary/services.yaml': `${SMALL_FILES['vocabulary/services.yaml']}- id: git\n  title: Git\n  meaning: Keeps code.\n  generic: true\n`,
    'notes/redis.mdx': noteHead + PROCEDURE,
    'postmortems/one.mdx': POSTMORTEM_HEAD.replace(/---\n$/, `${fields}---\n`),
  });
  return findMatchingProcedures(knowledge, knowledge.get('postmortem', 'one')).map(
    ({ procedure, services, signals }) => [procedure.id, ...services, ...signals].join(' '),
  );
}

const factor = (service: string) =>
  `factors:\n  - { text: It broke., category: software, services: [${service}] }\n`;
const elsewhere = NOTE_HEAD.replace('organization: example', 'organization: elsewhere');

test('offers a procedure of the same organization for an affected service', () => {
  expect(findReasons(factor('redis'))).toEqual(['redis#dead redis']);
  expect(findReasons(factor('redis'), elsewhere)).toEqual([]);
});

test('offers nothing for a service that no factor concerns, nor for a generic one', () => {
  expect(findReasons('services: [redis]\n')).toEqual([]);
  expect(findReasons(factor('git'))).toEqual([]);
});

test('offers a procedure of any organization for the same signal', () => {
  const signals = 'signals: ["no route to host 7"]\n';
  expect(findReasons(signals)).toEqual(['redis#dead no route to host 7']);
  expect(findReasons(signals, elsewhere)).toEqual(['redis#dead no route to host 7']);
});

test('offers emergencies first, then those with more signals, then those with more services', () => {
  const procedure = (id: string, activity: string, services: string, signals: string) =>
    `<Procedure id="${id}" title="T" activity="${activity}" services={[${services}]} signals={[${signals}]}>\n\n1. Start it.\n\n</Procedure>\n`;
  const knowledge = createKnowledgeWith({
    'notes/redis.mdx': [
      NOTE_HEAD,
      procedure('one-service', 'planned-reboot', '"redis"', ''),
      procedure('two-services', 'planned-reboot', '"redis", "elasticsearch"', ''),
      procedure('signal', 'planned-reboot', '"redis"', '"pool exhausted"'),
      procedure('emergency', 'emergency', '"redis"', ''),
    ].join('\n'),
    'postmortems/one.mdx': POSTMORTEM_HEAD.replace(
      /---\n$/,
      `factors: [{ text: It broke., category: software, services: [redis, elasticsearch] }]\nsignals: [pool exhausted]\n---\n`,
    ),
  });
  const found = findMatchingProcedures(knowledge, knowledge.get('postmortem', 'one'));
  expect(found.map(({ procedure: { data } }) => data.id)).toEqual([
    'emergency',
    'signal',
    'two-services',
    'one-service',
  ]);
});

test('offers outlines last', () => {
  const createProcedure = (id: string, attributes: string) =>
    `<Procedure id="${id}" title="${id}" activity="emergency" services={["redis"]}${attributes}>\n\n1. Start it.\n\n</Procedure>\n\n`;
  const knowledge = createKnowledgeWith({
    'notes/redis.mdx':
      NOTE_HEAD +
      createProcedure('outline', ' signals={["no route to host"]} outline="See the wiki."') +
      createProcedure('steps', ''),
    'postmortems/one.mdx': POSTMORTEM_HEAD.replace(
      /---\n$/,
      `${factor('redis')}signals: [no route to host]\n---\n`,
    ),
  });
  const found = findMatchingProcedures(knowledge, knowledge.get('postmortem', 'one'));
  expect(found.map(({ procedure }) => procedure.id)).toEqual(['redis#steps', 'redis#outline']);
});
