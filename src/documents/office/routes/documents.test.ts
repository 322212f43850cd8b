import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { openScans } from '../../../keptFiles/index.ts';
import { connectClamd } from '../../../platform/antivirus.ts';
import { readStream } from '../../../platform/journal.ts';
import { silentLog } from '../../../platform/log.ts';
import { EICAR, startClamd } from '../../../platform/testingClamd.ts';
import { deskRoom } from '../../../testing/desk.ts';
import { takePhoto } from '../../../testing/documents/jpegFile.ts';
import { onePage } from '../../../testing/documents/pdfFile.ts';
import { type Browser, PASSWORD, type TestEnrolment, withdraw } from '../../../testing/enrolments.ts';
import { misplacedFaults } from '../../../testing/misplacedFaults.ts';
import { givenRoutes } from '../../../testing/papers.ts';
import { signedIn } from '../../../testing/staff.ts';
import { stage } from '../../../testing/stage.ts';
import { OFFICE_DOCUMENT } from '../../document.ts';
import { scanOfficeDocuments } from '../../scans.ts';
import { officeDocumentLedger } from '../../store/files.ts';
import { countUnread } from '../../store/unread.ts';

let one: TestEnrolment;
let two: TestEnrolment;
const {
  db,
  catalogue,
  deps,
  papers,
  site,
  registered,
  enter,
  told: toldAll,
  setClock,
  staff,
} = await stage(deskRoom({ own: givenRoutes }), {
  staff: { officer: 'officer', other: { portfolios: ['G1'] }, head: 'head' },
});
const { officer, other, head } = staff;

beforeEach(async () => {
  await setClock('2023-11-15T10:42:00+01:00');
  await sql`truncate once`.execute(db);
  one = await registered();
  two = await registered();
  await papers.jobs.run();
});

const candidateOf = ({ candidate }: TestEnrolment) => signedIn(site, candidate.address, PASSWORD);
const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const FRESH = '/gestion/documents/nouveau';
const FIELDS = { titre: 'Convocation', consigne: 'Imprimez-la.', echeance: '' };
const numberOf = ({ enrolment }: TestEnrolment) => ({ recherche: enrolment.number ?? '', etat: '', session: '' });
const draft = (who: Browser, whom: object, changes: object = {}, file = onePage()) =>
  who.upload(FRESH, { ...FIELDS, ...whom, ...changes }, file, 'convocation.pdf');
