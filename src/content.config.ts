/** The collections of Astro. The loaders check their content, so the schemas only state types. */
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { createContentLoaders } from './content-loader.ts';
import type { Entry } from './knowledge/graph/entries.ts';
import type { SiteSettings } from './site-settings.ts';

const { entries, settings } = createContentLoaders();

export const collections = {
  entries: defineCollection({ loader: entries, schema: z.custom<Entry>() }),
  settings: defineCollection({ loader: settings, schema: z.custom<SiteSettings>() }),
};
