import { describe, expect, test } from 'vitest';
import { createValidKnowledge } from '../../../src/knowledge/graph/valid/valid-knowledge.ts';
import { findSimilarIncidents } from '../../../src/knowledge/new/similar-incidents.ts';
import { findSimilarLessons } from '../../../src/knowledge/new/similar-lessons.ts';
import { readContent } from '../../../src/node/content-folder.ts';

const knowledge = createValidKnowledge(await readContent('content'));
const findSimilar = (title: string, fields: object = {}) =>
  findSimilarIncidents(knowledge, { title, ...fields });

describe('findSimilarIncidents', () => {
  test('returns similar incidents with reasons and lessons', () => {
    const { incidents, lessons, tags } = findSimilar('Redis failover made every server a replica', {
      services: ['redis'],
      signals: ['MDB service refuses to start'],
    });
    expect(incidents.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['2018-03-10-manager-mongo-outage', ['the same signal `MDB service refuses to start`']],
      [
        '2015-03-linode-xen-reboots',
        ['both mention: failover', 'the same words: `failover`, `redis`, `server`'],
      ],
    ]);
    expect(lessons.length).toBe(7);
    expect(lessons[0]?.why).toBe('taught by 2018-03-10-manager-mongo-outage, 2015-03-linode-xen-reboots');
    expect(lessons.at(-1)?.why).toBe('about redis');
    expect(tags).toContain('undeployed-drift');
  });

  test('returns nothing if no incident is similar', () => {
    expect(findSimilar('Invoices are printed twice')).toEqual({ incidents: [], lessons: [], tags: [] });
  });
});

describe('findSimilarLessons', () => {
  test.each([
    ['Failover has to be tested before it is needed', 'test-failover-before-you-need-it'],
    ['Put timeouts on all calls to other services', 'put-a-timeout-on-every-dependency'],
    ['Lower TTLs well before you change IP addresses', 'lower-the-ttl-before-addresses-change'],
    ['Backups are restored as a drill before risky changes', 'prove-backups-before-risky-work'],
    ['Queues that are stuck get purged', 'clear-a-stuck-queue-rather-than-wait'],
  ])('finds a lesson similar to %j', (statement, id) => {
    expect(findSimilarLessons(knowledge, { statement })[0]?.id).toBe(id);
  });

  test.each([
    ['Rotate TLS certificates automatically'],
    ['Feature flags are removed after a month'],
    ['Invoices need a second reader'],
    ['Deploys happen only in office hours'],
    ['Passwords live in a vault'],
  ])('finds no lesson similar to %j', (statement) => {
    expect(findSimilarLessons(knowledge, { statement })).toEqual([]);
  });
});
