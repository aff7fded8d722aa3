import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  // Imported for each page: this module stays as it is while the server runs, and the content does not.
  const { addPreview: withPreview } = await import('./response.ts');
  return withPreview(url.pathname, response);
});
