/** The pictures in the content folder. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { getContentFolder } from '../../node/content-folder.ts';
import { listPictures } from '../../site-content.ts';

export async function getStaticPaths() {
  return (await listPictures()).map((path) => ({ params: { path } }));
}

export const GET: APIRoute = ({ params }) => {
  const bytes = createReadStream(join(getContentFolder(), params.path ?? ''));
  return new Response(Readable.toWeb(bytes) as ReadableStream);
};
