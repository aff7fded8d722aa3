/** A QR code as the path of an SVG: one unit for each module, with the quiet zone that readers need. */
import encodeQR from 'qr';

const QUIET_ZONE = 2;

export function createQrPath(text: string): { path: string; size: number } {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const runs = modules.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      found.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
    }
    return found;
  });
  return { path: runs.join(''), size: modules.length };
}
