/**
 * Answers two kinds of requests with 404: in `npm run dev`, files of the content, which Vite would compile to modules; in
 * `npm run dev` and `npm run preview`, addresses that cannot be decoded, which would end in an error.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ProxyOptions, ViteDevServer } from 'vite';

interface GuardOptions {
  /** An absolute path. */
  readonly contentFolder: string;
}

type Guard = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function contentGuard(options: GuardOptions): AstroIntegration {
  let base = '/';
  let root = process.cwd();
  const guard: Guard = (request, response, next) => {
    if (isAllowed(request.url ?? '/', { ...options, base, root })) return next();
    rejectRequest(response);
  };
  return {
    name: 'content-guard',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        base = config.base;
        root = resolve(fileURLToPath(config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'content-guard',
                // Astro puts its own functions first, and they decode addresses. The guard runs before them.
                enforce: 'post',
                configureServer: (server) => () => addFirst(server, guard),
              },
            ],
            preview: { proxy: { '^[^?#]*%': PREVIEW_GUARD } },
          },
        });
      },
    },
  };
}

/** `astro preview` takes no plugins, but a proxy, which can answer or pass on requests. It never reaches its target. */
const PREVIEW_GUARD: ProxyOptions = {
  target: 'http://localhost:9',
  bypass({ url = '/' }, response) {
    if (response && decodePath(url) === undefined) rejectRequest(response);
    return url;
  },
};

function rejectRequest(response: ServerResponse): void {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end('There is no such page.\n');
}

function addFirst({ middlewares }: Pick<ViteDevServer, 'middlewares'>, handle: Guard): void {
  middlewares.stack.unshift({ route: '', handle });
}

interface Place extends GuardOptions {
  /** The prefix of every address. */
  readonly base: string;
  /** The folder from which Vite serves files. */
  readonly root: string;
}

/** Returns whether a server may answer a request. */
export function isAllowed(url: string, { contentFolder, base, root }: Place): boolean {
  const path = decodePath(url);
  if (path === undefined) return false;
  const prefix = base.replace(/\/$/, '');
  const inside = prefix && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  // Vite also compiles the content of the project if HINDSIGHT_CONTENT names another folder.
  const folders = [contentFolder, resolve(root, 'content')];
  return folders.every((folder) => ![path, inside].some((candidate) => isFileOf(folder, candidate, root)));
}

/** Returns undefined for an address that cannot be decoded. */
function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '');
  } catch {
    return undefined;
  }
}

/** Vite serves files below its root by their paths, and all others below `/@fs/`. */
function isFileOf(contentFolder: string, path: string, root: string): boolean {
  const slashes = path.replaceAll('\\', '/');
  const absolute = /^\/@fs\/+(.*)$/.exec(slashes)?.[1];
  const file = absolute === undefined ? resolve(root, `.${slashes}`) : resolve('/', absolute);
  const below = relative(contentFolder.toLowerCase(), file.toLowerCase());
  return below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !/^[a-z]:/i.test(below));
}
