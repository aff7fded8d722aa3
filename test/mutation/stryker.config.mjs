// `npm run mutation`: how many small changes of the code the unit tests notice, room by room.
const ROOMS = ['check', 'graph', 'checklists', 'search'];

export default {
  mutate: ROOMS.map((room) => `src/knowledge/${room}/**/*.ts`),
  appendPlugins: ['./test/mutation/sample-checker.mjs'],
  // Mutants outside the sample are in the column "errors"; the scores do not count them.
  checkers: ['sample'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  // Mutants in code that runs when a module is loaded (word lists, texts of rules) would each need all tests.
  ignoreStatic: true,
  // Endless loops only: on a busy machine a mutant may be slow.
  timeoutMS: 120_000,
  // The unchanged tests once, instrumented: minutes on a busy machine.
  dryRunTimeoutMinutes: 30,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, skipFull: true },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  tempDirName: '.cache/mutation/sandbox',
  ignorePatterns: ['.cache', 'dist'],
  disableTypeChecks: false,
  thresholds: { high: 90, low: 85, break: 85 },
};
