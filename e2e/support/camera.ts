import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import encodeQR from 'qr';
import { temporaryFolder } from '../../src/testing/temporaryFolder.ts';
import { openBrowser } from './browser.ts';

/** A browser whose camera looks at a grey desk with a square code on it; whoever is asked for the camera says yes, or no. */
export async function browserThatSees(text: string, allowed = true): Promise<Browser> {
  const folder = temporaryFolder('camera');
  const film = path.join(folder, 'code.y4m');
  writeFileSync(film, filmOf(text));
  const browser = await openBrowser([
    '--use-fake-device-for-media-stream',
    `--use-fake-ui-for-media-stream${allowed ? '' : '=deny'}`,
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  browser.on('disconnected', () => rmSync(folder, { recursive: true }));
  return browser;
}

/** One picture in YUV 4:2:0 (Y4M), twice: it is shown over and over. */
function filmOf(text: string): Buffer {
  const [width, height] = [640, 480];
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = modules.length > 40 ? 6 : 8;
  const light = Buffer.alloc(width * height, 150);
  for (const [y, row] of modules.entries())
    for (const [x, dark] of row.entries())
      for (let line = 0; line < scale; line += 1) {
        const from = (60 + y * scale + line) * width + 130 + x * scale;
        light.fill(dark ? 30 : 225, from, from + scale);
      }
  const colour = Buffer.alloc((width * height) / 2, 128);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420\n`), picture, picture]);
}
