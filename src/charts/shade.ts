/** Returns the shade of a cell, from 1 to 4: the number itself, or its part of the largest if that is more than four. */
export function getShade(count: number, most: number): number {
  return most <= 4 ? count : Math.ceil((count / most) * 4);
}
