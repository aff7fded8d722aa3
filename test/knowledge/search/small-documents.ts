/** Search documents for tests, which set only the fields that a test is about. */
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';

export function createDocument(
  fields: Partial<SearchDocument> & Pick<SearchDocument, 'id' | 'title'>,
): SearchDocument {
  const { kind = 'postmortem' } = fields;
  return {
    kind,
    summary: '',
    aliases: [],
    misspellings: [],
    signals: [],
    sections: [],
    filters: { kind: [kind] },
    ...fields,
  };
}

/** A section of running text without a heading. */
export function createTextSection(text: string): SearchDocument['sections'] {
  return [{ anchor: '', title: '', text }];
}

export const DOCUMENTS: readonly SearchDocument[] = [
  createDocument({
    id: 'mysql-failover',
    title: 'A MySQL failover loses writes',
    sections: createTextSection(
      'The primary was cut off for 43 seconds. The new master lacked writes that the old one had.',
    ),
  }),
  createDocument({
    id: 'disk-full',
    title: 'Logs fill a disk',
    signals: ['write error: No space left on device'],
    sections: createTextSection('A batch job logs without end. max_connections was not the reason.'),
  }),
  createDocument({
    id: 'search-down',
    title: 'The search takes the site down',
    sections: createTextSection(
      'Elasticsearch was overloaded, and the health check took every server out of the pool.',
    ),
  }),
  createDocument({
    kind: 'procedure',
    id: 'note#cluster',
    title: 'Elasticsearch: the cluster has problems',
    signals: ['ES cluster problems'],
    sections: createTextSection('Pause processing. Disable shard allocation. Restart the nodes that fail.'),
  }),
  createDocument({
    kind: 'service',
    id: 'elasticsearch',
    title: 'Elasticsearch',
    summary: 'A search engine.',
    aliases: ['ES', 'elastic'],
    misspellings: ['elastisearch'],
  }),
  createDocument({
    kind: 'service',
    id: 'digital-ocean',
    title: 'DigitalOcean',
    summary: 'A cloud provider.',
    aliases: ['DO', 'droplet'],
  }),
  createDocument({
    kind: 'tag',
    id: 'single-point-of-failure',
    title: 'Single point of failure',
    summary: 'One server has no second.',
  }),
  createDocument({
    kind: 'lesson',
    id: 'test-failover',
    title: 'Test a failover before you need it',
    evidence: 3,
  }),
  createDocument({
    kind: 'lesson',
    id: 'write-failover',
    title: 'Write a failover down before you need it',
    evidence: 0,
  }),
];
