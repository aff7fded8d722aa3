/** Runs nginx and Caddy with the example configurations, on a free port of this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ServerName = 'nginx' | 'caddy';

export interface RunningServer {
  /** Without a slash at its end. */
  readonly address: string;
  stop(): Promise<void>;
}

const MAX_START_MS = 20_000;

export function isInstalled(name: ServerName): boolean {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * @param site the folder to serve
 * @param change returns another configuration
 * @throws with what the server printed if it does not start
 */
export async function runWebServer(
  name: ServerName,
  site: string,
  change = (configuration: string) => configuration,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `hindsight-${name}-`));
  const port = await findFreePort();
  const server = name === 'nginx' ? startNginx(folder, site, port, change) : startCaddy(folder, site, port);
  const output: string[] = [];
  server.stderr?.on('data', (bytes) => output.push(String(bytes)));
  const stop = async () => {
    const isRunning = server.exitCode === null && server.signalCode === null;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (isRunning) {
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const end = Date.now() + MAX_START_MS;
  while (!(await isAnswering(address))) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${name} does not start: ${output.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { address, stop };
}

function readExample(path: string, site: string): string {
  const example = readFileSync(path, 'utf8');
  const adapted = example.replace('/srv/hindsight/dist', site);
  if (adapted === example) throw new Error(`${path} does not name the folder that is replaced here`);
  return adapted;
}

/** Everything that the system's own configuration of nginx sets is in the temporary folder. */
function startNginx(
  folder: string,
  site: string,
  port: number,
  change: (configuration: string) => string,
): ChildProcess {
  const types = '/etc/nginx/mime.types';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const server = readExample('docs/deploy/nginx.conf', site).replace(
    'listen 8080;',
    `listen 127.0.0.1:${port};`,
  );
  const configuration = `daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
${existsSync(types) ? `include ${types};` : ''}
default_type application/octet-stream;
access_log off;
${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${change(server)}
}
`;
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  return spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
}

function startCaddy(folder: string, site: string, port: number): ChildProcess {
  const server = readExample('docs/deploy/Caddyfile', site).replace(
    /^:8080 \{/,
    `http://127.0.0.1:${port} {`,
  );
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${server}`);
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function isAnswering(address: string): Promise<boolean> {
  try {
    await fetch(address);
    return true;
  } catch {
    return false;
  }
}
