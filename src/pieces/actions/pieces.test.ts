import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { LARGEST_FILE } from '../../keptFiles/index.ts';
import { StoreFault } from '../../platform/files.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { type Act, readStream, SYSTEM } from '../../platform/journal.ts';
import { neverTold } from '../../testing/delegations.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import {
  COIFFURE,
  modifiedEnrolment,
  ORDINARY_DAY,
  reread,
  type TestEnrolment,
  withdraw,
} from '../../testing/enrolments.ts';
import { pieceRoom } from '../../testing/pieceSite.ts';
import { stage } from '../../testing/stage.ts';
import { type PieceDecision, type PieceWithFiles, QUOTA } from '../piece.ts';
import { listPieces } from '../store/pieces.ts';
import { depositFile } from './depositFile.ts';
import { handOverGroup, handOverTogether } from './handOverGroup.ts';
import { removeDeposit } from './removeDeposit.ts';
import { reviewPiece } from './reviewPiece.ts';

const { db, catalogue, events, files, filesOnDisk, deps, registered, setClock } = await stage(pieceRoom());
const OFFICER = randomUUID();
const people = new Map<string, TestEnrolment['candidate']>();

const options = () => ({ events, catalogue });
const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const PDF = onePage();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const upload = (content: Buffer | Readable = PDF, name = 'piece.pdf', isTruncated = false): UploadedFile => ({
  name,
  content: content instanceof Readable ? content : Readable.from([content]),
  isTruncated: () => isTruncated,
});
async function enrolled(answers = {}): Promise<TestEnrolment> {
  const own = await registered({ answers });
  people.set(own.enrolment.id, own.candidate);
  return own;
}
const pieces = (own: TestEnrolment): Promise<readonly PieceWithFiles[]> => listPieces(db, own.enrolment.id);
const piece = async (own: TestEnrolment, code: string): Promise<PieceWithFiles> => {
  const found = (await pieces(own)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} is not asked`);
  return found;
};
const give = (
  own: TestEnrolment,
  code: string,
  file: UploadedFile | null = upload(),
  act: Act = SYSTEM,
  key: string | null = null,
  replaces = false,
) => {
  const of = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code };
  return depositFile(deps, act, { ...of, key, file, replaces });
};
const giveInPlace = (own: TestEnrolment, code: string) => give(own, code, upload(), SYSTEM, null, true);
const decide = async (
  own: TestEnrolment,
  code: string,
  decision: PieceDecision,
  comment: string | null = null,
  rowVersion?: number,
) => {
  const found = await piece(own, code);
  return reviewPiece(deps, SYSTEM, {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    untold: neverTold,
    pieceId: found.id,
    decision,
    comment,
    rowVersion: rowVersion ?? found.rowVersion,
    officerId: OFFICER,
    receivedOn: Temporal.PlainDate.from('2023-11-16'),
    onPaper: false,
  });
};
const MACON = {
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    trainingHours: '400',
    diploma: 'none',
    employer1: 'Bâti 63',
    job1: 'Maçon',
    from1: '01/09/2015',
    handicap: 'non',
  },
  qualification: { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui' },
  acquis: Object.fromEntries(
    ['U10', 'U20', 'U30', 'U40', 'U50', 'U60', 'U70'].map((unit) => [`choice-${unit}`, 'sit']),
  ),
  epreuves: { language: 'anglais' },
};

describe("Un candidat de l'enseignement à distance, Maçon, forme globale", () => {
  it('doit trois attestations R.408 avant le 8 mars 2024, qui ne retardent pas la validation', async () => {
    const own = await enrolled(MACON);
    const asked = await pieces(own);
    expect(asked.map((one) => one.code).sort()).toEqual([
      '1NATID01',
      'ATTEMPLOI',
      'CINSIG01',
      'DCSTID01',
      'DOMICIL',
      'ENSDIST',
      'R408A3',
      'R408A4',
      'R408A5',
    ]);
    const later = asked.filter((one) => one.code.startsWith('R408'));
    expect(later.map((one) => one.dueAt.toString())).toEqual(Array(3).fill('2024-03-07T23:00:00Z'));
    const now = asked.filter((one) => one.countsForValidation);
    for (const one of now) expect((await give(own, one.code)).ok).toBe(true);
    for (const one of now) expect((await decide(own, one.code, 'compliant')).ok).toBe(true);
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('validated');
    await setClock(at('2024-03-07T23:50:00'));
    expect((await give(own, 'R408A3')).ok).toBe(true);
    await setClock(at('2024-03-08T00:00:00'));
    expect(await give(own, 'R408A4')).toMatchObject({ ok: false, error: { code: 'closed' } });
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('validated');
  });
});

describe('Déposer', () => {
  it('gives a receipt, keeps both instants and the SHA-256 of what came and of what is kept, and signs when it is the confirmation', async () => {
    const own = await enrolled();
    const filed = await give(own, 'CINSIG01', upload(), { ...SYSTEM, elapsed: () => 3000 });
    expect(filed.ok && filed.value.receipt).toMatch(/^D-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const [file] = (await piece(own, 'CINSIG01')).files;
    // Three seconds, and what a busy machine adds or takes between two readings of the clock.
    const took = file?.begunAt.until(file.finishedAt).total('seconds');
    expect(took).toBeGreaterThan(2);
    expect(took).toBeLessThan(60);
    expect((await reread(db, own.candidate, own.enrolment.id)).signature?.version).toBe(1);
    const kept = await files.read(file?.fileKey ?? '');
    expect([file?.size, file?.sha256]).toEqual([kept.length, sha256(kept)]);
    expect(file?.sent).toEqual({ sha256: sha256(PDF), size: PDF.length, type: 'application/pdf' });
    const [entry] = (await readStream(db, enrolmentStream(own.enrolment.id), 50)).filter(
      ({ name }) => name === 'piece.deposited',
    );
    expect(entry?.data).toMatchObject({ sha256: sha256(kept), sentSha256: sha256(PDF) });
  });

  it.each<[string, UploadedFile | null, string]>([
    ['nothing', null, 'no-file'],
    ['an empty file', upload(Buffer.alloc(0)), 'file-empty'],
    ['a file cut at the limit', upload(PDF, 'a.pdf', true), 'too-large'],
    ['more than 25 Mo', upload(Buffer.concat([PDF, Buffer.alloc(25 * 1024 * 1024)])), 'too-large'],
    ['half a PDF', upload(PDF.subarray(0, 20)), 'file-cut'],
    ['another type, whatever its name', upload(Buffer.from('MZ program'), 'identite.pdf'), 'file-other'],
    [
      'a connection cut in the middle',
      upload(
        Readable.from(
          (function* () {
            yield PDF.subarray(0, 10);
            throw new Error('aborted');
          })(),
        ),
      ),
      'upload-cut',
    ],
  ])('%s is said, and leaves nothing behind', async (_, file, code) => {
    const own = await enrolled();
    const before = filesOnDisk();
    expect(await give(own, 'DCSTID01', file)).toMatchObject({ ok: false, error: { code } });
    expect((await piece(own, 'DCSTID01')).files).toHaveLength(0);
    expect(filesOnDisk()).toBe(before);
  });

  it.each([
    ['a hundred files in a day', QUOTA.filesADay, 1, '1 hour', 'quota-day'],
    ['five hundred in all', QUOTA.files, 1, '40 days', 'quota-total'],
    ['200 Mo in a day', 40, LARGEST_FILE, '23 hours', 'quota-day'],
    ['1 Go in all', 205, LARGEST_FILE, '2 days', 'quota-total'],
  ])('after %s of one account is refused, and leaves nothing behind', async (_, count, size, ago, code) => {
    const own = await enrolled();
    const other = await enrolled();
    const { id, academy, session } = await piece(own, 'DOMICIL');
    // Replaced and taken back: they take room all the same.
    const filed = async (rows: number): Promise<unknown> =>
      sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
        select gen_random_uuid(), ${academy}, ${session}, ${own.enrolment.id}, ${id}, (array['removed', 'replaced'])[1 + i % 2], 'a.pdf', 'application/pdf',
          ${size}, '0', gen_random_uuid(), gen_random_uuid(), 1, business_now() - ${ago}::interval, business_now() - ${ago}::interval
        from generate_series(1, ${rows}::int) i`.execute(db);
    await filed(count - 1);
    expect((await give(own, 'DCSTID01')).ok).toBe(true);
    const before = filesOnDisk();
    await filed(1);
    expect(await give(own, '1NATID01')).toMatchObject({ ok: false, error: { code } });
    expect([(await piece(own, '1NATID01')).files, filesOnDisk()]).toEqual([[], before]);
    expect((await give(other, '1NATID01')).ok).toBe(true);
    // What was destroyed takes none.
    await sql`update deposit set erased_at = business_now() where enrolment_id = ${own.enrolment.id} and state <> 'stored'`.execute(
      db,
    );
    expect((await give(own, '1NATID01')).ok).toBe(true);
  });

  it('gone back to after the file was taken back or refused is a deposit again, not the answer of the first one', async () => {
    const own = await enrolled();
    const key = randomUUID();
    const send = () => give(own, 'DOMICIL', upload(), SYSTEM, key);
    const receipts = [await send()];
    const [file] = (await piece(own, 'DOMICIL')).files;
    const { id: enrolmentId } = own.enrolment;
    const order = { enrolmentId, candidateId: own.candidate.accountId, code: 'DOMICIL', depositId: file?.id ?? '' };
    await removeDeposit(deps, SYSTEM, order);
    receipts.push(await send());
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(1);
    await decide(own, 'DOMICIL', 'non-compliant', 'Floue.');
    receipts.push(await send());
    expect((await piece(own, 'DOMICIL')).status).toBe('none');
    expect(new Set(receipts.map((one) => (one.ok ? one.value.receipt : one.error.code))).size).toBe(3);
  });

  it('that we could not take, for a reason of ours, leaves on record when it came, and no more than thrice', async () => {
    const own = await enrolled();
    const full = {
      ...deps.files,
      put: async () => {
        throw new StoreFault('no room', null);
      },
    };
    const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code: 'DOMICIL', key: null };
    for (let time = 0; time < 5; time += 1)
      expect(
        await depositFile({ ...deps, files: full }, { ...SYSTEM, elapsed: () => 90_000 }, { ...order, file: upload() }),
      ).toEqual({ ok: false, error: { code: 'store-unwritable' } });
    const entries = (await readStream(db, enrolmentStream(own.enrolment.id), 50)).filter(
      ({ name }) => name === 'piece.turnedAway',
    );
    expect(entries).toHaveLength(3);
    const [{ businessAt, data } = { businessAt: ORDINARY_DAY, data: null }] = entries;
    expect(data).toMatchObject({ code: 'DOMICIL', confidential: false });
    const begunAt = Temporal.Instant.from((data as { readonly begunAt: string }).begunAt);
    const took = begunAt.until(businessAt).total('seconds');
    expect(took).toBeGreaterThan(89);
    expect(took).toBeLessThan(150);
    expect((await piece(own, 'DOMICIL')).files).toEqual([]);
  });

  it('by a double click files one deposit and keeps one file', async () => {
    const own = await enrolled();
    const before = filesOnDisk();
    const key = randomUUID();
    const both = await Promise.all([
      give(own, 'DOMICIL', upload(), SYSTEM, key),
      give(own, 'DOMICIL', upload(), SYSTEM, key),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(1);
    expect(filesOnDisk()).toBe(before + 1);
  });

  it('of another file by a page come back to, key and all, is another deposit', async () => {
    const own = await enrolled();
    const key = randomUUID();
    await give(own, 'DOMICIL', upload(), SYSTEM, key);
    await give(own, 'DOMICIL', upload(Buffer.concat([PDF, Buffer.from('\n')])), SYSTEM, key);
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(2);
  });

  it('takes ten files of one piece, and refuses the eleventh', async () => {
    const own = await enrolled();
    for (let number = 1; number <= 10; number++) expect((await give(own, 'DOMICIL')).ok, `file ${number}`).toBe(true);
    expect(await give(own, 'DOMICIL')).toEqual({ ok: false, error: { code: 'too-many-files' } });
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(10);
  });

  it.each([
    ['facture.pdf', 'facture.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Photos\\façade été.JPG', 'façade été.JPG.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe.pdf'],
    [`${'x'.repeat(500)}.PDF`, `${'x'.repeat(110)}.PDF`],
    ['👩'.repeat(200), `${'👩'.repeat(110)}.pdf`],
    ['.pdf', 'fichier.pdf'],
  ])('keeps the name %s as %s, which opens as what it is', async (name, kept) => {
    const own = await enrolled();
    await give(own, 'DOMICIL', upload(PDF, name));
    expect((await piece(own, 'DOMICIL')).files[0]?.name).toBe(kept);
  });

  it("for somebody else's enrolment, or a piece that isn't asked, finds nothing", async () => {
    const [own, other] = [await enrolled(), await enrolled()];
    const before = filesOnDisk();
    const stranger = await depositFile(deps, SYSTEM, {
      enrolmentId: own.enrolment.id,
      candidateId: other.candidate.accountId,
      code: 'DOMICIL',
      key: null,
      file: upload(),
    });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await give(own, 'R408A3')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(filesOnDisk()).toBe(before);
  });

  it('begun before 17 h 00 counts though it ends after; begun at 17 h 00 does not', async () => {
    const own = await enrolled();
    await setClock(at('2023-12-01T17:05:00'));
    expect((await give(own, 'DOMICIL', upload(), { ...SYSTEM, elapsed: () => 330_000 })).ok).toBe(true);
    expect(await give(own, 'DCSTID01', upload(), { ...SYSTEM, elapsed: () => 1000 })).toMatchObject({
      ok: false,
      error: { code: 'closed' },
    });
  });
});

