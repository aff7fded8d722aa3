/** Answers every `fetch` of the page from the scripts of the data. */
import { trustOwnScripts } from '../../search/trusted-types.ts';
import { DATA_VARIABLE, getDataScriptPath, type LoadedData } from '../data-script.ts';

/** The folder of the site, in which the script of the page is. */
const ROOT = new URL('.', (document.currentScript as HTMLScriptElement).src).href;

trustOwnScripts(ROOT);
globalThis.fetch = async (input) => {
  const { href } = new URL(input instanceof Request ? input.url : input, location.href);
  return new Response(await loadText(href.slice(ROOT.length)));
};

/** @throws if the file is missing or damaged */
async function loadText(path: string): Promise<string> {
  await loadScript(`${ROOT}${getDataScriptPath(path)}`);
  const data: LoadedData | undefined = Reflect.get(globalThis, DATA_VARIABLE);
  const text = data?.[path];
  if (text === undefined) throw new Error(`${path} is damaged`);
  delete data?.[path];
  return text;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} could not be loaded`)));
    document.head.append(script);
    // It runs all the same.
    script.remove();
  });
}
