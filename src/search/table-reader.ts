/** Reads the tables that only few queries need. An answer without a table is better than one that comes much later. */

/** Milliseconds that answers wait for a table, from its first request on. The request goes on after that. */
const MAX_WAIT = 3000;
/** After a failure, so many milliseconds pass before the next request: not every keystroke must wait for one. */
const RETRY_DELAY = 30_000;

/**
 * Returns a function that reads a table by the name of its file. It throws if the table does not come in time. Later
 * calls get the same request, and no longer wait for it.
 *
 * @param now returns milliseconds, counted from any start
 */
export function createTableReader(
  fetchText: (file: string) => Promise<string>,
  now: () => number = () => performance.now(),
): (file: string) => Promise<string> {
  const requests = new Map<string, { readonly text: Promise<string>; readonly deadline: number }>();
  let retryAt = Number.NEGATIVE_INFINITY;
  const start = (file: string) => {
    if (now() < retryAt) throw new Error(`${file} could not be loaded a moment ago`);
    const request = { text: fetchText(file), deadline: now() + MAX_WAIT };
    requests.set(file, request);
    request.text.catch(() => {
      requests.delete(file);
      retryAt = now() + RETRY_DELAY;
    });
    return request;
  };
  return async (file) => {
    const { text, deadline } = requests.get(file) ?? start(file);
    return Promise.race([text, rejectAfter(Math.max(0, deadline - now()), file)]);
  };
}

function rejectAfter(milliseconds: number, file: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${file} did not come in time`)), milliseconds);
  });
}
