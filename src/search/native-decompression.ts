/**
 * Lets the browser decompress the files of Pagefind's index. Pagefind's own JavaScript takes ten times as long, and
 * accepts files that are already decompressed.
 */

const INDEX_FILE = /\.pf_(?:index|fragment|filter|meta)(?:\?|$)/;
const GZIP_MAGIC = [0x1f, 0x8b];

/** Replaces `fetch` in this thread, if the browser can decompress. */
export function decompressNatively(): void {
  if (!('DecompressionStream' in globalThis)) return;
  const originalFetch = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const response = await originalFetch(input, init);
    return response.ok && INDEX_FILE.test(response.url) ? decompress(response) : response;
  };
}

async function decompress(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  // The server may have decompressed the file already.
  if (GZIP_MAGIC.some((byte, at) => bytes[at] !== byte)) return new Response(bytes);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}
