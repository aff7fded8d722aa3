/**
 * Lets the page start its own workers although its policy requires trusted types: scripts of this origin are trusted,
 * and nothing turns text into HTML.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

let isSet = false;

/**
 * @param start the start of the addresses of all own scripts
 * @throws once another script is about to be loaded
 */
export function trustOwnScripts(start = `${location.origin}/`): void {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');
  if (isSet || !trustedTypes) return;
  isSet = true;
  trustedTypes.createPolicy('default', {
    createScriptURL(url) {
      if (!new URL(url, location.href).href.startsWith(start))
        throw new Error(`${url} is not a script of this site`);
      return url;
    },
  });
}
