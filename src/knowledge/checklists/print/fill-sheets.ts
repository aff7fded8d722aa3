/** Which blocks stand on which sheet: never part of a block here and part there, where that can be helped. */

/**
 * Fills sheets in order.
 *
 * @param heights of the blocks, gaps included
 * @param room on one sheet
 * @returns for each sheet the places of its blocks; a block that is higher than a sheet stands alone
 */
export function fillSheets(heights: readonly number[], room: number): number[][] {
  const sheets: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, height] of heights.entries()) {
    if (used + height > room) {
      sheets.push([index]);
      used = height;
    } else {
      sheets.at(-1)?.push(index);
      used += height;
    }
  }
  return sheets;
}
