/**
 * Fills sheets with blocks, in order and without dividing a block.
 *
 * @param heights of the blocks, gaps included
 * @param room on one sheet
 * @param taken by what comes before the first block
 * @returns for each sheet the indices of its blocks, at least one sheet; a block that is higher than a sheet is
 * alone on one
 */
export function fillSheets(heights: readonly number[], room: number, taken = 0): number[][] {
  let sheet: number[] = [];
  const sheets = [sheet];
  let used = taken;
  for (const [index, height] of heights.entries()) {
    if (sheet.length > 0 && used + height > room) {
      sheet = [];
      sheets.push(sheet);
      used = 0;
    }
    sheet.push(index);
    used += height;
  }
  return sheets;
}
