/**
 * A static host on loopback that counts what it sends: the site's own folder, with another search index in
 * the place of its own. Text is sent with gzip at level 6, as nginx does and as static hosts do for these types;
 * the parts of Pagefind's index are compressed already and go out as they are.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The bytes of each path, headers included. */
export type Sent = ReadonlyMap<string, number>;

export interface BenchServer {
  /** The address of the home page, with `/` at its end. */
  readonly home: string;
  /** Returns what was sent since the last call. */
  takeSent(): Sent;
  stop(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

/**
 * @param site the folder of a site that was built for the base `/`
 * @param index the folder of the index that it is to search
 */
export async function startBenchServer(site: string, index: string): Promise<BenchServer> {
  let sent = new Map<string, number>();
  const files = new Map<string, Promise<Buffer>>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const before = request.socket.bytesWritten;
    response.on('finish', () => sent.set(path, (sent.get(path) ?? 0) + request.socket.bytesWritten - before));
    try {
      const name = extname(path) ? path : join(path, 'index.html');
      const isPart = name.startsWith('/pagefind/');
      const file = normalize(isPart ? join(index, name.slice('/pagefind/'.length)) : join(site, name));
      const isCompressed = COMPRESSED.has(extname(name));
      const body = await (files.get(file) ?? keep(file, isCompressed));
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.setHeader('Content-Length', body.length);
      response.setHeader('Cache-Control', 'max-age=600');
      if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  function keep(file: string, isCompressed: boolean): Promise<Buffer> {
    const body = readFile(file).then((bytes) => (isCompressed ? gzipSync(bytes, { level: 6 }) : bytes));
    files.set(file, body);
    return body;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeSent() {
      const taken = sent;
      sent = new Map();
      return taken;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
