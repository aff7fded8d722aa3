/**
 * The rooms, and which may import from which. The rooms of `src/knowledge/` are listed in the order of the flow: each imports
 * only from itself and from rooms before it. `depcruise` runs in `npm run lint`.
 */

/** In the order of the flow. A new room goes where everything that it imports is above it. */
export const ROOMS = [
  'schema',
  'source',
  'check',
  'audience',
  'graph',
  'insights',
  'actions',
  'edit',
  'checklists',
  'search',
  'similar',
  'review',
  'authoring',
  'import',
  'new',
  'preview',
];

const onlyEarlierRooms = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-imports-only-earlier-rooms`,
  comment: `The order of rooms is ${ROOMS.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/knowledge/${room}/` },
  to: { path: `^src/knowledge/(?:${ROOMS.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular-import',
      comment: 'Files that import each other cannot be read, tested or moved one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-file-has-a-room',
      comment: 'The folder listing shows the flow only if no file lies loose.',
      severity: 'error',
      from: { path: `^src/knowledge/(?!(?:${ROOMS.join('|')})/)` },
      to: {},
    },
    ...onlyEarlierRooms,
    {
      name: 'knowledge-is-pure',
      comment: 'The knowledge knows neither the disk nor the site nor the browser.',
      severity: 'error',
      from: { path: '^src/knowledge/' },
      to: { path: '^(?:src/(?!knowledge/)|test/)', pathNot: '^src/types/' },
    },
    {
      name: 'knowledge-uses-no-platform',
      comment: 'The knowledge imports neither Node nor Astro.',
      severity: 'error',
      from: { path: '^src/knowledge/' },
      to: {
        path: '^(?:node:|node_modules/(?:astro|pagefind)/)|^(?:fs|path|os|url|worker_threads|module)(?:/|$)',
      },
    },
    {
      name: 'browser-code-runs-in-the-browser',
      comment: 'What is sent to the browser must not import code that needs Node.',
      severity: 'error',
      from: { path: '^src/(?:search|elements|offline|charts|bundle/browser)/' },
      to: { path: '^(?:node:|src/(?:node|commands|pdf|integrations)/)' },
    },
    {
      name: 'charts-are-pure',
      comment: 'A build writes charts as text, and a browser draws them again: they need neither.',
      severity: 'error',
      from: { path: '^src/charts/' },
      to: { path: '^(?:node:|src/(?!charts/|knowledge/))' },
    },
    {
      name: 'commands-are-a-shell',
      comment: 'Nothing but the commands themselves imports a command.',
      severity: 'error',
      from: { path: '^src/(?!commands/)' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'node-knows-no-shell',
      comment: 'Disk, git and threads serve the site and the commands, and know neither.',
      severity: 'error',
      from: { path: '^src/node/' },
      to: { path: '^src/(?:pages|components|layouts|elements|integrations|content)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.d.ts'] },
  },
};
