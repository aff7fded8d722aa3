/**
 * The parts of the API of service workers that are used here (W3C Service Workers). TypeScript cannot load its own types
 * of them next to those of pages.
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends WorkerEvent {
  readonly request: Request;
  /** The id of the page that this request opens; empty if it opens none. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

interface PageMessageEvent extends WorkerEvent {
  readonly data: unknown;
  readonly source: PageClient | null;
}

interface PageClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

export interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly PageClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: PageMessageEvent) => void): void;
}
