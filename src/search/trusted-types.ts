/**
 * Lets the page start its own workers although its policy requires trusted types: scripts of this origin are trusted,
 * and nothing turns text into HTML.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

let isSet = false;

/** @throws once a script of another origin is about to be loaded */
export function trustOwnScripts(): void {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');
  if (isSet || !trustedTypes) return;
  isSet = true;
  trustedTypes.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin !== location.origin)
        throw new Error(`${url} is a script of another origin`);
      return url;
    },
  });
}
