import { type Corners, eachCorner, type Point } from './corners.ts';

/** Four values a pixel, row after row, as a canvas gives them. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** The page within these corners as if seen from above, `longest` pixels on its longer side at most. */
export function straightened(photo: Picture, corners: Corners, longest: number): Picture {
  const at = eachCorner(corners, ({ x, y }) => ({ x: x * photo.width, y: y * photo.height }));
  const { width, height } = sizeOf(at, longest);
  const where = seenFrom(at);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, place = 0; y < height; y++)
    for (let x = 0; x < width; x++, place += 4) {
      const from = where((x + 0.5) / width, (y + 0.5) / height);
      blend(photo, from.x - 0.5, from.y - 0.5, data, place);
    }
  return { width, height, data };
}

/** Of two sides that face each other the longer one: nothing is lost. */
function sizeOf([a, b, c, d]: Corners, longest: number): { readonly width: number; readonly height: number } {
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(b, c), distance(a, d));
  const scale = Math.min(1, longest / Math.max(across, down));
  return { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)) };
}

/** Where a point of the page, 0 to 1 in each direction, stands in the photograph (a square seen in perspective: Heckbert, 1989). */
function seenFrom([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const [bx, by, dx, dy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const whole = bx * dy - dx * by;
  const [g, h] = [(sx * dy - dx * sy) / whole, (bx * sy - sx * by) / whole];
  const [xu, xv] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [yu, yv] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return (u, v) => {
    const far = g * u + h * v + 1;
    return { x: (xu * u + xv * v + a.x) / far, y: (yu * u + yv * v + a.y) / far };
  };
}

/** Between the four pixels around it. */
function blend({ width, height, data }: Picture, x: number, y: number, into: Uint8ClampedArray, place: number): void {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const [ax, ay] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const [p, q, r, s] = [top * width + left, top * width + right, bottom * width + left, bottom * width + right];
  for (let channel = 0; channel < 4; channel++) {
    const upper = (data[p * 4 + channel] ?? 0) * (1 - ax) + (data[q * 4 + channel] ?? 0) * ax;
    const lower = (data[r * 4 + channel] ?? 0) * (1 - ax) + (data[s * 4 + channel] ?? 0) * ax;
    into[place + channel] = upper * (1 - ay) + lower * ay;
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
