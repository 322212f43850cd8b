import { type Finding, findingsOf, MEASURED_WIDTH } from '../../platform/documents/measure.ts';
import { type Corners, crookedPage } from './corners.ts';
import { type Picture, straightened } from './straighten.ts';

/** A photograph as it will be sent, and what is to be seen in it. */
export type PreparedPhoto = {
  readonly file: File;
  readonly findings: readonly Finding[];
  readonly preview: HTMLCanvasElement;
  /** Where its page lies askew: that page seen from above. */
  readonly straight: Straight | null;
};
export type Straight = {
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
    const { width, height } = bitmap;
    const measured = draw(bitmap, MEASURED_WIDTH / width);
    const findings = findingsOf(greyOf(measured), { width, height });
    const preview = draw(bitmap, PREVIEW / Math.max(width, height));
    const corners = crookedPage(greyOf(preview));
    const sent = await shrunk(file, bitmap);
    return { file: sent, findings, preview, straight: corners === null ? null : straightOf(sent, measured, corners) };
  } finally {
    bitmap.close();
  }
}

async function shrunk(file: File, bitmap: ImageBitmap): Promise<File> {
  const scale = LONGEST / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1 && file.type === 'image/jpeg') return file;
  const made = await written(draw(bitmap, scale), file.name);
  return made === null || (file.type === 'image/jpeg' && made.size >= file.size) ? file : made;
}

function straightOf(file: File, measured: HTMLCanvasElement, corners: Corners): Straight {
  return {
    preview: pageOf(measured, corners, 2 * PREVIEW),
    file: async () => {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
      try {
        const made = await written(pageOf(draw(bitmap, 1), corners, LONGEST), file.name);
        if (made === null) throw new Error('not written');
        return made;
      } finally {
        bitmap.close();
      }
    },
  };
}

function pageOf(photo: HTMLCanvasElement, corners: Corners, longest: number): HTMLCanvasElement {
  const { width, height, data } = straightened(pixelsOf(photo), corners, longest);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  return canvas;
}

async function written(canvas: HTMLCanvasElement, name: string): Promise<File | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob === null ? null : new File([blob], `${name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
}

/** Never larger than it is; on white, where the picture lets something through. */
function draw(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * Math.min(1, scale)));
  canvas.height = Math.max(1, Math.round(bitmap.height * Math.min(1, scale)));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
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
