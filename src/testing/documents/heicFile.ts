import { CONFIGURATION, SLICE } from './heicTile.ts';

const TILE = 256;

export type Heic = {
  /** Tiles side by side and one under another, all the same. */
  readonly columns?: number;
  readonly rows?: number;
  /** Quarters of a turn that the file asks for, against the clock. */
  readonly turns?: 0 | 1 | 2 | 3;
  /** What the file says of its size, where it lies. */
  readonly claims?: { readonly width: number; readonly height: number };
  /** The tiles of the grid, where they aren't its own: itself, or none. */
  readonly tiles?: readonly number[];
  /** Written where a camera says where it was. */
  readonly exif?: string;
};

/**
 * A photo as iPhones write it: a grid of tiles of one HEVC image (ISO/IEC 23008-12). There is no encoder in JavaScript: its one
 * tile is at hand, and every tile is that one.
 */
export function heicPhoto(heic: Heic = {}): Buffer {
  const { columns = 2, rows = 1, turns = 0, exif = '' } = heic;
  const [width, height] = [heic.claims?.width ?? columns * TILE, heic.claims?.height ?? rows * TILE];
  const tiles = heic.tiles ?? Array.from({ length: columns * rows }, (_, index) => index + 2);
  const grid = Buffer.concat([Buffer.from([0, 1, rows - 1, columns - 1]), u32(width, height)]);
  const exifItem = exif === '' ? null : { id: 1000, bytes: Buffer.concat([u32(0), Buffer.from(exif, 'latin1')]) };
  const slices = tiles.filter((id) => id > 1).map((id) => ({ id, bytes: SLICE }));
  const names = [
    item(1, 'grid'),
    ...slices.map(({ id }) => item(id, 'hvc1')),
    ...(exifItem === null ? [] : [item(1000, 'Exif')]),
  ];
  const properties = [
    box('hvcC', CONFIGURATION),
    fullBox('ispe', u32(TILE, TILE)),
    fullBox('ispe', u32(width, height)),
    box('irot', Buffer.from([turns])),
  ];
  const own = [association(1, [3, 4]), ...slices.map(({ id }) => association(id, [1, 2]))];
  const ipma = fullBox('ipma', Buffer.concat([u32(own.length), ...own]));
  const iref = fullBox('iref', box('dimg', Buffer.concat([u16(1, tiles.length, ...tiles)])));
  const meta = (start: number): Buffer => {
    // The slice stands once, however many tiles it is.
    const places = [
      { id: 1, at: start, length: grid.length },
      ...slices.map(({ id }) => ({ id, at: start + grid.length, length: SLICE.length })),
      ...(exifItem === null
        ? []
        : [{ id: 1000, at: start + grid.length + SLICE.length, length: exifItem.bytes.length }]),
    ];
    const locations = places.map(({ id, at, length }) => Buffer.concat([u16(id, 0, 1), u32(at, length)]));
    return fullBox(
      'meta',
      Buffer.concat([
        fullBox('hdlr', Buffer.concat([u32(0), latin('pict'), Buffer.alloc(13)])),
        fullBox('pitm', u16(1)),
        fullBox('iinf', Buffer.concat([u16(names.length), ...names])),
        iref,
        box('iprp', Buffer.concat([box('ipco', Buffer.concat(properties)), ipma])),
        fullBox('iloc', Buffer.concat([Buffer.from([0x44, 0]), u16(places.length), ...locations])),
      ]),
    );
  };
  const ftyp = box('ftyp', Buffer.concat([latin('heic'), u32(0), latin('mif1heic')]));
  const start = ftyp.length + meta(0).length + 8;
  const content = Buffer.concat([grid, SLICE, ...(exifItem === null ? [] : [exifItem.bytes])]);
  return Buffer.concat([ftyp, meta(start), box('mdat', content)]);
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

function u32(...values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => void written.writeUInt32BE(value, index * 4));
  return written;
}

function u16(...values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => void written.writeUInt16BE(value, index * 2));
  return written;
}

function box(type: string, content: Buffer): Buffer {
  return Buffer.concat([u32(content.length + 8), latin(type), content]);
}

function fullBox(type: string, content: Buffer): Buffer {
  return box(type, Buffer.concat([u32(0), content]));
}

/** An item of a type (version 2). */
function item(id: number, type: string): Buffer {
  return box('infe', Buffer.concat([u32(0x02000000), u16(id, 0), latin(type), Buffer.from([0])]));
}

/** Which properties are an item's, counted from 1. */
function association(id: number, properties: readonly number[]): Buffer {
  return Buffer.concat([u16(id), Buffer.from([properties.length, ...properties.map((one) => one | 0x80)])]);
}
