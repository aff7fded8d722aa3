/**
 * Lets the browser unpack the parts of Pagefind's index: Pagefind does it by its own JavaScript, which takes ten times
 * as long, and takes parts that are unpacked already as they are.
 */

const INDEX_FILE = /\.pf_(?:index|fragment|filter|meta)(?:\?|$)/;
const GZIP_MAGIC = [0x1f, 0x8b];

/** For all requests of this thread from now on, in a browser that can. */
export function decompressNatively(): void {
  if (!('DecompressionStream' in globalThis)) return;
  const fetchPacked = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const response = await fetchPacked(input, init);
    return response.ok && INDEX_FILE.test(response.url) ? decompress(response) : response;
  };
}

/** As it is where it is not packed: hosts may have unpacked it on the way. */
async function decompress(response: Response): Promise<Response> {
  const packed = new Uint8Array(await response.arrayBuffer());
  if (GZIP_MAGIC.some((byte, at) => packed[at] !== byte)) return new Response(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
}
