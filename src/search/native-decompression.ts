/**
 * Lets the browser decompress the files of Pagefind's index. Pagefind's own JavaScript takes ten times as long, and
 * accepts files that are already decompressed.
 */

const INDEX_FILE = /\.pf_(?:index|fragment|filter|meta)(?:\?|$)/;
const GZIP_MAGIC = [0x1f, 0x8b];

export function canDecompress(): boolean {
  return 'DecompressionStream' in globalThis;
}

/** Replaces `fetch` in this thread, if the browser can decompress. */
export function decompressNatively(): void {
  if (!canDecompress()) return;
  const originalFetch = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const response = await originalFetch(input, init);
    if (!response.ok || !INDEX_FILE.test(response.url)) return response;
    return new Response(await decompress(new Uint8Array(await response.arrayBuffer())));
  };
}

/** Returns bytes that are compressed with gzip as they were before; others as they are. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  // The server may have decompressed a file already.
  if (GZIP_MAGIC.some((byte, at) => bytes[at] !== byte)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
