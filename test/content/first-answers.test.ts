/** Tests what the sample shows first for error lines of its programs, typed or pasted. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { createLexicon } from '../../src/knowledge/search/create-lexicon.ts';
import type { SearchIndex } from '../../src/knowledge/search/find-pages.ts';
import { search } from '../../src/knowledge/search/search.ts';
import { createSearchDocuments } from '../../src/knowledge/search/search-document.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { createTableLoader } from '../../src/node/search/query-table-files.ts';
import { MiniSearchEngine } from '../../src/search/minisearch-engine.ts';

let index: SearchIndex;

beforeAll(async () => {
  const documents = createSearchDocuments(createKnowledge(await readContent()));
  index = {
    engine: new MiniSearchEngine(documents, createAddresses('/')),
    lexicon: createLexicon(documents),
    tables: createTableLoader(),
  };
});

describe('the first answer to an error of one line is about its program', () => {
  test.each([
    ['dial tcp 10.0.0.5:5432: connect: connection refused', 'postgresql'],
    ['FATAL: sorry, too many clients already', 'postgresql'],
    ['ERROR: database is not accepting commands to avoid wraparound data loss in database "app"', 'postgresql'],
    ['PANIC:  could not write to file "pg_wal/xlogtemp.123": No space left on device', 'postgresql'],
    ["OOM command not allowed when used memory > 'maxmemory'", 'redis'],
    ['ECONNREFUSED 127.0.0.1:6379', 'redis'],
    ['MISCONF Redis is configured to save RDB snapshots, but is not able to persist on disk', 'redis'],
    ['ERROR 1040 (HY000): Too many connections', 'mysql'],
    ['ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction', 'mysql'],
    ["ERROR 1062 (23000): Duplicate entry '2147483647' for key 'PRIMARY'", 'mysql'],
    ['MongoNetworkError: failed to connect to server [10.0.0.7:27017] on first connect', 'mongo'],
    ['ClusterBlockException[blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];]', 'elasticsearch'],
    ['org.elasticsearch.discovery.MasterNotDiscoveredException', 'elasticsearch'],
    ['memory resource limit alarm set on node rabbit@mq1', 'rabbitmq'],
    ['Server app/web1 is DOWN, reason: Layer4 timeout, 0 active and 0 backup servers left', 'server-goes-down'],
    ['Temporary failure in name resolution', 'dns'],
    ['postfix/qmgr: warning: mail queue full, status=deferred', 'mail'],
  ])('%s', async (line, program) => {
    for (const query of [line, `2026-03-10 10:22:41 app[7]: ${line}`]) {
      const { results, isClosest } = await search(index, query);
      expect([results[0]?.id, isClosest]).toEqual([expect.stringContaining(program), false]);
    }
  });
});
