/** The web app manifest, with which a phone can install the site (W3C Web Application Manifest). */
import type { APIRoute } from 'astro';
import { APP_ICONS } from '../app-icons.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { addresses, getKnowledge } from '../site-content.ts';

export const GET: APIRoute = async () => {
  const { title, description } = (await getKnowledge()).site;
  return Response.json({
    id: addresses.home,
    name: toPlainText(title),
    description: toPlainText(description),
    lang: 'en',
    start_url: addresses.home,
    scope: addresses.home,
    display: 'standalone',
    background_color: '#ffffff',
    icons: APP_ICONS.filter(({ purpose }) => purpose !== 'touch').map(({ name, size, purpose }) => ({
      src: addresses.icon(name),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  });
};
