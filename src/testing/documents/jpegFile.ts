import sharp from 'sharp';

export type Photo = {
  readonly width?: number;
  readonly height?: number;
  /** 6: the camera was turned a quarter. */
  readonly orientation?: number;
  readonly progressive?: boolean;
  readonly grey?: boolean;
  readonly cmyk?: boolean;
};

/** A photo of a sheet on a table, its upper left corner dark: what is up can be told. */
export async function takePhoto(photo: Photo = {}): Promise<Buffer> {
  const { width = 320, height = 240, orientation, progressive = false, grey = false, cmyk = false } = photo;
  const sheet = Buffer.alloc(width * height * 3);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const dark = row < height / 3 && column < width / 3;
      const value = dark ? 20 : 180 + ((row * 7 + column * 13) % 40);
      sheet.fill(value, (row * width + column) * 3, (row * width + column) * 3 + 3);
    }
  let image = sharp(sheet, { raw: { width, height, channels: 3 } }).jpeg({ quality: 85, progressive });
  if (grey) image = image.toColourspace('b-w');
  if (cmyk) image = image.toColourspace('cmyk');
  if (orientation !== undefined)
    image = image.withMetadata({ orientation }).withExifMerge({
      IFD0: { Make: 'Telephone', Copyright: 'secret-marker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 33/1', GPSLongitudeRef: 'E', GPSLongitude: '3/1 5/1 11/1' },
    });
  return image.toBuffer();
}

/** A page of writing, 1,100 × 1,500, that lies askew on a dark table: the photograph is 2,000 × 2,400. */
export async function takeAskew(): Promise<Buffer> {
  const lines = Array.from(
    { length: 40 },
    (_, rank) => `<text x="90" y="${130 + rank * 33}">Facture ${rank} · 63000 Volcan</text>`,
  );
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2400"><rect width="2000" height="2400" fill="#4a4038"/>
    <g transform="translate(420 330) rotate(6)"><rect width="1100" height="1500" fill="#e9e7e2"/>
    <g font-family="sans-serif" font-size="27" fill="#222">${lines.join('')}</g></g></svg>`;
  return sharp(Buffer.from(page)).jpeg({ quality: 90 }).toBuffer();
}

/** A segment of a JPEG: marker, length, content. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The same JPEG with a segment of more after its beginning. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(marker, content), jpeg.subarray(2)]);
}

/** The same JPEG that claims another size in its frame header. */
export function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = [0xc0, 0xc1, 0xc2].map((marker) => changed.indexOf(Buffer.from([0xff, marker]))).find((at) => at > 0);
  if (frame === undefined) throw new Error('no frame');
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}
