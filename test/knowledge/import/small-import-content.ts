/** A small content to import into. */
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_FILES } from '../small-content.ts';

export const SMALL_CONTENT = new Content(
  [
    { path: 'site.yaml', text: SMALL_FILES['site.yaml'] },
    {
      path: 'vocabulary/services.yaml',
      text: `- id: postgresql
  title: PostgreSQL
  meaning: A database.
  aliases: [Postgres, PG]
  misspellings: [postgress]
- id: elasticsearch
  title: Elasticsearch
  meaning: A search engine.
  aliases: [ES, search cluster]
- id: elastic-old
  title: Elastic Old
  meaning: What it was called before.
  replacedBy: elasticsearch
`,
    },
    {
      path: 'vocabulary/tags.yaml',
      text: `- id: stale-lock
  title: Stale lock file
  meaning: A lock is left over.
  aliases: [lock file, search cluster]
`,
    },
    {
      path: 'vocabulary/organizations.yaml',
      text: `- id: example
  title: Example
  aliases: [Example Inc.]
- id: no
  title: Norway Online
`,
    },
  ],
  'content',
);
