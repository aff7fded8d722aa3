/** The pictures in the content folder, without their metadata. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { getContentFolder } from '../../node/content-files.ts';
import { createPublishedPicture } from '../../node/pictures/publish-picture.ts';
import { listPictures } from '../../site-content.ts';

export async function getStaticPaths() {
  return (await listPictures()).map((path) => ({ params: { path } }));
}

export const GET: APIRoute = async ({ params: { path = '' } }) => {
  const bytes = await readFile(join(getContentFolder(), path));
  return new Response(new Uint8Array(await createPublishedPicture(path, bytes)));
};
