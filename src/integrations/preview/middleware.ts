import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  // Imported for each page, because this module stays loaded while the modules of the content are replaced.
  const { addPreview } = await import('./response.ts');
  return addPreview(url.pathname, response);
});
