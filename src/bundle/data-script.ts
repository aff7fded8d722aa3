/** Files of data as classic scripts, which pages that are opened as files can load. */

/** The global variable with the texts of the loaded files, by their paths. */
export const DATA_VARIABLE = 'hindsightData';

export type LoadedData = Record<string, string>;

/** @param path of the file, below the folder of the site */
export function getDataScriptPath(path: string): string {
  return `${path}.js`;
}

export function createDataScript(path: string, text: string): string {
  return `(self.${DATA_VARIABLE}??={})[${JSON.stringify(path)}]=${JSON.stringify(text)};\n`;
}
