/** Bundles code for the browser outside of Astro, with Rolldown. */
import { build } from 'rolldown';

/**
 * Returns a module and all that it imports as one classic script.
 *
 * @param path of the module
 * @param define JavaScript expressions by the names that they replace
 */
export async function bundleScript(
  path: string,
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { output } = await build({
    input: path,
    transform: { target: 'es2022', define },
    output: { format: 'iife', codeSplitting: false, minify: true },
    write: false,
  });
  return output[0].code;
}
