import { deflateSync } from 'node:zlib';
import { type NastyFile, nasty } from './nastyFile.ts';
import { latin1, onePage, rawStream, stream, writePdf } from './pdfFile.ts';

/** Small files that ask for much memory or time. Taken or refused: what counts is that the site doesn't notice. */
const EITHER = ['rewritten', 'unreadable', 'too-large-rewritten'] as const;
const FILTERED = '/Filter [/FlateDecode /FlateDecode]';
const twice = (bytes: Buffer): string => deflateSync(deflateSync(bytes)).toString('latin1');
const image = (width: number, height: number, more: string): string =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${more}`;
const DRAWN = { resources: '/XObject << /X 6 0 R >>', content: 'q 500 0 0 500 40 100 cm /X Do Q' };
const form = (content: string, resources: string): string =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << ${resources} >>`);

export const bombs: readonly NastyFile[] = [
  nasty('a page of 400 MB of spaces', EITHER, () => onePage({ content: ' '.repeat(400_000_000) })),
  nasty('a page of 400 MB of spaces, packed twice', EITHER, () =>
    writePdf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        rawStream(twice(Buffer.alloc(400_000_000, 32)), FILTERED),
      ],
    }),
  ),
  nasty('a page of three million lines', EITHER, () => onePage({ content: '0 0 m 9 9 l S\n'.repeat(3_000_000) })),
  nasty('2,000 pages', 'too-many-pages', () => manyPages(2000)),
  nasty('101 pages', 'too-many-pages', () => manyPages(101)),
  nasty('a count of pages that lies', ['rewritten', 'unreadable', 'too-many-pages'], () =>
    writePdf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 90 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ],
    }),
  ),
  nasty('pages that hold themselves', ['unreadable', 'rewritten'], () =>
    writePdf({
      objects: [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ],
    }),
  ),
  nasty('a drawing that draws itself', EITHER, () =>
    onePage({ ...DRAWN, more: [form('/X Do /X Do', '/XObject << /X 6 0 R >>')] }),
  ),
  nasty('ten drawings of ten drawings, ten deep', EITHER, () =>
    onePage({
      ...DRAWN,
      more: Array.from({ length: 10 }, (_, level) =>
        level === 9 ? form('0 0 500 500 re f', '') : form('/X Do '.repeat(10), `/XObject << /X ${level + 7} 0 R >>`),
      ),
    }),
  ),
  nasty('an image of 60,000 × 60,000 points', EITHER, () =>
    onePage({
      ...DRAWN,
      more: [stream(Buffer.alloc(60_000 * 7500), image(60_000, 60_000, '/ColorSpace /DeviceGray /BitsPerComponent 1'))],
    }),
  ),
  nasty('an image of 30,000 × 30,000 points in colours', EITHER, () =>
    onePage({
      ...DRAWN,
      more: [
        rawStream(
          twice(Buffer.alloc(300_000_000)),
          `${FILTERED} ${image(30_000, 30_000, '/ColorSpace /DeviceRGB /BitsPerComponent 8')}`,
        ),
      ],
    }),
  ),
  nasty('an object stream of 300 MB', EITHER, () =>
    onePage({ packed: true, catalog: `/X [${'0 '.repeat(60_000_000)}]` }),
  ),
  nasty('arrays 100,000 deep', ['rewritten', 'unreadable', 'too-large-rewritten'], () =>
    onePage({ catalog: `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
  ),
  nasty('a page of a thousand kilometres', EITHER, () => onePage({ mediaBox: '0 0 3000000000 3000000000' })),
  nasty('a page of no size', EITHER, () => onePage({ mediaBox: '0 0 0 0' })),
  nasty('a page turned inside out', EITHER, () => onePage({ mediaBox: '595 842 -1e38 nan' })),
  nasty('a cross-reference table that refers to itself', EITHER, () => {
    const text = onePage().toString('latin1');
    const start = /startxref\n(\d+)/.exec(text)?.[1];
    return latin1(text.replace('trailer <<', `trailer << /Prev ${start}`));
  }),
  nasty('a font whose letters write themselves', EITHER, () =>
    onePage({
      resources: '/Font << /F2 6 0 R >>',
      content: 'BT /F2 20 Tf 72 300 Td (aaaa) Tj ET',
      more: [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>',
        stream('9 0 d0 BT /F2 9 Tf (aaaa) Tj ET'),
      ],
    }),
  ),
  nasty('a pattern repeated a million million times', EITHER, () =>
    onePage({
      resources: '/Pattern << /P 6 0 R >>',
      content: '/Pattern cs /P scn 0 0 595 842 re f',
      more: [
        stream(
          '0 0 1 1 re f',
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << >>',
        ),
      ],
    }),
  ),
  nasty('a shading by a long calculation', EITHER, () =>
    onePage({
      resources: '/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 600 0 900] /Function 6 0 R >> >>',
      content: '/S sh',
      more: [
        stream(`{ pop ${'dup sin cos 2 exp '.repeat(2000)} }`, '/FunctionType 4 /Domain [0 600 0 900] /Range [0 1]'),
      ],
    }),
  ),
  nasty('an image in a broken JBIG2', EITHER, () => brokenImage('JBIG2Decode')),
  nasty('an image in a broken JPEG 2000', EITHER, () => brokenImage('JPXDecode')),
  nasty('an image in a broken fax', EITHER, () => brokenImage('CCITTFaxDecode')),
];

function brokenImage(filter: string): Buffer {
  const bytes = Array.from({ length: 4000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('');
  return onePage({
    ...DRAWN,
    more: [rawStream(bytes, `/Filter /${filter} ${image(4000, 4000, '/ColorSpace /DeviceGray /BitsPerComponent 1')}`)],
  });
}

function manyPages(count: number): Buffer {
  const numbers = Array.from({ length: count }, (_, index) => index + 3);
  return writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${count} >>`,
      ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
    ],
  });
}
