/**
 * The script of the elements of insights, in one file. As a script of Astro it would share modules with the search and
 * the checklist builder, so that all of them would load more files.
 */
import { resolve } from 'node:path';
import { bundleScript } from '../../node/bundle-script.ts';

export async function GET(): Promise<Response> {
  return new Response(await bundleScript(resolve('src/elements/insights.ts')), {
    headers: { 'Content-Type': 'text/javascript' },
  });
}
