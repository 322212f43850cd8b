import encodeQR from 'qr';

/** Free modules around a code (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code as SVG, one unit a module; a seventh of it may be lost (level M). Digits and capitals make it smallest. Its rows are
 * strokes one after the other: half as much to read and to write as rectangles.
 */
export function drawSquare(text: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const path = modules.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y + 0.5}h${length}`)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${path}"/></svg>`;
}

/** Where dark modules begin, and how many follow. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
