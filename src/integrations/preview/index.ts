/** Shows the problems and the indexed text of each page, in `npm run dev` only. */
import { stat } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { ContentGate } from './content-gate.ts';

export function preview(): AstroIntegration {
  let storedContent: URL;
  return {
    name: 'preview',
    hooks: {
      'astro:config:setup': ({ command, config, addMiddleware }) => {
        if (command !== 'dev') return;
        storedContent = new URL('.astro/data-store.json', config.root);
        addMiddleware({ entrypoint: new URL('./middleware.ts', import.meta.url), order: 'pre' });
      },
      'astro:server:setup': ({ server }) => {
        const readVersion = async () => (await stat(storedContent).catch(() => undefined))?.mtimeMs;
        const gate = new ContentGate(readVersion, () => replaceContent(server));
        server.middlewares.use(async (_, response, next) => {
          const leave = await gate.enter();
          if (response.closed) leave();
          else response.once('close', leave);
          next();
        });
      },
    },
  };
}

/** The module in which Astro's plugin `astro-content-virtual-mod-plugin` provides the stored content. */
const CONTENT_MODULE = '\0astro:data-layer-content';

/** Does what Astro does when the stored content changes. */
function replaceContent({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    const module = environment.moduleGraph.getModuleById(CONTENT_MODULE);
    if (module) environment.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    const evaluated = evaluatedModules.getModuleById(CONTENT_MODULE);
    if (evaluated) evaluatedModules.invalidateModule(evaluated);
    environment.hot.send('astro:content-changed', {});
  }
}
