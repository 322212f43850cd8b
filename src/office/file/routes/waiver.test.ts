import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream, subjectOf } from '../../../enrolment/index.ts';
import { readStream, record, SYSTEM } from '../../../platform/journal.ts';
import { officeRoom } from '../../../testing/desk.ts';
import { type Browser, MACON_WITH_HANDICAP, setClock, type TestEnrolment } from '../../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';

let made: TestEnrolment;
const {
  db,
  files,
  registered,
  staff: people,
} = await stage(officeRoom, {
  staff: {
    officer: { portfolios: ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'] },
    head: 'head',
    admin: 'admin',
    jury: 'jury',
    accommodation: { role: 'accommodation', name: 'Claude Rivet' },
    colleague: { role: 'accommodation', name: 'Paul Roux' },
    elsewhere: { role: 'accommodation', academy: 'lyon' },
  },
});

beforeEach(async () => {
  await sql`update enrolment set status = 'set-aside', ended_at = business_now() where status in ('registered', 'validated')`.execute(
    db,
  );
  made = await registered({ answers: MACON_WITH_HANDICAP });
});

const piece = (code: string) => pieceOf(db, made.enrolment.id, code);
const give = async (code: string, name = 'piece.pdf'): Promise<string> =>
  giveFile(db, files, await piece(code), { name });
const address = async (code: string): Promise<string> => `/gestion/pieces/${(await piece(code)).id}`;
const filePage = (who: Browser) => who.get(`/gestion/dossiers/${made.enrolment.id}`);

async function open(who: Browser, code: string): Promise<Record<string, string>> {
  const { body } = await who.get(await address(code));
  const names = ['version', 'decisions-vues', 'fichiers-vus', 'sur-papier'];
  return Object.fromEntries(names.map((name) => [name, fieldOn(body, name)]));
}
async function decide(who: Browser, decision: string, comment = '', seen?: Record<string, string>) {
  return who.post(await address('R408DISP'), { ...(seen ?? (await open(who, 'R408DISP'))), decision, comment });
}
const HEALTH = /R408DISP|RQTH|rqth|travailleur handicap|Dispense de la formation|certificat médical/;

describe('Un document de santé', () => {
  it('is found by nobody but those who decide on accommodations, in their academy', async () => {
    const deposit = await give('R408DISP', 'rqth-et-certificat.pdf');
    const at = await address('R408DISP');
    for (const who of ['officer', 'head', 'admin', 'jury', 'elsewhere'] as const) {
      expect((await people[who].get(at)).status, who).toBe(404);
      expect((await people[who].get(`${at}/fichiers/${deposit}`)).status, who).toBe(404);
      expect((await people[who].post(at, { decision: 'compliant', version: '1' })).status, who).toBe(404);
    }
    expect((await piece('R408DISP')).status).toBe('none');
    expect((await people.accommodation.get(at)).status).toBe(200);
    const file = await people.accommodation.get(`${at}/fichiers/${deposit}`);
    expect([file.status, file.body.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  it('opens no other piece nor any file to those who decide on it', async () => {
    const deposit = await give('DOMICIL');
    const at = await address('DOMICIL');
    for (const path of [at, `${at}/fichiers/${deposit}`, `/gestion/dossiers/${made.enrolment.id}`, '/gestion/dossiers'])
      expect((await people.accommodation.get(path)).status, path).toBe(404);
    expect((await people.accommodation.post(at, { decision: 'compliant', version: '1' })).status).toBe(404);
  });

  it('does not carry its file to another piece of the same candidate', async () => {
    const deposit = await give('R408DISP');
    await give('DOMICIL');
    expect((await people.officer.get(`${await address('DOMICIL')}/fichiers/${deposit}`)).status).toBe(404);
  });

  it('stands in its own queue alone, and in none of the others’', async () => {
    await give('R408DISP');
    await give('DOMICIL');
    const theirs = await people.accommodation.get('/gestion/corbeille');
    expect(theirs.body).toContain(await address('R408DISP'));
    expect(theirs.body).not.toContain(await address('DOMICIL'));
    expect(wordsIn(theirs.body)).toContain('1 pièce');
    for (const who of ['officer', 'head'] as const)
      for (const query of ['', '?piece=R408DISP', '?etat=remises']) {
        const { body } = await people[who].get(`/gestion/corbeille${query}`);
        expect(body, `${who} ${query}`).not.toContain(await address('R408DISP'));
        // What was typed in the address comes back in it, and nothing else.
        expect(body.replaceAll(/piece(=|%3D)R408DISP/g, '')).not.toMatch(HEALTH);
      }
    expect((await people.elsewhere.get('/gestion/corbeille')).body).not.toContain(await address('R408DISP'));
    const home = await people.accommodation.get('/gestion');
    expect(home.body).toContain(await address('R408DISP'));
    expect(wordsIn(home.body)).toContain('documents de santé');
  });

  it('leaves no trace on the file nor in the journal: an officer reads the same with a waiver and without', async () => {
    const journal = `/gestion/journal?numero=${made.enrolment.number}`;
    const read = async (): Promise<readonly string[]> => {
      // One after the other: the file says who else has it open.
      const pages = [
        await filePage(people.officer),
        await filePage(people.head),
        await people.head.get(journal),
        await people.admin.get(journal),
      ];
      for (const { body } of pages) expect(body).not.toMatch(HEALTH);
      return pages.map(({ body }) => wordsIn(body));
    };
    // Before the certificates are due and after, so that the sanction's words are compared too.
    const atEach = async (): Promise<readonly string[]> => {
      const all: string[] = [];
      for (const instant of ['2024-03-07T12:00:00Z', '2024-03-08T12:00:00Z'].map((one) => Temporal.Instant.from(one))) {
        await setClock(db, instant);
        all.push(...(await read()));
      }
      await setClock(db, given);
      return all;
    };
    const given = Temporal.Instant.from('2024-03-01T12:00:00Z');
    await setClock(db, given);
    await read();
    const without = await atEach();
    expect(without[4]).toContain('Des attestations manquent');
    const deposit = await give('R408DISP', 'rqth-et-certificat.pdf');
    expect(await atEach(), 'given').toEqual(without);
    const data = { code: 'R408DISP', receipt: 'D-1234-5678', pieces: [], confidential: true };
    await db.transaction().execute(async (tx) => {
      for (const name of ['piece.deposited', 'piece.turnedAway', 'piece.fileInfected', 'pieces.handedOver'] as const)
        await record(tx, SYSTEM, name, subjectOf(made.enrolment), data as never);
    });
    expect(await atEach(), 'journaled').toEqual(without);
    await people.accommodation.get(`${await address('R408DISP')}/fichiers/${deposit}`);
    await decide(people.accommodation, 'non-compliant', "La RQTH n'est plus valable.");
    expect(await atEach(), 'refused').toEqual(without);
  });

  it('is told by its effect alone, once it is accepted', async () => {
    await give('R408DISP', 'rqth-et-certificat.pdf');
    await decide(people.accommodation, 'compliant');
    for (const who of ['head', 'admin'] as const) {
      const { body } = await people[who].get(`/gestion/journal?numero=${made.enrolment.number}`);
      expect(wordsIn(body), who).toContain('Dispensé : R408A3, R408A4 et R408A5');
      expect(body, who).not.toMatch(HEALTH);
    }
  });

  it('is not told by the address of a decision just made', async () => {
    await give('R408DISP');
    await decide(people.accommodation, 'compliant');
    const { body } = await people.officer.get(`/gestion/corbeille?fait=${(await piece('R408DISP')).id}`);
    expect(body).not.toMatch(HEALTH);
  });

  it('is recorded each time that it is read', async () => {
    const deposit = await give('R408DISP');
    await people.accommodation.get(`${await address('R408DISP')}/fichiers/${deposit}`);
    const [last] = await readStream(db, enrolmentStream(made.enrolment.id), 1);
    expect(last).toMatchObject({ name: 'document.viewed', data: { confidential: true } });
  });
});

describe('La décision', () => {
  it('says what it does, and makes the certificates « dispensé » on the file', async () => {
    await give('R408DISP');
    const page = wordsIn((await people.accommodation.get(await address('R408DISP'))).body);
    expect(page).toContain(
      'dispense le candidat de ces pièces, si elles lui sont demandées : R408A3, R408A4 et R408A5',
    );
    expect(page).not.toContain('Dossier complet');
    expect((await decide(people.accommodation, 'compliant')).status).toBe(303);
    const file = wordsIn((await filePage(people.officer)).body);
    expect(file.match(/Dispensé/g)?.length).toBe(4);
    expect(file).not.toMatch(/aménagement|handicap|RQTH/i);
    const certificate = wordsIn((await people.officer.get(await address('R408A3'))).body);
    expect(certificate).toContain("Une dispense est accordée pour cette pièce : il n'y a rien à contrôler.");
    expect(certificate).not.toContain('Votre décision');
  });

  it('taken back, gives them back', async () => {
    await give('R408DISP');
    await decide(people.accommodation, 'compliant');
    expect((await decide(people.accommodation, 'non-compliant', 'Illisible.')).status).toBe(303);
    expect((await piece('R408A3')).status).toBe('none');
    expect(wordsIn((await filePage(people.officer)).body)).toContain('De nouveau à donner : R408A3, R408A4 et R408A5');
  });

  it('sent twice is one; of two officers the second is told', async () => {
    await give('R408DISP');
    const [mine, theirs] = [await open(people.accommodation, 'R408DISP'), await open(people.colleague, 'R408DISP')];
    for (let click = 0; click < 2; click += 1)
      expect((await decide(people.accommodation, 'compliant', '', mine)).status).toBe(303);
    const late = await decide(people.colleague, 'non-compliant', 'Illisible.', theirs);
    expect(late.status).toBe(409);
    expect(wordsIn(late.body)).toContain('Conforme, par Claude Rivet');
    expect((await piece('R408A3')).status).toBe('exempted');
    const entries = await readStream(db, enrolmentStream(made.enrolment.id), 50);
    expect(entries.filter(({ name }) => name === 'pieces.excused')).toHaveLength(1);
  });

  it('on a certificate that was excused meanwhile is not written, and the officer reads why', async () => {
    await give('R408A3');
    await give('R408DISP');
    const seen = await open(people.officer, 'R408A3');
    await decide(people.accommodation, 'compliant');
    const answer = await people.officer.post(await address('R408A3'), { ...seen, decision: 'compliant', comment: '' });
    expect(answer.status).toBe(409);
    expect(wordsIn(answer.body)).toContain('Une dispense est accordée pour cette pièce');
    expect((await piece('R408A3')).status).toBe('exempted');
  });
});

describe('A certificate of work at height that is missing', () => {
  const MARCH = Temporal.Instant.from('2024-03-08T00:00:00+01:00');
  const on = async (instant: Temporal.Instant): Promise<string> => {
    await setClock(db, instant);
    return wordsIn((await filePage(people.officer)).body);
  };
  it('is marked from the due instant on, of what is neither in nor excused; the units are said to be unknown', async () => {
    await give('R408A4');
    expect(await on(MARCH.subtract({ minutes: 10 }))).not.toContain('Des attestations manquent');
    const page = await on(MARCH);
    expect(page).toContain('Des attestations manquent');
    expect(page).toContain(
      "Les pièces R408A3 et R408A5, à donner jusqu'au jeudi 7 mars 2024 inclus, ne sont pas données",
    );
    expect(page).toContain('Les unités concernées ne sont pas encore inscrites');
    expect(page).toContain("L'inscription n'en est pas annulée, et le candidat garde sa place");
  });
  it('is marked as well while a waiver waits for an answer, and no longer once it is accepted', async () => {
    await give('R408DISP');
    expect(await on(MARCH)).toContain('Des attestations manquent');
    await decide(people.accommodation, 'compliant');
    expect(await on(MARCH)).not.toContain('Des attestations manquent');
    await decide(people.accommodation, 'non-compliant', 'Illisible.');
    expect(await on(MARCH)).toContain('Des attestations manquent');
  });
});