describe('Supprimer et remettre', () => {
  it('a file can be taken back until the group is handed over; taking the signed sheet back takes the signature back; a sheet that nobody has looked at may be given again', async () => {
    const own = await enrolled();
    await give(own, 'CINSIG01');
    const [file] = (await piece(own, 'CINSIG01')).files;
    const order = {
      enrolmentId: own.enrolment.id,
      candidateId: own.candidate.accountId,
      code: 'CINSIG01',
      depositId: file?.id ?? '',
    };
    expect((await removeDeposit(deps, SYSTEM, order)).ok).toBe(true);
    expect((await removeDeposit(deps, SYSTEM, order)).ok, 'a second click does nothing').toBe(true);
    expect((await reread(db, own.candidate, own.enrolment.id)).signature).toBeNull();
    await give(own, 'CINSIG01');
    expect((await handOverGroup(deps, SYSTEM, own.enrolment.id, own.candidate.accountId, 'confirmation')).ok).toBe(
      true,
    );
    const [again] = (await piece(own, 'CINSIG01')).files;
    expect(await removeDeposit(deps, SYSTEM, { ...order, depositId: again?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
    // Beside it: what was handed over stays, until somebody has looked.
    expect((await give(own, 'CINSIG01')).ok).toBe(true);
    const { files: sheets, handedOverAt } = await piece(own, 'CINSIG01');
    expect([sheets.some(({ id }) => id === again?.id), sheets.length, handedOverAt !== null]).toEqual([true, 2, true]);
    expect(await removeDeposit(deps, SYSTEM, { ...order, depositId: again?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
    await decide(own, 'CINSIG01', 'received');
    expect(await give(own, 'CINSIG01')).toMatchObject({ ok: false, error: { code: 'handed-over' } });
  });
  it('a file is not taken back once no other can be given: after the closing, or when the enrolment has ended', async () => {
    const own = await enrolled();
    await give(own, 'DOMICIL');
    const [file] = (await piece(own, 'DOMICIL')).files;
    const back = () =>
      removeDeposit(deps, SYSTEM, {
        enrolmentId: own.enrolment.id,
        candidateId: own.candidate.accountId,
        code: 'DOMICIL',
        depositId: file?.id ?? '',
      });
    await setClock(at('2023-12-01T17:00:00'));
    expect(await back()).toMatchObject({ ok: false, error: { code: 'locked' } });
    await setClock(ORDINARY_DAY);
    await withdraw(db, options(), own);
    expect(await back()).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(1);
  });
  it('« Reçue » goes with the last file that it was said of', async () => {
    const own = await enrolled();
    await give(own, 'DOMICIL');
    await decide(own, 'DOMICIL', 'received');
    const [file] = (await piece(own, 'DOMICIL')).files;
    const order = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId, code: 'DOMICIL' };
    expect((await removeDeposit(deps, SYSTEM, { ...order, depositId: file?.id ?? '' })).ok).toBe(true);
    expect(await piece(own, 'DOMICIL')).toMatchObject({ status: 'none', receivedOn: null, files: [] });
  });
  it('a group is handed over only when all its pieces are in', async () => {
    const own = await enrolled();
    const group = (await listPieces(db, own.enrolment.id)).filter((one) => one.group === 'parcours');
    for (const { code } of group.slice(1)) await give(own, code);
    const over = () => handOverGroup(deps, SYSTEM, own.enrolment.id, own.candidate.accountId, 'parcours');
    expect(await over()).toMatchObject({ ok: false, error: { code: 'pieces-missing' } });
    await give(own, group[0]?.code ?? '');
    expect((await over()).ok).toBe(true);
    expect((await over()).ok, 'a second click changes nothing').toBe(true);
  });
  it('all groups due together are handed over by one click, once, by their owner alone', async () => {
    const own = await enrolled();
    const over = (who: string = own.candidate.accountId) => handOverTogether(deps, SYSTEM, own.enrolment.id, who);
    const due = (await listPieces(db, own.enrolment.id)).filter(({ countsForValidation }) => countsForValidation);
    for (const { code } of due.slice(1)) await give(own, code);
    expect(await over()).toMatchObject({ ok: false, error: { code: 'pieces-missing' } });
    await give(own, due[0]?.code ?? '');
    expect(await over(randomUUID())).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const both = await Promise.all([over(), over()]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const after = await listPieces(db, own.enrolment.id);
    expect(after.filter((one) => one.countsForValidation && one.handedOverAt === null)).toEqual([]);
    const { rows } = await sql<{ group: string }>`select data::jsonb->>'group' as group from journal
      where name = 'pieces.handedOver' and data::jsonb->>'enrolmentId' = ${own.enrolment.id}`.execute(db);
    expect(rows.map(({ group }) => group).toSorted()).toEqual([...new Set(due.map(({ group }) => group))].toSorted());
    await withdraw(db, options(), own);
    expect(await over()).toMatchObject({ ok: false, error: { code: 'enrolment-ended' } });
  });
  it('nothing that was given is ever deleted from the record', async () => {
    await expect(sql`delete from deposit`.execute(db)).rejects.toThrow('kept');
  });
});

describe('Contrôler', () => {
  it('needs a comment to refuse; the refused piece opens again, the new file joins the old one', async () => {
    const own = await enrolled();
    await give(own, 'DOMICIL');
    await handOverGroup(deps, SYSTEM, own.enrolment.id, own.candidate.accountId, 'domicile');
    expect(await decide(own, 'DOMICIL', 'non-compliant', '  ')).toMatchObject({
      ok: false,
      error: { code: 'comment-missing' },
    });
    expect((await decide(own, 'DOMICIL', 'non-compliant', 'Trop ancien.')).ok).toBe(true);
    expect(await piece(own, 'DOMICIL')).toMatchObject({
      status: 'non-compliant',
      comment: 'Trop ancien.',
      handedOverAt: null,
    });
    expect((await give(own, 'DOMICIL')).ok).toBe(true);
    expect(await piece(own, 'DOMICIL')).toMatchObject({ status: 'none', comment: null });
    const { files, foundWanting } = await piece(own, 'DOMICIL');
    expect([files.length, foundWanting]).toEqual([2, [files[0]?.id]]);
    // Without what was new it is what was refused, in the same words.
    const of = { enrolmentId: own.enrolment.id, candidateId: own.candidate.accountId };
    const order = { ...of, code: 'DOMICIL', depositId: files[1]?.id ?? '' };
    expect((await removeDeposit(deps, SYSTEM, order)).ok).toBe(true);
    expect(await piece(own, 'DOMICIL')).toMatchObject({ status: 'non-compliant', comment: 'Trop ancien.' });
    // Said to replace it, it does; nothing leaves the record.
    expect((await giveInPlace(own, 'DOMICIL')).ok).toBe(true);
    expect((await piece(own, 'DOMICIL')).files.map(({ id }) => files.some((one) => one.id === id))).toEqual([false]);
    const { rows } = await sql<{
      state: string;
    }>`select state from deposit where piece_id = ${(await piece(own, 'DOMICIL')).id}
      order by finished_at, id`.execute(db);
    expect(rows.map(({ state }) => state)).toEqual(['replaced', 'removed', 'stored']);
    expect((await decide(own, 'DOMICIL', 'compliant')).ok).toBe(true);
    expect((await piece(own, 'DOMICIL')).foundWanting).toEqual([]);
  });

  it('a signed sheet that was refused is signed anew: the other takes its place; a full piece says so, and makes room where asked', async () => {
    const own = await enrolled();
    await give(own, 'CINSIG01');
    await decide(own, 'CINSIG01', 'non-compliant', 'Pas signée.');
    await give(own, 'CINSIG01');
    expect((await piece(own, 'CINSIG01')).files).toHaveLength(1);
    for (let number = 1; number <= 10; number++) await give(own, 'DOMICIL');
    await decide(own, 'DOMICIL', 'non-compliant', 'Floues.');
    expect(await give(own, 'DOMICIL')).toEqual({ ok: false, error: { code: 'too-many-files' } });
    expect((await giveInPlace(own, 'DOMICIL')).ok).toBe(true);
    expect((await piece(own, 'DOMICIL')).files).toHaveLength(1);
  });

  it('by two officers at once gives one decision; the second is told', async () => {
    const own = await enrolled();
    await give(own, 'DOMICIL');
    const { rowVersion } = await piece(own, 'DOMICIL');
    const both = await Promise.all([
      decide(own, 'DOMICIL', 'compliant', null, rowVersion),
      decide(own, 'DOMICIL', 'non-compliant', 'Illisible.', rowVersion),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { code: 'decided-meanwhile' } });
  });

  it('a file that came while the officer was reading makes the decision void', async () => {
    const own = await enrolled();
    await give(own, 'ATTEMPLOI');
    const { rowVersion } = await piece(own, 'ATTEMPLOI');
    await give(own, 'ATTEMPLOI');
    expect(await decide(own, 'ATTEMPLOI', 'compliant', null, rowVersion)).toMatchObject({
      ok: false,
      error: { code: 'decided-meanwhile' },
    });
  });

  it('refusing the signed sheet voids the signature; accepting the last piece validates; going back on one takes it back', async () => {
    const own = await enrolled();
    const counted = (await pieces(own)).filter((one) => one.countsForValidation);
    for (const one of counted) await give(own, one.code);
    await decide(own, 'CINSIG01', 'non-compliant', 'Pas signée.');
    expect((await reread(db, own.candidate, own.enrolment.id)).signature).toBeNull();
    await give(own, 'CINSIG01');
    for (const one of counted) await decide(own, one.code, 'compliant');
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('validated');
    await decide(own, 'DOMICIL', 'non-compliant', 'Vu de plus près, trop ancien.');
    expect(await reread(db, own.candidate, own.enrolment.id)).toMatchObject({
      status: 'registered',
      validatedAt: null,
    });
    const told = (await readStream(db, enrolmentStream(own.enrolment.id), 5)).map(({ name }) => name);
    expect(told.slice(0, 2)).toEqual(['enrolment.unvalidated', 'piece.reviewed']);
  });

  it("the office's lateness is not the candidate's: given in time and refused late, a piece has fifteen days of its own", async () => {
    const own = await enrolled();
    await setClock(at('2023-11-30T10:00:00'));
    await give(own, 'DOMICIL');
    await setClock(at('2023-12-23T10:00:00'));
    await decide(own, 'DOMICIL', 'non-compliant', 'Trop ancienne.');
    expect((await piece(own, 'DOMICIL')).correctableUntil).toEqual(at('2024-01-08T00:00:00'));
    expect(await give(own, 'ATTDIPL')).toMatchObject({ ok: false });
    await setClock(at('2024-01-07T23:59:00'));
    expect((await give(own, 'DOMICIL')).ok).toBe(true);
    expect(await decide(own, 'DOMICIL', 'non-compliant', 'Toujours trop ancienne.')).toMatchObject({ ok: true });
    expect((await piece(own, 'DOMICIL')).correctableUntil).toEqual(at('2024-01-24T00:00:00'));
    await setClock(at('2024-01-24T00:00:00'));
    expect(await give(own, 'DOMICIL')).toMatchObject({ ok: false, error: { code: 'closed' } });
    await setClock(ORDINARY_DAY);
  });

  it('of R.408, given 7 March and refused 11 March, can be corrected too', async () => {
    const own = await enrolled(MACON);
    await setClock(at('2024-03-07T23:50:00'));
    await give(own, 'R408A3');
    await setClock(at('2024-03-11T09:00:00'));
    await decide(own, 'R408A3', 'non-compliant', 'La date manque.');
    expect((await give(own, 'R408A3')).ok).toBe(true);
    expect(await give(own, 'R408A4')).toMatchObject({ ok: false, error: { code: 'closed' } });
    await setClock(ORDINARY_DAY);
  });

  it('refused before the closing has the end of corrections, and so has its correction; compliant, none', async () => {
    const own = await enrolled();
    await give(own, 'DOMICIL');
    await decide(own, 'DOMICIL', 'non-compliant', 'Trop ancienne.');
    const { at: end } = catalogue.session('bp-2024-clermont')?.correctionsEndAt ?? {};
    expect((await piece(own, 'DOMICIL')).correctableUntil).toEqual(end);
    await give(own, 'DOMICIL');
    expect((await piece(own, 'DOMICIL')).correctableUntil).toEqual(end);
    await decide(own, 'DOMICIL', 'compliant');
    expect((await piece(own, 'DOMICIL')).correctableUntil).toBeNull();
  });

  it('was received on the day of its deposit, whatever the day of the decision', async () => {
    const own = await enrolled();
    await setClock(at('2023-11-30T10:00:00'));
    await give(own, 'DOMICIL');
    await setClock(at('2023-12-23T10:00:00'));
    await decide(own, 'DOMICIL', 'compliant');
    expect(String((await piece(own, 'DOMICIL')).receivedOn)).toBe('2023-11-30');
    await setClock(ORDINARY_DAY);
  });
});

describe('Modifier', () => {
  it('asks for the signed sheet again, drops what is no longer asked, adds what is new, keeps the rest', async () => {
    const own = await enrolled();
    for (const code of ['CINSIG01', 'DOMICIL', 'DIPLOM3']) await give(own, code);
    await decide(own, 'DOMICIL', 'compliant');
    await setClock(ORDINARY_DAY);
    const { diplomaTitle: _, ...informations } = COIFFURE.informations;
    await modifiedEnrolment(db, options(), own, {
      informations: { ...informations, diploma: 'none' },
      acquis: { ...COIFFURE.acquis, 'choice-U60': 'exempt', 'ground-U60': 'baccalaureate' },
    });
    expect((await piece(own, 'CINSIG01')).files).toHaveLength(0);
    expect((await piece(own, 'DIPLOM3')).status).toBe('not-applicable');
    expect((await piece(own, 'DISPENSE')).status).toBe('none');
    expect((await piece(own, 'DOMICIL')).status).toBe('compliant');
    await modifiedEnrolment(db, options(), own, { informations: COIFFURE.informations });
    expect(await piece(own, 'DIPLOM3'), 'asked again: what was given is still there').toMatchObject({ status: 'none' });
    expect((await piece(own, 'DIPLOM3')).files).toHaveLength(1);
  });

  it('that drops a refused piece and asks for it again gives it back as refused, until another file comes', async () => {
    const own = await enrolled();
    await give(own, 'DIPLOM3');
    await decide(own, 'DIPLOM3', 'non-compliant', 'Le titre ne se lit pas.');
    const { diplomaTitle: _, ...informations } = COIFFURE.informations;
    const without = { informations: { ...informations, diploma: 'none' } };
    await modifiedEnrolment(db, options(), own, without);
    await modifiedEnrolment(db, options(), own, { informations: COIFFURE.informations });
    expect(await piece(own, 'DIPLOM3')).toMatchObject({
      status: 'non-compliant',
      comment: 'Le titre ne se lit pas.',
    });
    await give(own, 'DIPLOM3');
    await modifiedEnrolment(db, options(), own, without);
    await modifiedEnrolment(db, options(), own, { informations: COIFFURE.informations });
    expect(await piece(own, 'DIPLOM3')).toMatchObject({ status: 'none', comment: null });
  });
});