/** Of both, whoever else there is: they alone are still to sign on this day. */
async function both(): Promise<object> {
  await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id <> all(${[one.enrolment.id, two.enrolment.id]}::uuid[]) and status = 'registered'`.execute(
    db,
  );
  return { recherche: '', etat: 'a-signer', session: '' };
}
async function publish(who: Browser, whom: object, changes: object = {}): Promise<string> {
  const { status, location } = await draft(who, whom, changes);
  expect(status).toBe(303);
  await who.get(location);
  expect((await who.post(location, { acte: 'publier' })).location).toBe(`${location}?message=document-publie`);
  await papers.jobs.run();
  return location;
}
const idOf = (location: string): string => location.split('/').at(-1) ?? '';
const told = (whom: TestEnrolment, template = 'paper.available') => toldAll(whom, template);
const acts = async ({ enrolment }: TestEnrolment) =>
  (await readStream(db, enrolmentStream(enrolment.id), 50)).map(({ name }) => name);
const files = async () => {
  const { rows } = await sql<{ key: string }>`select file_key as key from publication`.execute(db);
  return rows.map(({ key }) => key);
};

describe('A document of the office for a list', () => {
  it('is chosen from a search, looked at before, given to each once with a mail, in one file', async () => {
    expect((await officer.get('/gestion/dossiers?etat=a-signer')).body).toContain(`${FRESH}?etat=a-signer`);
    const whom = await both();
    expect(text((await officer.get(`${FRESH}?etat=a-signer`)).body)).toContain('2 dossiers répondent');
    const drafted = await draft(officer, whom, { echeance: '20/11/2023' });
    expect(drafted.status).toBe(303);
    const preview = await officer.get(drafted.location);
    expect(text(preview.body)).toContain('2 candidats recevront ce document');
    expect(text(preview.body)).toContain('Imprimez-la. Au plus tard le 20 novembre 2023.');
    expect(preview.body).toContain(two.enrolment.number);
    const seen = await officer.get(`${drafted.location}/pdf`);
    expect([seen.status, seen.header('content-type')]).toEqual([200, 'application/pdf']);
    expect(await told(one)).toEqual([]);
    // Twice, as a double click does.
    for (const _ of [1, 2]) await officer.post(drafted.location, { acte: 'publier' });
    await papers.jobs.run();
    await papers.jobs.run();
    for (const someone of [one, two]) {
      expect(await told(someone)).toHaveLength(1);
      expect((await told(someone))[0]?.body).toContain('Convocation');
      expect((await acts(someone)).filter((name) => name === 'publication.given')).toHaveLength(1);
    }
    expect(await files()).toHaveLength(1);
    const after = text((await officer.get(drafted.location)).body);
    expect(after).toContain("2 candidats ont ce document ; 0 l'a ouvert.");
    expect((await other.get(drafted.location)).status).toBe(404);
    expect((await head.get(drafted.location)).status).toBe(200);
    expect((await other.get('/gestion/documents')).body).not.toContain(drafted.location);
    expect((await officer.get('/gestion/documents')).body).toContain(drafted.location);
  });

  it('goes on where a kill left it, and one whom it fails for keeps no other from having it', async () => {
    const { location } = await draft(head, await both());
    await head.get(location);
    await head.post(location, { acte: 'publier' });
    await sql`update enrolment set registered = '{}' where id = ${one.enrolment.id}`.execute(db);
    const again = [...papers.jobs.orders];
    await expect(papers.jobs.run()).rejects.toThrow('no longer knows');
    expect([(await told(one)).length, (await told(two)).length]).toEqual([0, 1]);
    expect(text((await head.get(location)).body)).toContain('Publication en cours : 1 fait, 1 à faire');
    await sql`update enrolment set registered = (select registered from enrolment where id = ${two.enrolment.id}) where id = ${one.enrolment.id}`.execute(
      db,
    );
    papers.jobs.orders.push(...again);
    await papers.jobs.run();
    expect([(await told(one)).length, (await told(two)).length]).toEqual([1, 1]);
  });

  it('leaves out who has ended and who has the same file, and says so before and after', async () => {
    await publish(officer, numberOf(one));
    const whom = await both();
    const preview = await draft(officer, whom, { titre: 'La même' });
    expect(text((await officer.get(preview.location)).body)).toContain('1 candidat recevra');
    expect(text((await officer.get(preview.location)).body)).toContain('Il a déjà ce même fichier');
    await withdraw(db, { events: papers.events, catalogue }, two);
    const refused = await officer.post(preview.location, { acte: 'publier' });
    expect([refused.status, text(refused.body).includes('Personne de cette liste')]).toEqual([422, true]);
    expect(text(refused.body)).toContain('Son inscription a pris fin');
    await papers.jobs.run();
    expect(await told(two)).toHaveLength(0);
    // Alone, from the file, one whose enrolment has ended may still be given something.
    await publish(officer, { dossier: two.enrolment.id }, { titre: 'Pour vous' });
    expect(await told(two)).toHaveLength(1);
  });
});

describe('A document of the office for its candidate', () => {
  it('stands among their papers, newest first, with what to do; its first opening is written down and shown to the office', async () => {
    const location = await publish(officer, { dossier: one.enrolment.id }, { echeance: '1er décembre 2023' });
    const browser = await candidateOf(one);
    const at = `/candidatures/${one.enrolment.id}/documents`;
    const list = (await browser.get(at)).body;
    expect(text(list)).toContain('Imprimez-la. Au plus tard le vendredi 1er décembre 2023.');
    expect(list.indexOf('Convocation')).toBeLessThan(list.indexOf("Confirmation d'inscription"));
    const unread = await countUnread(db, one.enrolment.id);
    expect(text((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body)).toContain(
      'Document du bureau, Convocation',
    );
    const mine = `${at}/bureau/${idOf(location)}`;
    expect((await told(one))[0]?.body).toContain(`https://registre.example${mine}`);
    for (const _ of [1, 2]) expect(text((await browser.get(mine)).body)).toContain('Ce que vous devez faire');
    expect(await countUnread(db, one.enrolment.id)).toBe(unread - 1);
    expect((await acts(one)).filter((name) => name === 'publication.opened')).toHaveLength(1);
    const pdf = await browser.get(`${mine}/pdf?telecharger=1`);
    expect(pdf.status).toBe(200);
    expect(pdf.header('content-disposition')).toContain('attachment; filename="bureau-convocation.pdf"');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(text((await officer.get(location)).body)).toContain("1 candidat a ce document ; 1 l'a ouvert.");
    // Another's doesn't exist.
    const stranger = await candidateOf(two);
    expect((await stranger.get(mine)).status).toBe(404);
    expect((await stranger.get(mine.replace(one.enrolment.id, two.enrolment.id))).status).toBe(404);
    const paper = `/gestion/dossiers/${one.enrolment.id}/documents/${idOf(location)}/pdf`;
    expect([(await officer.get(paper)).status, (await other.get(paper)).status]).toEqual([200, 404]);
  });

  it('is in the archive under a name of its own, though two have one title, and counts as opened by it', async () => {
    await publish(officer, { dossier: one.enrolment.id });
    const again = await draft(officer, { dossier: one.enrolment.id }, {}, onePage({ version: '1.5' }));
    await officer.post(again.location, { acte: 'publier' });
    await papers.jobs.run();
    const zip = await (await candidateOf(one)).get(`/candidatures/${one.enrolment.id}/documents.zip`);
    const names = Object.keys(unzipSync(zip.bytes)).filter((name) => name.startsWith('bureau'));
    expect(names.toSorted()).toEqual(['bureau-1-convocation.pdf', 'bureau-2-convocation.pdf']);
    expect(await countUnread(db, one.enrolment.id)).toBe(0);
  });
});

