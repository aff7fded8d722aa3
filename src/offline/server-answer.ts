/** Answers of the server, complete, and whether they are what was asked for. */
import { isOwnPage, isWholePage } from './copy-label.ts';
import { isPage } from './offline-files.ts';

export interface ServerAnswer {
  readonly response: Response;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Waits for the last byte, so that nothing cut off is shown.
 *
 * @throws if the network fails
 */
async function fetchAnswer(request: Request, signal: AbortSignal): Promise<ServerAnswer> {
  const response = await fetch(request, { signal });
  return { response, bytes: new Uint8Array(await response.clone().arrayBuffer()) };
}

/** `foreign`: from something between the browser and the site, such as a login page. */
export type AnswerKind = 'own' | 'foreign' | 'failed';

/** Statuses of proxies and portals that want a login first (RFC 9110, RFC 6585). */
const LOGIN_STATUSES: readonly number[] = [401, 403, 407, 511];
/** A timeout, and too many requests. */
const BUSY_STATUSES: readonly number[] = [408, 429];

/** @param path below the home page */
export function classifyAnswer({ response, bytes }: ServerAnswer, path: string): AnswerKind {
  const { status, type } = response;
  if (type !== 'basic' || response.redirected || LOGIN_STATUSES.includes(status)) return 'foreign';
  if (status >= 500 || BUSY_STATUSES.includes(status)) return 'failed';
  const isHtml = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  const html = isHtml ? new TextDecoder().decode(bytes) : '';
  // With the site's own page for missing pages, the page is gone. Otherwise, perhaps the site is.
  if (!response.ok) return isOwnPage(html) ? 'own' : 'failed';
  if (!isPage(path)) return isHtml ? 'foreign' : 'own';
  if (!isOwnPage(html)) return 'foreign';
  return isWholePage(html) ? 'own' : 'failed';
}

/** In milliseconds: a reader with a copy at hand does not wait longer for the server. */
const MAX_WAIT = 2_000;
/** Replaces it after the server was slow, until it is quick again: a page needs several files. */
const MAX_NEXT_WAIT = 500;

export class Patience {
  #maxWait = MAX_WAIT;

  /**
   * Asks the server. A request that takes too long is given up: it would keep the next one for the same address waiting,
   * and a browser has few connections.
   *
   * @returns `late` if it takes too long
   */
  async fetch(request: Request): Promise<ServerAnswer | 'failed' | 'late'> {
    const given = new AbortController();
    const timer = setTimeout(() => {
      this.#maxWait = MAX_NEXT_WAIT;
      given.abort();
    }, this.#maxWait);
    try {
      const answer = await fetchAnswer(request, given.signal);
      this.#maxWait = MAX_WAIT;
      return answer;
    } catch {
      return given.signal.aborted ? 'late' : 'failed';
    } finally {
      clearTimeout(timer);
    }
  }
}
