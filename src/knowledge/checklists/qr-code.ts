/** Encodes text as a QR code of horizontal rectangles, measured in modules. */
import encode from 'qr';

export interface QrCode {
  /** The width of the square, quiet zone included. */
  readonly size: number;
  /** The dark modules: each rectangle is one module high. */
  readonly rectangles: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/** @param quietZone the white modules on each side; ISO/IEC 18004 asks for 4 */
export function createQrCode(text: string, quietZone: number): QrCode {
  const rows = encode(text, 'raw', { ecc: 'medium', border: quietZone });
  const rectangles = rows.flatMap((row, y) => findDarkRuns(row).map((run) => ({ ...run, y })));
  return { size: rows.length, rectangles };
}

function findDarkRuns(row: readonly boolean[]): { x: number; width: number }[] {
  const runs: { x: number; width: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.x + last.width === x) last.width++;
    else runs.push({ x, width: 1 });
  }
  return runs;
}

/** The page around the code is white, so 2 modules are enough there. */
const PAGE_QUIET_ZONE = 2;

/** Returns a QR code as the path of an SVG, one unit for each module. */
export function createQrPath(text: string): { path: string; size: number } {
  const { size, rectangles } = createQrCode(text, PAGE_QUIET_ZONE);
  return { path: rectangles.map(({ x, y, width }) => `M${x} ${y}h${width}v1H${x}z`).join(''), size };
}
