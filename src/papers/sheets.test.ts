import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import { subjectOf } from '../enrolment/index.ts';
import { listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { createInspector } from '../platform/documents/inspector.ts';
import { openPdfium } from '../platform/documents/pdfium.ts';
import { openDocument, picture, withPage } from '../platform/documents/pdfPages.ts';
import { SYSTEM } from '../platform/journal.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  COIFFURE,
  findCandidate,
  modifiedEnrolment,
  registeredEnrolment,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { readPdf } from './actions/printPaper.ts';
import { openSheets, type Sheets, sheetHint } from './sheets.ts';
import { findLatest } from './store.ts';
import { openPapers, type Papers, ROOMS } from './testing.ts';

let test: TestDatabase;
let papers: Papers<HeldJobs>;
let making: { events: Papers<HeldJobs>['events']; catalogue: Catalogue };
let sheets: Sheets;
const inspector = createInspector();
beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
  making = { events: papers.events, catalogue };
  sheets = openSheets({ ...papers, inspector });
});
afterAll(async () => {
  await inspector.close();
  await papers.end();
  await test.close();
});

async function printed({ enrolment }: TestEnrolment): Promise<Buffer> {
  const paper = await findLatest(test.db, enrolment.id, 'confirmation');
  if (paper === null) throw new Error('No confirmation');
  return readPdf(papers, paper);
}

/** Dots of the long side of a page at 200 an inch. */
const LONGEST = 2339;

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

/** What the officer and the candidate read of a file given for the signed confirmation. */
async function given({ enrolment }: TestEnrolment, content: Buffer): Promise<readonly [string | null, string | null]> {
  const piece = (await listPieces(test.db, enrolment.id)).find(({ code }) => code === SIGNED_CONFIRMATION);
  if (piece === undefined) throw new Error('No such piece');
  const [depositId, key] = [randomUUID(), `${enrolment.id}/${randomUUID()}`];
  await papers.files.write(key, content);
  const type = content.subarray(0, 4).toString() === '%PDF' ? 'application/pdf' : 'image/jpeg';
  await sql`update deposit set state = 'replaced', ended_at = business_now() where piece_id = ${piece.id} and state = 'stored'`.execute(
    test.db,
  );
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    values (${depositId}, ${piece.academy}, ${piece.session}, ${enrolment.id}, ${piece.id}, 'stored', 'scan', ${type}, ${content.length},
      ${randomUUID()}, ${key}, ${`D-${randomUUID().slice(0, 4).toUpperCase()}-2222`}, ${enrolment.version}, business_now(), business_now())`.execute(
    test.db,
  );
  await sheets.read(enrolment.id);
  await sheets.read(enrolment.id);
  return [await sheetHint(test.db, enrolment.id, depositId), await sheets.warning(enrolment.id)];
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
    const made = await registeredEnrolment(test.db, making);
    const [hint, warning] = await given(made, await printed(made));
    expect(hint).toBe('Code carré\u00a0: pages\u00a01 et 2 de la version\u00a01 lues.');
    expect(warning).toBeNull();
  });

  it('are read on one page that was turned, slanted, grey, noisy or poorly kept; the other page is said to be missing', async () => {
    const made = await registeredEnrolment(test.db, making);
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
    const hint = 'Code carré\u00a0: page\u00a02 de la version\u00a01 lue\u00a0; page\u00a01 non lue.';
    expect(read).toEqual({ turned: hint, slanted: hint, grey: hint, noisy: hint, poor: hint });
    expect(await sheets.warning(made.enrolment.id)).toContain('la page\u00a01');
  });

  it('of an older version, of another enrolment or of none are said, to both, and nothing is refused', async () => {
    const made = await registeredEnrolment(test.db, making);
    const before = await printed(made);
    await modifiedEnrolment(test.db, making, made, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    const [older, olderWarning] = await given(made, before);
    expect(older).toContain("version\u00a01, ce n'est pas la dernière");
    expect(olderWarning).toContain('Votre fichier est bien déposé');
    const stranger = await registeredEnrolment(test.db, making);
    const [other, otherWarning] = await given(made, await printed(stranger));
    expect(other).toContain("d'une autre inscription");
    expect(otherWarning).not.toContain(stranger.enrolment.number ?? 'number');
    const blank = sharp({ create: { width: 1200, height: 1700, channels: 3, background: '#eee' } });
    const [none, noneWarning] = await given(made, await blank.jpeg().toBuffer());
    expect(none).toContain("aucun n'a été lu");
    expect(noneWarning).toContain('code carré');
  });

  it('signed by another installation count for nothing', async () => {
    const made = await registeredEnrolment(test.db, making);
    const paper = await findLatest(test.db, made.enrolment.id, 'confirmation');
    if (paper === null) throw new Error('No confirmation');
    const foreign = await readPdf({ ...papers, secret: 'the secret of another installation' }, { ...paper, pdf: null });
    await sql`update verification_key set revoked_at = now()`.execute(test.db);
    expect((await given(made, foreign))[0]).toContain("aucun n'a été lu");
    await sql`update verification_key set revoked_at = null`.execute(test.db);
  });

  it('are read by a job too, where the deposit was cut before', async () => {
    const made = await registeredEnrolment(test.db, making);
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
    await test.db
      .transaction()
      .execute((tx) => papers.events.publish(tx, SYSTEM, 'piece.deposited', subjectOf(made.enrolment), payload));
    expect(papers.jobs.orders.map(({ kind }) => kind)).toContain('sheet.read');
  });
});
