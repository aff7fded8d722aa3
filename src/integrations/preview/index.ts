/** In `npm run dev`, and nowhere else: pages show what the check says about them, and what the search reads. */
import type { AstroIntegration } from 'astro';

export function preview(): AstroIntegration {
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command !== 'dev') return;
        addMiddleware({ entrypoint: new URL('./middleware.ts', import.meta.url), order: 'pre' });
      },
    },
  };
}
