import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Plane } from './grey.ts';
import type { Point } from './inkInBoxes.ts';

/** What a square code says, and three of its corners, in pixels. */
export type Square = { readonly text: string; readonly corners: readonly Point[] };

let compiled: WebAssembly.Module | null = null;
function library(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))) as BufferSource,
  );
  return compiled;
}

/** A reader of its own for one file, as PDFium has one. It brings its library with it and asks no network for it. */
export async function openSquareReader(): Promise<(seen: Plane) => Promise<Square | null>> {
  const overrides = {
    instantiateWasm: (imports: WebAssembly.Imports, given: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(library(), imports);
      given(instance);
      return instance.exports;
    },
  };
  await prepareZXingModule({ overrides, equalityFn: () => false, fireImmediately: true });
  return read;
}

/** null: none was read there. */
async function read({ width, height, values }: Plane): Promise<Square | null> {
  // A picture in grey that needs no packing: PGM.
  const picture = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), values]);
  const [found] = await readBarcodes(picture, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 1,
    tryRotate: false,
    tryInvert: false,
  });
  if (found === undefined) return null;
  const { topLeft, topRight, bottomLeft } = found.position;
  return { text: found.text, corners: [topLeft, topRight, bottomLeft] };
}
