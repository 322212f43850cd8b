import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { subjectOf } from '../enrolment/index.ts';
import { openScans } from '../keptFiles/index.ts';
import { listPieces, scanDeposits } from '../pieces/index.ts';
import { connectClamd } from '../platform/antivirus.ts';
import { SYSTEM } from '../platform/journal.ts';
import { silentLog } from '../platform/log.ts';
import { EICAR, startClamd } from '../platform/testingClamd.ts';
import {
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  registeredEnrolment,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces } from '../testing/words.ts';

const clamd = await startClamd();
const { db, catalogue, papers, setClock } = await stage(papersRoom());
const node = { db, name: 'here', log: silentLog };
const scans = openScans({ ...papers, antivirus: connectClamd(clamd.url), node });
scanDeposits(papers, scans);
afterAll(async () => {
  scans.stop();
  await clamd.close();
});

const begin = () => registeredEnrolment(db, { ...papers, catalogue, answers: MACON_WITH_HANDICAP });
async function giveInfected({ enrolment }: TestEnrolment, code: string): Promise<string> {
  const [key, receipt] = [`${enrolment.id}/${randomUUID()}`, `D-${randomUUID().slice(0, 4)}`];
  await papers.files.write(key, EICAR);
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    select gen_random_uuid(), academy, session, enrolment_id, id, 'stored', 'a.pdf', 'application/pdf', 68, '0', ${key}, ${receipt}, 1, business_now(), business_now()
    from piece where enrolment_id = ${enrolment.id} and code = ${code}`.execute(db);
  return receipt;
}
/** A file of it was read meanwhile, in vain. */
async function refused({ enrolment }: TestEnrolment, code: string, name: string): Promise<void> {
  const [depositId, receipt] = [randomUUID(), `D-${randomUUID().slice(0, 4)}`];
  const piece = (await listPieces(db, enrolment.id)).find((one) => one.code === code);
  if (piece === undefined) throw new Error(`no ${code}`);
  const { id: pieceId, confidential } = piece;
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at, ended_at, erased_at, refusal)
    select ${depositId}, academy, session, enrolment_id, id, 'refused', ${name}, 'application/pdf', 68, '0', ${depositId}, ${receipt}, 1, business_now() - interval '1 minute',
      business_now() - interval '1 minute', business_now(), business_now(), 'file-cut'
    from piece where id = ${pieceId}`.execute(db);
  const payload = {
    enrolmentId: enrolment.id,
    pieceId,
    code,
    confidential,
    depositId,
    receipt,
    why: 'file-cut',
    until: null,
  } as const;
  await db
    .transaction()
    .execute((tx) => papers.events.publish(tx, SYSTEM, 'piece.fileRefused', subjectOf(enrolment), payload));
}
const told = async ({ candidate }: TestEnrolment) =>
  (await mailsTo(db, candidate.address)).filter(({ template }) => template.endsWith('.infected'));

describe("Le mail d'un fichier infecté", () => {
  it('part une fois, aussitôt, avec la pièce, le reçu et la date limite', async () => {
    const made = await begin();
    const receipt = await giveInfected(made, 'DOMICIL');
    await scans.catchUp();
    await scans.catchUp();
    const mails = await told(made);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain(made.enrolment.number);
    expect(mails[0]?.subject).toContain('a.pdf');
    const body = plainSpaces(mails[0]?.body);
    const label = catalogue.pieceType({ session: 'bp-2024-clermont', code: 'DOMICIL' })?.label ?? '?';
    for (const words of [receipt, label, "Déposez-en un autre jusqu'au vendredi 22 décembre 2023 à 17 h 00"])
      expect(body).toContain(words);
    expect(body).toContain(`https://registre.example/candidatures/${made.enrolment.id}/justificatifs/DOMICIL`);
  });

  it("dit à qui écrire, une fois passé le temps d'en donner un autre", async () => {
    const made = await begin();
    await giveInfected(made, 'DOMICIL');
    await sql`update piece set given_again_at = business_now() where enrolment_id = ${made.enrolment.id}`.execute(db);
    await setClock('2024-01-10T10:00:00+01:00');
    await scans.catchUp();
    expect(plainSpaces((await told(made))[0]?.body)).toContain('écrivez ou téléphonez sans attendre');
  });

  it("d'un fichier qui n'a pas pu être lu ne dit comment en faire un autre que tant qu'il peut être donné", async () => {
    await setClock(ORDINARY_DAY);
    const made = await begin();
    const tell = async (): Promise<string> => {
      await refused(made, 'DOMICIL', 'domicile.pdf');
      const mails = await mailsTo(db, made.candidate.address);
      return plainSpaces(mails.findLast(({ template }) => template === 'file.unreadable')?.body);
    };
    expect(await tell()).toMatch(/s'arrête au milieu\. Enregistrez-le de nouveau.*Déposez-en un autre/s);
    await setClock('2024-01-10T10:00:00+01:00');
    const late = await tell();
    expect(late).toMatch(/s'arrête au milieu\..*écrivez ou téléphonez sans attendre/s);
    expect(late).not.toContain('Enregistrez-le');
  });

  it('ne nomme pas un document de santé', async () => {
    const made = await begin();
    const receipt = await giveInfected(made, 'R408DISP');
    await scans.catchUp();
    const [mail] = await told(made);
    const body = plainSpaces(mail?.body);
    expect([mail?.subject, body]).toEqual([expect.stringContaining(receipt), expect.stringContaining(receipt)]);
    expect(`${mail?.subject} ${body}`).not.toMatch(/R408DISP|a\.pdf/);
    expect(body).not.toContain(catalogue.pieceType({ session: 'bp-2024-clermont', code: 'R408DISP' })?.label);
    expect((await listPieces(db, made.enrolment.id)).find(({ code }) => code === 'R408DISP')?.confidential).toBe(true);
  });

  it("d'un document de santé ne renvoie à aucun gestionnaire, ni n'en dit la nature", async () => {
    const made = await begin();
    const at = (day: string) => setClock(`${day}T10:00:00+01:00`);
    for (const [day, remedy] of [
      ['2023-11-15', 'Déposez-en un autre'],
      ['2024-07-10', 'votre espace dit à qui écrire'],
    ] as const) {
      await at(day);
      await refused(made, 'R408DISP', 'certificat-rqth.pdf');
      const [mail] = (await mailsTo(db, made.candidate.address)).filter(
        ({ template, body }) => template === 'document.unreadable' && plainSpaces(body).includes(remedy),
      );
      expect(mail?.body, day).toContain("n'a pas pu être lu");
      expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/gestionnaire|@|certificat-rqth|R408|aménagement|handicap/i);
    }
    await setClock(ORDINARY_DAY);
  });

  it('dit dans son objet quelle pièce, et lequel de ses fichiers', async () => {
    const made = await begin();
    for (const name of ['recto.pdf', 'verso.pdf']) await refused(made, 'DOMICIL', name);
    const mails = (await mailsTo(db, made.candidate.address)).filter(({ template }) => template === 'file.unreadable');
    const subject = (name: string) =>
      `« ${name} » n'a pas pu être lu : Justificatif de domicile (DOMICIL), inscription ${made.enrolment.number}`;
    expect(mails.map((mail) => plainSpaces(mail.subject)).toSorted()).toEqual([
      subject('recto.pdf'),
      subject('verso.pdf'),
    ]);
  });

  it("ne part pas quand l'inscription a pris fin", async () => {
    const made = await begin();
    await giveInfected(made, 'DOMICIL');
    await withdraw(db, { ...papers, catalogue }, made);
    await scans.catchUp();
    expect(await told(made)).toEqual([]);
  });
});