describe('A document of the office sent by mistake', () => {
  it('is withdrawn with a reason: nobody opens it any more, who had it is told, once', async () => {
    const location = await publish(officer, await both());
    const browser = await candidateOf(one);
    const mine = `/candidatures/${one.enrolment.id}/documents/bureau/${idOf(location)}`;
    await browser.get(mine);
    const asked = await officer.get(`${location}/retrait`);
    expect(text(asked.body)).toContain("2 candidats l'ont");
    const empty = await officer.post(`${location}/retrait`, { motif: ' ' });
    expect([empty.status, text(empty.body).includes('Dites pourquoi')]).toEqual([422, true]);
    expect(misplacedFaults(empty.body)).toEqual([]);
    expect((await other.post(`${location}/retrait`, { motif: 'x' })).status).toBe(404);
    for (const _ of [1, 2]) await officer.post(`${location}/retrait`, { motif: 'Mauvaise date.' });
    await papers.jobs.run();
    expect((await browser.get(`${mine}/pdf`)).status).toBe(404);
    expect(text((await browser.get(mine)).body)).toContain("n'en tenez pas compte. Motif : Mauvaise date.");
    expect(text((await browser.get(`/candidatures/${one.enrolment.id}/documents`)).body)).toContain('Retiré');
    for (const someone of [one, two]) {
      const mails = await told(someone, 'publication.withdrawn');
      expect(mails).toHaveLength(1);
      expect(mails[0]?.body).toContain('Motif\u00a0: Mauvaise date.');
    }
    expect(text((await officer.get(`/gestion/dossiers/${one.enrolment.id}`)).body)).toContain('Mauvaise date');
    expect((await officer.get(`/gestion/dossiers/${one.enrolment.id}/documents/${idOf(location)}/pdf`)).status).toBe(
      404,
    );
    expect(await countUnread(db, two.enrolment.id)).toBe(3);
    expect((await officer.get(`${location}/retrait`)).status).toBe(303);
  });

  it('reaches nobody whom it had not reached, and may then be given again', async () => {
    const { location } = await draft(officer, numberOf(one));
    await officer.get(location);
    await officer.post(location, { acte: 'publier' });
    await officer.get(`${location}/retrait`);
    await officer.post(`${location}/retrait`, { motif: 'Trop tôt.' });
    await papers.jobs.run();
    expect([await told(one), await told(one, 'publication.withdrawn')]).toEqual([[], []]);
    expect(text((await officer.get(location)).body)).toContain("Le document a été retiré avant d'arriver jusqu'à lui");
    await publish(officer, numberOf(one));
    expect(await told(one)).toHaveLength(1);
  });
});

