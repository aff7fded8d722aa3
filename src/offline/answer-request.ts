/**
 * Answers the requests of pages. Pages and data come from the server if it answers in time, otherwise from the copy; files
 * that change only together with the pages that use them come from the copy first.
 */
import { type CopyReason, LIVE_PARAM, labelPage } from './copy-label.ts';
import type { CopyUsedMessage } from './messages.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { hashBytes, isPage, type Section } from './offline-files.ts';
import { classifyAnswer, Patience, type ServerAnswer } from './server-answer.ts';
import { formatBuildTime } from './wording.ts';
import type { RequestEvent, WorkerScope } from './worker-scope.ts';

/** The path of the page for what the copy does not have. */
const MISSING_PAGE = 'offline/';

/** The parts of the site that make answers of a section. Its use is reported to the reader. */
const DATA_USERS: Readonly<Partial<Record<Section, string>>> = {
  builder: 'checklist builder',
  search: 'search',
};

const REASONS = { foreign: 'sign-in', failed: 'offline', late: 'slow', own: 'offline' } as const;

export class RequestAnswerer {
  readonly #scope: WorkerScope;
  readonly #copy: OfflineCopy;
  readonly #home: URL;
  readonly #patience = new Patience();
  /** The answers that pages wait for. */
  readonly #waiting = new Set<Promise<Response>>();

  constructor(scope: WorkerScope, copy: OfflineCopy) {
    this.#scope = scope;
    this.#copy = copy;
    this.#home = new URL(scope.registration.scope);
  }

  /** Leaves a request to the browser, or answers it. */
  handle(event: RequestEvent): void {
    const { request } = event;
    const path = this.findPath(request.url);
    if (path === undefined || request.method !== 'GET' || request.headers.has('Range')) return;
    if (new URL(request.url).searchParams.has(LIVE_PARAM)) return;
    const answer =
      request.mode === 'navigate' ? this.#answerNavigation(event, path) : this.#answerFile(event, path);
    this.#waiting.add(answer);
    const forget = () => this.#waiting.delete(answer);
    answer.then(forget, forget);
    event.respondWith(answer);
  }

  /** Resolves when no page waits for an answer. */
  async waitForPages(): Promise<void> {
    while (this.#waiting.size > 0) await Promise.allSettled(this.#waiting);
  }

  /** Returns the path below the home page, or undefined if the address is not of this site. */
  findPath(address: string): string | undefined {
    const { origin, pathname } = new URL(address);
    if (origin !== this.#home.origin || !pathname.startsWith(this.#home.pathname)) return undefined;
    try {
      return decodeURIComponent(pathname.slice(this.#home.pathname.length));
    } catch {
      return undefined;
    }
  }

  async #answerNavigation(event: RequestEvent, path: string): Promise<Response> {
    const { request } = event;
    if (!(await this.#hasCopy(path))) return this.#passOn(event, path);
    const answer = await this.#patience.fetch(request);
    const kind = typeof answer === 'string' ? answer : classifyAnswer(answer, path);
    if (typeof answer === 'object' && kind === 'own') {
      event.waitUntil(this.#keepAnswer(event, path, answer).catch(() => undefined));
      return answer.response;
    }
    // A damaged copy counts as none.
    return (await this.#readCopy(event, path, REASONS[kind])) ?? this.#passOn(event, path);
  }

  /** Leaves the answer to the server as it comes. */
  async #passOn(event: RequestEvent, path: string): Promise<Response> {
    const { request } = event;
    try {
      const response = await fetch(request);
      if (response.ok && (await this.#copy.findNewestFile(path).catch(() => undefined))) {
        const copied = response.clone();
        const keep = async () =>
          this.#keepAnswer(event, path, { response, bytes: new Uint8Array(await copied.arrayBuffer()) });
        event.waitUntil(keep().catch(() => undefined));
      }
      return response;
    } catch {
      return this.#answerMissing(request, path);
    }
  }

  async #hasCopy(path: string): Promise<boolean> {
    return (await this.#copy.find(path).catch(() => undefined)) !== undefined;
  }

  /** Remembers what the page was loaded from, and keeps the page if it is missing in the copy. */
  async #keepAnswer(event: RequestEvent, path: string, { bytes, response }: ServerAnswer): Promise<void> {
    if (!response.ok) return;
    const hash = await hashBytes(bytes);
    if (event.resultingClientId) await this.#copy.rememberPage(event.resultingClientId, hash);
    const file = await this.#copy.findNewestFile(path);
    if (file?.hash === hash) await this.#copy.keep(file, bytes, response.headers);
  }

  async #readCopy(event: RequestEvent, path: string, reason: CopyReason): Promise<Response | undefined> {
    const copied = await this.#copy.read(path).catch(() => undefined);
    if (!copied) return undefined;
    const { response, file, built } = copied;
    if (event.resultingClientId) event.waitUntil(this.#copy.rememberPage(event.resultingClientId, file.hash));
    if (!isPage(path)) return response;
    const html = labelPage(await response.text(), { built, reason, address: new URL(event.request.url) });
    return new Response(html, { headers: response.headers });
  }

  /** Answers without the server and without a copy. */
  async #answerMissing(request: Request, path: string): Promise<Response> {
    const address = new URL(request.url);
    if (!path.endsWith('/') && (await this.#hasCopy(`${path}/`))) {
      address.pathname += '/';
      return Response.redirect(address.href);
    }
    const copied = await this.#copy.read(MISSING_PAGE).catch(() => undefined);
    if (!copied) return Response.error();
    const html = labelPage(await copied.response.text(), { ...copied, reason: 'missing', address });
    return new Response(html, { status: 503, headers: copied.response.headers });
  }

  async #answerFile(event: RequestEvent, path: string): Promise<Response> {
    const { request } = event;
    const found = await this.#copy.find(path).catch(() => undefined);
    if (!found) return fetch(request);
    if (found.section === 'shell' && !isPage(path)) {
      const kept = await this.#copy.read(path).catch(() => undefined);
      return kept?.response ?? fetch(request);
    }
    const answer = await this.#patience.fetch(request);
    if (typeof answer === 'object' && answer.response.ok && classifyAnswer(answer, path) === 'own')
      return answer.response;
    const copied = await this.#copy.read(path).catch(() => undefined);
    if (!copied) return fetch(request);
    const user = DATA_USERS[copied.section];
    if (user) event.waitUntil(this.#reportUse(user, copied.built));
    return copied.response;
  }

  async #reportUse(user: string, built: string): Promise<void> {
    const message: CopyUsedMessage = {
      type: 'copy-used',
      sentence: `The ${user} uses the offline copy of ${formatBuildTime(built)}.`,
    };
    for (const page of await this.#scope.clients.matchAll({ type: 'window' })) page.postMessage(message);
  }
}
