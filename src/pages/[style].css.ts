/** The accent colour of the settings, as a style sheet that overrides the one of `styles/tokens.css`. */
import type { APIRoute } from 'astro';
import { adaptAccent } from '../knowledge/schema/colour.ts';
import { getKnowledge } from '../site-content.ts';

export async function getStaticPaths() {
  const { accent } = (await getKnowledge()).site;
  return accent === undefined ? [] : [{ params: { style: 'accent' }, props: { accent } }];
}

export const GET: APIRoute<{ accent: string }> = ({ props: { accent } }) =>
  new Response(`:root{--accent:light-dark(${accent},${adaptAccent(accent, 'dark')})}\n`, {
    headers: { 'content-type': 'text/css' },
  });
