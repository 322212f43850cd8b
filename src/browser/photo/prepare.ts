import { type Finding, findingsOf, isSmall, MEASURED_WIDTH, type Size } from '../../platform/documents/measure.ts';
import { type Corners, pageIn } from './corners.ts';
import { type Photo, type Picture, sizeWithin, straightened } from './straighten.ts';

/** A photograph as it will be sent, and what is to be seen in it. */
export type PreparedPhoto = {
  readonly file: File;
  readonly findings: readonly (Finding | 'cut')[];
  readonly preview: HTMLCanvasElement;
  /** Where its page lies askew or far off: that page alone, seen from above. */
  readonly straight: Straight | null;
};
export type Straight = {
  readonly why: 'crooked' | 'far';
  readonly preview: HTMLCanvasElement;
  /** As it would be sent instead. Throws where the browser can't write it. */
  readonly file: () => Promise<File>;
};

/** Pixels of the longer side: A4 at some 210 dots an inch. */
const LONGEST = 2480;
const QUALITY = 0.8;
const PREVIEW = 320;

/**
 * Upright, no larger than it needs to be, as a JPEG without what the camera wrote beside it. What is small enough already is
 * sent as it is. Throws where the browser can't read it: then the server says what it is.
 */
export async function preparePhoto(file: File): Promise<PreparedPhoto> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const measured = draw(bitmap, MEASURED_WIDTH / bitmap.width);
    const preview = draw(bitmap, PREVIEW / Math.max(bitmap.width, bitmap.height));
    const found = pageIn(greyOf(preview));
    const page = found === 'cut' ? null : found;
    const size = page === null ? bitmap : sizeWithin(bitmap, page.corners);
    const findings = [...findingsOf(greyOf(measured), size), ...(found === 'cut' ? (['cut'] as const) : [])];
    const why = page === null ? null : page.leans ? 'crooked' : isLost(page.corners, bitmap) ? 'far' : null;
    const straight = page === null || why === null ? null : await straightOf(file, measured, page.corners, why);
    return { file: await shrunk(file, bitmap), findings, preview, straight };
  } finally {
    bitmap.close();
  }
}

/** Far off: too small to be read once the whole photograph is made smaller. */
function isLost(corners: Corners, whole: Size): boolean {
  const scale = LONGEST / Math.max(whole.width, whole.height);
  const { width, height } = sizeWithin(whole, corners);
  return scale < 1 && isSmall({ width: width * scale, height: height * scale });
}

async function shrunk(file: File, bitmap: ImageBitmap): Promise<File> {
  const scale = LONGEST / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1 && file.type === 'image/jpeg') return file;
  const made = await written(draw(bitmap, scale), file.name);
  return made === null || (file.type === 'image/jpeg' && made.size >= file.size) ? file : made;
}

/** `file`: as the camera gave it. It is read again when its owner chooses so: until then a telephone holds none of its pixels. */
async function straightOf(
  file: File,
  measured: HTMLCanvasElement,
  corners: Corners,
  why: Straight['why'],
): Promise<Straight> {
  return {
    why,
    preview: await pageOf(measured, corners, 2 * PREVIEW),
    file: async () => {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
      try {
        const made = await written(await pageOf(bitmap, corners, LONGEST), file.name);
        if (made === null) throw new Error('not written');
        return made;
      } finally {
        bitmap.close();
      }
    },
  };
}

/** Tile after tile: the page goes on answering, and no second copy of the photograph is held. */
async function pageOf(from: ImageBitmap | HTMLCanvasElement, corners: Corners, longest: number) {
  const page = straightened(photoOf(from), corners, longest);
  const { canvas, context } = canvasOf(page.width, page.height);
  for (const { left, top, picture } of page.tiles()) {
    const data = picture.data as Uint8ClampedArray<ArrayBuffer>;
    context.putImageData(new ImageData(data, picture.width, picture.height), left, top);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return canvas;
}

function photoOf(from: ImageBitmap | HTMLCanvasElement): Photo {
  const { width, height } = from;
  // One canvas for all: a telephone takes the memory of a canvas back late.
  const room = canvasOf(1, 1, { willReadFrequently: true });
  const part: Photo['part'] = (box, scale) => {
    const to = {
      width: Math.max(1, Math.round(box.width * scale)),
      height: Math.max(1, Math.round(box.height * scale)),
    };
    const { canvas, context } = room;
    canvas.width = Math.max(canvas.width, to.width);
    canvas.height = Math.max(canvas.height, to.height);
    context.imageSmoothingQuality = 'high';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, to.width, to.height);
    context.drawImage(from, box.left, box.top, box.width, box.height, 0, 0, to.width, to.height);
    return { ...to, data: context.getImageData(0, 0, to.width, to.height).data };
  };
  return { width, height, part };
}

async function written(canvas: HTMLCanvasElement, name: string): Promise<File | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob === null ? null : new File([blob], `${name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
}

/** Never larger than it is. */
function draw(bitmap: ImageBitmap, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most);
  const { canvas, context } = canvasOf(bitmap.width * scale, bitmap.height * scale);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** White, where the picture lets something through. */
function canvasOf(width: number, height: number, settings?: CanvasRenderingContext2DSettings) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', settings);
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

function greyOf(canvas: HTMLCanvasElement) {
  const { width, height, data } = pixelsOf(canvas);
  const values = new Uint8Array(width * height);
  for (let i = 0; i < values.length; i++)
    values[i] = ((data[i * 4] ?? 0) * 77 + (data[i * 4 + 1] ?? 0) * 150 + (data[i * 4 + 2] ?? 0) * 29) >> 8;
  return { width, height, values };
}

function pixelsOf(canvas: HTMLCanvasElement): Picture {
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  return { width, height, data };
}
