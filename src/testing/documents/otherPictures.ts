import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { heicPhoto } from './heicFile.ts';
import { type NastyFile, nasty } from './nastyFile.ts';
import { latin1 } from './pdfFile.ts';

/** Pictures that aren't JPEG, from whoever means harm. */
const join = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part)));

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#f408' } });
const BROKEN = ['cut', 'unreadable'] as const;
const EITHER = ['rewritten', ...BROKEN] as const;

export const nastyPictures: readonly NastyFile[] = [
  nasty('the first signs of a PNG', BROKEN, () => join('\x89PNG\r\n\x1a\n', '\0'.repeat(30))),
  nasty('half a PNG', BROKEN, async () => (await noisy().png().toBuffer()).subarray(0, 20_000)),
  nasty('a PNG that says it has 60,000 × 60,000 points', 'too-many-pixels', () => claimingPng(60_000, 60_000)),
  nasty('a PNG of no width', BROKEN, () => claimingPng(0, 10)),
  nasty('a PNG, then an archive', EITHER, async () =>
    join(await picture(300, 200).png().toBuffer(), Buffer.from('504b0304', 'hex'), 'secret-marker'),
  ),
  nasty('a PNG with a page of HTML in its words', EITHER, async () =>
    withChunk(await picture(300, 200).png().toBuffer(), 'tEXt', latin1('Comment\0<script>secret-marker</script>')),
  ),
  nasty('a PNG with a colour profile of 100 MB, packed', EITHER, async () =>
    withChunk(await picture(300, 200).png().toBuffer(), 'iCCP', join('x\0\0', deflateSync(Buffer.alloc(100_000_000)))),
  ),
  nasty('the first signs of a WebP', BROKEN, () => join('RIFF\x24\0\0\0WEBPVP8 ', '\0'.repeat(30))),
  nasty('half a WebP', BROKEN, async () => (await noisy().webp().toBuffer()).subarray(0, 9_000)),
  nasty('a WebP of several images', 'unreadable', async () =>
    sharp([await picture(40, 40).png().toBuffer(), await noisy(40).png().toBuffer()], { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer(),
  ),
  nasty('the first signs of a HEIC', 'unreadable', () => join('\0\0\0\x18ftypheic', '\0'.repeat(30))),
  nasty('half a HEIC', ['unreadable', 'rewritten'], () => heicPhoto().subarray(0, 2_000)),
  nasty('a HEIC that says it has 65,000 × 65,000 points', ['too-many-pixels', 'unreadable'], () =>
    heicPhoto({ claims: { width: 65_000, height: 65_000 } }),
  ),
  nasty('a HEIC of no width', 'unreadable', () => heicPhoto({ claims: { width: 0, height: 256 } })),
  nasty('a HEIC made of itself', 'unreadable', () => heicPhoto({ tiles: [1, 1] })),
  nasty('a HEIC whose tiles are missing', 'unreadable', () => heicPhoto({ columns: 3, rows: 3, tiles: [2] })),
  nasty('a HEIC of 65,000 tiles', ['unreadable', 'too-many-pixels'], () => heicPhoto({ columns: 256, rows: 255 })),
  nasty('a HEIC with a place and a script beside the photo', 'rewritten', () =>
    heicPhoto({ exif: 'Exif\0\0MM\0*secret-marker<script>' }),
  ),
  nasty('a HEIC, then an archive', 'rewritten', () =>
    join(heicPhoto(), Buffer.from('504b0304', 'hex'), 'secret-marker'),
  ),
];

function noisy(side = 400) {
  return sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
}

async function claimingPng(width: number, height: number): Promise<Buffer> {
  const changed = Buffer.from(await picture(10, 10).png().toBuffer());
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

/** The same PNG with a chunk of more after its head (ISO/IEC 15948). */
function withChunk(png: Buffer, type: string, content: Buffer): Buffer {
  const named = Buffer.concat([latin1(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([png.subarray(0, 33), length, named, sum, png.subarray(33)]);
}
