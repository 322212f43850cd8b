import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../enrolment/index.ts';
import { LARGEST_FILE } from '../keptFiles/index.ts';
import { listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { joinSheets } from '../platform/documents/joinSheets.ts';
import { openPdfium } from '../platform/documents/pdfium.ts';
import { openDocument, picture, withPage } from '../platform/documents/pdfPages.ts';
import { DENSITY, printedBoxes } from '../platform/documents/printedBoxes.ts';
import { SYSTEM } from '../platform/journal.ts';
import { nastySlice } from '../testing/documents/nastySlice.ts';
import { COIFFURE, modifiedEnrolment, type TestEnrolment } from '../testing/enrolments.ts';
import { inspector } from '../testing/shared.ts';
import { stage } from '../testing/stage.ts';
import { readPdf } from './actions/printPaper.ts';
import { openSheets, sheetHint } from './sheets.ts';
import { findLatest } from './store.ts';
import { papersRoom } from './testing.ts';

const { db, catalogue, papers, registered } = await stage(papersRoom());
const making = { events: papers.events, catalogue };
const sheets = openSheets({ ...papers, inspector });

async function printed({ enrolment }: TestEnrolment): Promise<Buffer> {
  const paper = await findLatest(db, enrolment.id, 'confirmation');
  if (paper === null) throw new Error('No confirmation');
  return readPdf(papers, paper);
}

/** Dots of the long side of a page at 200 an inch. */
const LONGEST = 2339;
const CANDIDATE = 'Signature du candidat';

/** A page of a print as a scanner or a telephone gives it back. */
async function scan(pdf: Buffer, page: number, change: (image: Sharp) => Sharp = (image) => image): Promise<Buffer> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, pdf);
  if ('locked' in opened) throw new Error('Locked');
  const { pixels, width, height } = withPage(pdfium, opened, page - 1, (one) => picture(pdfium, opened, one, LONGEST));
  const bgrx = Buffer.from(pixels);
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1)
    for (let colour = 0; colour < 3; colour += 1) rgb[at * 3 + colour] = bgrx[at * 4 + 2 - colour] ?? 0;
  return change(sharp(rgb, { raw: { width, height, channels: 3 } }))
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** The same page with a stroke of a pen, half a millimetre wide, in the box under those words. */
async function signed(pdf: Buffer, words: string): Promise<(image: Sharp) => Sharp> {
  const pdfium = await openPdfium();
  const opened = openDocument(pdfium, pdf);
  if ('locked' in opened) throw new Error('Locked');
  const box = printedBoxes(pdfium, opened, [words]).flatMap(({ boxes }) => boxes)[0];
  if (box === undefined) throw new Error('No box');
  const scale = LONGEST / (297 * DENSITY);
  const [x, y] = [box.left * scale + 60, ((box.top + box.bottom) / 2) * scale];
  const dots = Array.from({ length: 300 }, (_, at) => ({
    input: { create: { width: 4, height: 4, channels: 3, background: '#1e2a78' } } as const,
    left: Math.round(x + at),
    top: Math.round(y + 25 * Math.sin(at / 18)),
  }));
  return (image) => image.composite(dots);
}

/** Several pictures as the pages of one PDF. */
async function together(pages: readonly Buffer[]): Promise<Buffer> {
  const sheets = pages.map((bytes) => ({ bytes, turns: 0 }));
  const made = await joinSheets(sheets, { bytes: 5 * 1024 ** 2, pages: 100, pixels: 50_000_000 });
  if ('fault' in made) throw new Error(made.fault);
  return Buffer.from(made.content);
}

