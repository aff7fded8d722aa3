/** Starts the slowest files of browser tests first, so that none of them is left to run alone at the end. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest first. */
const SLOW_FILES = [
  'kept-pages',
  'offline-answers',
  'offline',
  'accessibility',
  'two-organizations',
  'pages',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = SLOW_FILES.indexOf(basename(moduleId, '.test.ts'));
  return moduleId.includes('/browser/') && place >= 0 ? place : SLOW_FILES.length;
}
