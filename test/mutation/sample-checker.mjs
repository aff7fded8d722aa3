// Lets a fixed random sample of the mutants pass, so that a run ends in reasonable time.
import { createHash } from 'node:crypto';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const SEED = 'hindsight';
/** The share of each room's mutants to test: at least 150 of each. */
const SHARES = { check: 0.06, graph: 0.25, checklists: 0.08, search: 0.06 };

class SampleChecker {
  async init() {}

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, isSampled(mutant) ? PASSED : OMITTED]));
  }

  /** All mutants in one group: there is nothing to wait for. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

const PASSED = { status: CheckStatus.Passed };
// The score does not count mutants that do not compile.
const OMITTED = { status: CheckStatus.CompileError, reason: 'not in the sample' };

function isSampled({ fileName, location: { start, end }, replacement }) {
  const [, path, room] = /.*(src\/knowledge\/([^/]+)\/.*)$/.exec(fileName) ?? [];
  const key = [SEED, path, start.line, start.column, end.line, end.column, replacement].join(':');
  const place = createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32;
  return place < SHARES[room];
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
