/** One collection holds all entries: they are read, checked and linked together. */
import { defineCollection } from 'astro:content';
import { createContentLoader } from './content-loader.ts';

export const collections = {
  knowledge: defineCollection({ loader: createContentLoader() }),
};