/** What the officer and the candidate read of a file given for the signed confirmation. */
async function given(
  { enrolment }: TestEnrolment,
  content: Buffer,
  { beside = false } = {},
): Promise<readonly [string | null, string | null]> {
  const piece = (await listPieces(db, enrolment.id)).find(({ code }) => code === SIGNED_CONFIRMATION);
  if (piece === undefined) throw new Error('No such piece');
  const [depositId, key] = [randomUUID(), `${enrolment.id}/${randomUUID()}`];
  await papers.files.write(key, content);
  const type = content.subarray(0, 4).toString() === '%PDF' ? 'application/pdf' : 'image/jpeg';
  if (!beside)
    await sql`update deposit set state = 'replaced', ended_at = business_now() where piece_id = ${piece.id} and state = 'stored'`.execute(
      db,
    );
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    values (${depositId}, ${piece.academy}, ${piece.session}, ${enrolment.id}, ${piece.id}, 'stored', 'scan', ${type}, ${content.length},
      ${randomUUID()}, ${key}, ${`D-${randomUUID().slice(0, 8).toUpperCase()}-2222`}, ${enrolment.version}, business_now(), business_now())`.execute(
    db,
  );
  await sheets.read(enrolment.id);
  await sheets.read(enrolment.id);
  return [await sheetHint(db, enrolment.id, depositId), await sheets.warning(enrolment.id)];
}

const noisy = (image: Sharp): Sharp =>
  image.composite([
    {
      input: {
        create: {
          width: 1654,
          height: 2339,
          channels: 3,
          background: '#808080',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      },
      blend: 'soft-light',
    },
  ]);

describe('The square codes on a signed confirmation', () => {
  it('of all pages, as a PDF, are read for the officer; the candidate is told nothing more', async () => {
    const made = await registered();
    const pdf = await printed(made);
    const pen = await signed(pdf, CANDIDATE);
    const slanted = async (page: Buffer): Promise<Buffer> =>
      sharp(page).rotate(3, { background: '#ddd' }).jpeg({ quality: 60 }).toBuffer();
    const scans = [await slanted(await scan(pdf, 1)), await slanted(await scan(pdf, 2, pen))];
    const [hint, warning] = await given(made, await together(scans));
    expect(hint).toBe('Code carré\u00a0: pages\u00a01 et 2 de la version\u00a01 lues.');
    expect(warning).toBeNull();
  });

  it('stand beside a box without ink: it is said in words, to both, and the file is kept', async () => {
    const made = await registered();
    const [hint, warning] = await given(made, await printed(made));
    expect(hint).toContain('Peut-être vide\u00a0: «\u00a0Signature du candidat\u00a0».');
    expect(warning).toBe(
      "Nous n'avons pas vu d'encre sous «\u00a0Signature du candidat\u00a0»\u00a0: si la feuille n'est pas signée, signez-la et déposez-la de nouveau. Votre fichier est bien déposé\u00a0; une personne le regardera.",
    );
  });

  it('of a minor stand beside two boxes: the one that is empty is named', async () => {
    const representative = {
      guardianName: 'Martin',
      guardianFirstNames: 'Paul',
      guardianPhone: '0698765432',
      guardianMail: 'paul.martin@example.fr',
    };
    const made = await registered({
      status: { birthDate: Temporal.PlainDate.from('2006-04-12') },
      answers: {
        identification: { ...COIFFURE.identification, ...representative },
        informations: { ...COIFFURE.informations, from1: '01/09/2022' },
      },
    });
    const pdf = await printed(made);
    const pen = await signed(pdf, CANDIDATE);
    const [, warning] = await given(made, await scan(pdf, 2, pen));
    expect(warning).toContain('sous «\u00a0Signature du représentant légal\u00a0»');
    expect(warning).not.toContain(CANDIDATE);
  });

  it('of one page a file are read together: none is missing that another file holds', async () => {
    const made = await registered();
    const pdf = await printed(made);
    const pen = await signed(pdf, CANDIDATE);
    const [, first] = await given(made, await scan(pdf, 1));
    expect(first).toContain('la page\u00a02');
    const [hint, second] = await given(made, await scan(pdf, 2, pen), { beside: true });
    expect(hint).toBe('Code carré\u00a0: page\u00a02 de la version\u00a01 lue.');
    expect(second).toBeNull();
  });

  it('are read on one page that was turned, slanted, grey, noisy or poorly kept; the other page is said to be missing', async () => {
    const made = await registered();
    const pdf = await printed(made);
    const ways: Readonly<Record<string, (image: Sharp) => Sharp>> = {
      turned: (image) => image.rotate(90),
      slanted: (image) => image.rotate(3, { background: '#ddd' }),
      grey: (image) => image.greyscale().modulate({ brightness: 0.85 }),
      noisy,
    };
    const read: Record<string, string | null> = {};
    for (const [way, change] of Object.entries(ways))
      [read[way] = null] = await given(made, await scan(pdf, 2, change));
    const poor = await sharp(await scan(pdf, 2))
      .resize({ height: 1754 })
      .jpeg({ quality: 35 })
      .toBuffer();
    [read.poor = null] = await given(made, poor);
    const coarse = sharp(await scan(pdf, 2))
      .resize({ height: 1754 })
      .rotate(3, { background: '#ddd' });
    [read.coarse = null] = await given(made, await coarse.jpeg({ quality: 60 }).toBuffer());
    const hint =
      'Code carré\u00a0: page\u00a02 de la version\u00a01 lue\u00a0; page\u00a01 non lue. Peut-être vide\u00a0: «\u00a0Signature du candidat\u00a0».';
    expect(read).toEqual({ turned: hint, slanted: hint, grey: hint, noisy: hint, poor: hint, coarse: hint });
    expect(await sheets.warning(made.enrolment.id)).toContain('la page\u00a01');
  });

  it('of an older version, of another enrolment or of none are said, to both, and nothing is refused', async () => {
    const made = await registered();
    const before = await printed(made);
    await modifiedEnrolment(db, making, made, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const [older, olderWarning] = await given(made, before);
    expect(older).toContain("version\u00a01, ce n'est pas la dernière");
    expect(olderWarning).toContain('Votre fichier est bien déposé');
    const stranger = await registered();
    const [other, otherWarning] = await given(made, await printed(stranger));
    expect(other).toContain("d'une autre inscription");
    expect(otherWarning).not.toContain(stranger.enrolment.number ?? 'number');
    const blank = sharp({ create: { width: 1200, height: 1700, channels: 3, background: '#eee' } });
    const [none, noneWarning] = await given(made, await blank.jpeg().toBuffer());
    expect(none).toContain("aucun n'a été lu");
    expect(noneWarning).toContain('code carré');
  });

  it('are looked for in whatever is given, and no file makes that fail: at most it is read for nobody', async () => {
    const made = await registered();
    for (const { name, make } of nastySlice(31, 4)) {
      const content = await make();
      // No row is of nothing, or of so much.
      if (content.length === 0 || content.length > LARGEST_FILE) continue;
      const [hint] = await given(made, content);
      expect(hint ?? 'aucun', name).toContain('aucun');
    }
    const pdf = await printed(made);
    expect((await given(made, await scan(pdf, 2, await signed(pdf, CANDIDATE))))[0]).toContain('version\u00a01 lue');
  }, 900_000);

  it('signed by another installation count for nothing', async () => {
    const made = await registered();
    const paper = await findLatest(db, made.enrolment.id, 'confirmation');
    if (paper === null) throw new Error('No confirmation');
    const foreign = await readPdf({ ...papers, secret: 'the secret of another installation' }, { ...paper, pdf: null });
    await sql`update verification_key set revoked_at = now()`.execute(db);
    expect((await given(made, foreign))[0]).toContain("aucun n'a été lu");
    await sql`update verification_key set revoked_at = null`.execute(db);
  });

  it('are read by a job too, where the deposit was cut before', async () => {
    const made = await registered();
    papers.jobs.orders.length = 0;
    const payload = {
      enrolmentId: made.enrolment.id,
      pieceId: randomUUID(),
      code: SIGNED_CONFIRMATION,
      confidential: false,
      depositId: randomUUID(),
      sha256: '',
      sentSha256: '',
      receipt: '',
    };
    const carried = { touched: false };
    await db
      .transaction()
      .execute((tx) =>
        papers.events.publish(tx, SYSTEM, 'piece.deposited', subjectOf(made.enrolment), payload, carried),
      );
    expect(papers.jobs.orders.map(({ kind }) => kind)).toContain('sheet.read');
  });
});