describe('A document that is no use', () => {
  it('is refused with what was typed kept and nothing written: no words, a past day, no PDF, nobody', async () => {
    const before = (await files()).length;
    for (const [changes, file, status, words] of [
      [{ titre: ' ' }, onePage(), 422, 'Donnez un titre'],
      [{ consigne: '' }, onePage(), 422, 'Dites en une phrase'],
      [{ consigne: 'x'.repeat(OFFICE_DOCUMENT.todo + 1) }, onePage(), 422, '300'],
      [{ echeance: '14/11/2023' }, onePage(), 422, '15 novembre 2023'],
      [{}, Buffer.from('rien'), 415, 'PDF'],
      [{}, Buffer.alloc(0), 422, 'vide'],
      [{}, Buffer.concat([onePage(), Buffer.alloc(26_300_000)]), 413, '25 Mo'],
      [{}, await takePhoto(), 415, 'est une photo'],
    ] as const) {
      const refused = await draft(officer, { dossier: one.enrolment.id }, changes, file);
      expect([refused.status, text(refused.body).includes(words)], words).toEqual([status, true]);
      if (!('consigne' in changes)) expect(refused.body).toContain('Imprimez-la.');
    }
    for (const whom of [{ dossier: one.enrolment.id }, { dossier: 'x' }, numberOf(one), { recherche: 'Xyzzy' }]) {
      const refused = await draft(other, whom);
      expect([refused.status, text(refused.body).includes('ne donne aucun dossier')]).toEqual([422, true]);
    }
    expect(await files()).toHaveLength(before);
  });

  it('is abandoned before anybody has it, and its file goes', async () => {
    const { location } = await draft(officer, numberOf(one));
    await officer.get(location);
    expect((await head.get(location)).status).toBe(404);
    expect((await officer.post(location, { acte: 'abandonner' })).location).toContain('document-abandonne');
    for (const act of ['publier', 'abandonner']) expect((await officer.post(location, { acte: act })).status).toBe(404);
    await papers.jobs.run();
    expect(await told(one)).toEqual([]);
  });

  it('and a draft that is left for a day keeps its file no longer', async () => {
    const { location } = await draft(officer, numberOf(one));
    const [key = ''] = (await files()).slice(-1);
    const ledger = officeDocumentLedger(db);
    expect(ledger.makes.test(key)).toBe(true);
    const named = async () => (await ledger.named([...(await files())])).size;
    const kept = await named();
    const due = (await ledger.due(100)).map(({ id }) => id);
    expect(due).toContain(idOf(location));
    await ledger.checked(idOf(location), 'missing');
    expect((await ledger.due(100)).map(({ id }) => id)).not.toContain(idOf(location));
    await sql`update publication set created_at = now() - interval '25 hours' where id = ${idOf(location)}`.execute(db);
    expect(await named()).toBe(kept - 1);
    expect((await officer.get(location)).status).toBe(404);
  });

  it("is not published once its people are another group's, nor beyond the budget of a day", async () => {
    const mover = await enter();
    const { location } = await draft(mover, numberOf(one));
    await mover.get(location);
    await sql`update enrolment set portfolio = 'G1' where id = ${one.enrolment.id}`.execute(db);
    const refused = await mover.post(location, { acte: 'publier' });
    expect([refused.status, text(refused.body).includes('ne sont plus les vôtres')]).toEqual([409, true]);
    await sql`insert into publication (id, academy, officer_id, title, todo, alone, file_key, size, sha256, sent_sha256, sent_size)
      select gen_random_uuid(), 'clermont', ${mover.id}, 'x', 'x', true, gen_random_uuid()::text, 1, 'x', 'x', 1 from generate_series(2, ${OFFICE_DOCUMENT.daily}::int)`.execute(
      db,
    );
    const full = await draft(mover, numberOf(two));
    expect([full.status, text(full.body).includes('en 24 heures')]).toEqual([429, true]);
  });
});

describe('The antivirus and the documents of the office', () => {
  it('reads each before it can be published; what is infected never is', async () => {
    const clamd = await startClamd();
    const node = { db, name: 'here', log: silentLog, retryMs: 20 };
    const antivirus = connectClamd(clamd.url);
    const scanner = openScans({ ...papers, antivirus, node });
    scanOfficeDocuments({ ...papers }, scanner);
    Object.assign(deps, { scans: true });
    try {
      const clean = await draft(officer, numberOf(one));
      expect(text((await officer.get(clean.location)).body)).toContain("L'antivirus n'a pas encore lu ce fichier");
      const early = await officer.post(clean.location, { acte: 'publier' });
      expect([early.status, text(early.body).includes('Attendez un instant')]).toEqual([409, true]);
      expect((await officer.get(`${clean.location}/pdf`)).status).toBe(409);
      await papers.jobs.run();
      expect((await officer.post(clean.location, { acte: 'publier' })).status).toBe(303);
      const bad = await draft(officer, numberOf(two), {}, onePage({ version: '1.6' }));
      const [key = ''] = (
        await sql<{ key: string }>`select file_key as key from publication where id = ${idOf(bad.location)}`.execute(db)
      ).rows.map((row) => row.key);
      await papers.files.remove(key);
      await papers.files.write(key, Buffer.from(EICAR));
      await scanner.catchUp();
      expect(text((await officer.get(bad.location)).body)).toContain('infecté');
      expect((await officer.post(bad.location, { acte: 'publier' })).status).toBe(409);
      expect((await officer.get(`${bad.location}/pdf`)).status).toBe(409);
      await papers.jobs.run();
      expect(await told(two)).toEqual([]);
    } finally {
      Object.assign(deps, { scans: false });
      scanner.stop();
      await clamd.close();
    }
  });
});
