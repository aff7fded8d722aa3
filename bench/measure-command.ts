/** Runs a command as a process of its own, and measures the time and memory of all its processes together. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface CommandCost {
  readonly seconds: number;
  /** Of all processes and threads, in user and system mode. */
  readonly processorSeconds: number;
  /** The sum over all processes. Undefined if the system has no `/proc`. */
  readonly peakBytes: number | undefined;
}

const SAMPLE_MS = 200;

/**
 * @param command a line for the shell
 * @throws with what the command printed if it fails
 */
export async function measureCommand(
  command: string,
  env: Readonly<Record<string, string>>,
): Promise<CommandCost> {
  const started = performance.now();
  // `times` prints the time of the shell, then that of all processes that it waited for.
  const child = spawn('sh', ['-c', `(${command}) >&2; code=$?; times; exit $code`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, times, peak] = ['', '', 0];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    times += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const sampling = setInterval(() => {
    peak = Math.max(peak, measureMemory(child.pid));
  }, SAMPLE_MS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${command} failed:\n${output}`);
  const children = times.trim().split('\n')[1] ?? '';
  const processorSeconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return {
    seconds: (performance.now() - started) / 1_000,
    processorSeconds,
    peakBytes: peak || undefined,
  };
}

/** Returns the resident memory of a process and all its descendants, 0 if it is not known. */
function measureMemory(root: number | undefined): number {
  const processes = new Map<number, { parent: number; bytes: number }>();
  try {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const status = readStatus(name);
      const read = (field: string) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      processes.set(Number(name), { parent: read('PPid'), bytes: read('VmRSS') * 1_024 });
    }
  } catch {
    return 0;
  }
  const isOwn = (id: number | undefined): boolean =>
    id !== undefined && (id === root || isOwn(processes.get(id)?.parent));
  return [...processes].reduce((sum, [id, { bytes }]) => sum + (isOwn(id) ? bytes : 0), 0);
}

/** A process may end before it is read. */
function readStatus(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
}
