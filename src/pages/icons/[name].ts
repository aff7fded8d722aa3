/** Draws the icons of the site as an app from the icon for tabs. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { APP_ICONS } from '../../app-icons.ts';

type Props = (typeof APP_ICONS)[number];

export const getStaticPaths = () => APP_ICONS.map((icon) => ({ params: { name: icon.name }, props: icon }));

export const GET: APIRoute<Props> = async ({ props: { size, filled, purpose } }) => {
  const source = await readFile(resolve('public/favicon.svg'));
  const inner = Math.round(size * filled);
  const picture = await sharp(source, { density: (72 * inner) / SOURCE_SIZE })
    .resize(inner, inner)
    .png()
    .toBuffer();
  const background = purpose === 'any' ? '#ffffff00' : '#ffffff';
  const icon = sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: picture }])
    .png(AS_PALETTE);
  return new Response((await icon.toBuffer()) as BodyInit);
};

/** A third smaller than with a colour for each pixel. */
const AS_PALETTE = { palette: true, effort: 10 };

/** The width of the icon for tabs, in its own units. */
const SOURCE_SIZE = 26;
