/** A server of a built site that can be stopped, and that can send other things than the site. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { listSecurityHeaders } from '../../src/headers/security-headers.ts';

/**
 * `file`: the file. `login`: a redirect to a login page. `login page`: a login page instead. `refused`: status 403.
 * `error`: status 502. `gone`: status 404 with the page of the site for it. `no site`: another page with status 404.
 * `cut off`: half of the file. `none`: never anything.
 */
export type Answer =
  'file' | 'login' | 'login page' | 'refused' | 'error' | 'gone' | 'no site' | 'cut off' | 'none';

export interface UnreliableServer {
  /** The address of the home page. */
  readonly home: string;
  /** The folder that it serves. */
  folder: string;
  /** Returns the answer to a request, by the path below the home page. */
  answer: (path: string) => Answer;
  /** The paths of all requests so far. */
  readonly requests: string[];
  stop(): Promise<void>;
  start(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};
const LOGIN_PAGE = '<!DOCTYPE html><title>Login</title><h1>Sign in</h1>';
const HEADERS = Object.fromEntries(listSecurityHeaders({ knowledgeBases: [] }));

/** @param base the path of the home page */
export async function startUnreliableServer(folder: string, base: string): Promise<UnreliableServer> {
  let port = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) return sendLoginPage(response);
    const path = decodeURIComponent(pathname.slice(base.length));
    site.requests.push(path);
    const file = join(site.folder, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const length = await stat(file).then(
      (found) => (found.isFile() ? found.size : undefined),
      () => undefined,
    );
    if (length === undefined) return send(response, 404, { 'Content-Type': 'text/plain' }, 'Not found');
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
    const answers: Record<Answer, () => void> = {
      file: () => {
        response.writeHead(200, {
          ...HEADERS,
          ...headers,
          'Cache-Control': 'no-cache',
          'Content-Length': length,
        });
        createReadStream(file).pipe(response);
      },
      'cut off': () => {
        // Without a length, the browser cannot know.
        response.writeHead(200, { ...HEADERS, ...headers });
        createReadStream(file, { end: Math.floor(length / 2) }).pipe(response);
      },
      login: () => send(response, 302, { Location: '/login' }, ''),
      'login page': () => sendLoginPage(response),
      refused: () => send(response, 403, { 'Content-Type': 'text/html' }, LOGIN_PAGE),
      error: () => send(response, 502, { 'Content-Type': 'text/html' }, '<h1>Bad gateway</h1>'),
      gone: () => {
        response.writeHead(404, { ...HEADERS, 'Content-Type': 'text/html' });
        createReadStream(join(site.folder, '404.html')).pipe(response);
      },
      'no site': () => send(response, 404, { 'Content-Type': 'text/html' }, '<h1>No such site</h1>'),
      none: () => undefined,
    };
    answers[site.answer(path)]();
  });
  const site: UnreliableServer & { home: string } = {
    home: '',
    folder,
    answer: () => 'file',
    requests: [],
    start: () => new Promise((resolve) => server.listen(port, 'localhost', resolve)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await site.start();
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  site.home = `http://localhost:${port}${base}`;
  return site;
}

function sendLoginPage(response: ServerResponse): void {
  send(response, 200, { 'Content-Type': 'text/html; charset=utf-8' }, LOGIN_PAGE);
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  response.writeHead(status, headers);
  response.end(body);
}
