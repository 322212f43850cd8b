import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UPRIGHT } from './decoded.ts';
import type { DocumentFault, DocumentLimits, Inspection } from './documents.ts';
import type { Heif, HeifFactory, HeifImage } from './heif.ts';
import { rewriteImage } from './readImage.ts';

const library = createRequire(import.meta.url);
let compiled: WebAssembly.Module | null = null;

// V8 doesn't know how heavy a decoder is, and would leave several beside one another.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A decoder of its own for one photo: what a file broke, or left in its memory, ends with it. */
function openHeif(): Heif {
  const open = library('libheif-js/libheif-wasm/libheif.js') as HeifFactory;
  compiled ??= new WebAssembly.Module(readFileSync(library.resolve('libheif-js/libheif-wasm/libheif.wasm')));
  const module = compiled;
  return open({
    print: () => undefined,
    printErr: () => undefined,
    instantiateWasm: (imports, given) => {
      const instance = new WebAssembly.Instance(module, imports);
      given(instance);
      return instance.exports;
    },
  });
}

/**
 * A photo of an iPhone (HEIC, ISO/IEC 23008-12): its main image alone, turned as the file says, written anew as a JPEG. Its
 * size is known before a pixel is decoded.
 */
export async function readHeic(bytes: Uint8Array, limits: DocumentLimits): Promise<Inspection> {
  const decoded = decode(bytes, limits);
  if ('fault' in decoded) return decoded;
  // The decoder's memory, four times the image, isn't there any more when the image is written, nor when the next one is read.
  collect();
  return rewriteImage({ ...decoded, channels: 3, turned: UPRIGHT }, '4:2:0', 'image/heic', limits);
}

function decode(bytes: Uint8Array, limits: DocumentLimits): Pixels | { readonly fault: DocumentFault } {
  const heif = openHeif();
  const context = heif.heif_context_alloc();
  if (heif.heif_context_read_from_memory(context, bytes).message !== 'Success') return { fault: 'unreadable' };
  const handle = heif.heif_js_context_get_primary_image_handle(context);
  const [width, height] = [heif.heif_image_handle_get_width(handle), heif.heif_image_handle_get_height(handle)];
  if (!(width > 0 && height > 0)) return { fault: 'unreadable' };
  if (width * height > limits.pixels) return { fault: 'too-many-pixels' };
  const image = heif.heif_js_decode_image2(
    handle,
    heif.heif_colorspace.heif_colorspace_RGB,
    heif.heif_chroma.heif_chroma_interleaved_RGB,
  );
  const [plane] = image.channels ?? [];
  // Tiles may make less of it than it said.
  if (plane === undefined || plane.width * plane.height > limits.pixels) return { fault: 'unreadable' };
  return copied(plane);
}

type Plane = NonNullable<HeifImage['channels']>[number];
type Pixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Out of the decoder's memory, where rows may be longer than the image is wide. */
function copied({ width, height, stride, data }: Plane): Pixels {
  const row = width * 3;
  if (stride === row) return { width, height, pixels: data.slice(0, row * height) };
  const pixels = new Uint8Array(row * height);
  for (let at = 0; at < height; at += 1) pixels.set(data.subarray(at * stride, at * stride + row), at * row);
  return { width, height, pixels };
}
