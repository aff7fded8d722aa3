/** One collection holds all entries: they are read, checked and linked together. */
import { defineCollection } from 'astro:content';
import { contentLoader } from './loader.ts';

export const collections = {
  knowledge: defineCollection({ loader: contentLoader() }),
};
