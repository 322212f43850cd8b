import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentRoutes } from '../../enrolment/index.ts';
import { deskRoom } from '../../testing/desk.ts';
import { ORDINARY_DAY, type TestEnrolment } from '../../testing/enrolments.ts';
import { pagesOf } from '../../testing/papers.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, plainSpaces, wordsIn } from '../../testing/words.ts';

const TRAY = '/gestion/courriers';

const files: TestEnrolment[] = [];
const { db, registered, setClock, staff } = await stage(deskRoom({ own: enrolmentRoutes }), {
  staff: { officer: { name: 'Dominique Robert' }, other: { portfolios: ['G1'] } },
});
const { officer, other } = staff;
for (const birthName of ['Arnaud', 'Blanc', 'Carré'])
  files.push(await registered({ status: { birthName }, mailbox: false }));
const of = (index: number): TestEnrolment => {
  const found = files[index];
  if (found === undefined) throw new Error('nobody');
  return found;
};
const letterOf = async (index: number): Promise<string> =>
  (await sql<{ id: string }>`select id from letter where account_id = ${of(index).candidate.accountId}`.execute(db))
    .rows[0]?.id ?? '';
const page = async (index: number): Promise<string> =>
  `/gestion/dossiers/${of(index).enrolment.id}/courriers/${await letterOf(index)}`;
const journal = async (name: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from journal where name = ${name}`.execute(db)).rows[0]?.n ?? 0;
const tray = async (more = ''): Promise<string> => wordsIn((await officer.get(`${TRAY}${more}`)).body);

describe('Who has no mail box', () => {
  it('is told by a letter, which waits in the tray of their group and nobody else s', async () => {
    const { rows } = await sql`select from mail where recipient like '%.invalid'`.execute(db);
    expect(rows).toEqual([]);
    const words = await tray();
    for (const name of ['Arnaud', 'Blanc', 'Carré']) expect(words).toContain(name);
    expect(words).toContain('3 courriers');
    expect(words).toContain('À imprimer, à signer et à poster.');
    expect(wordsIn((await officer.get('/gestion')).body)).toContain("3 lettres attendent d'être imprimées et postées");
    expect(wordsIn((await other.get(TRAY)).body)).toContain('Rien ici');
    expect((await other.get(await page(0))).status).toBe(404);
    expect((await officer.get(`/gestion/dossiers/${of(0).enrolment.id}/courriers/${await letterOf(1)}`)).status).toBe(
      404,
    );
  });

  it('gets the words of the mail, without a mail or a page, with who signs, how to answer, and the papers behind', async () => {
    const nothing = await officer.post(TRAY, { acte: 'imprimer' });
    expect([nothing.status, wordsIn(nothing.body).includes('Cochez au moins un courrier')]).toEqual([422, true]);
    const printed = await officer.post(TRAY, { acte: 'imprimer', choix: [await letterOf(0), await letterOf(1)] });
    expect(printed.status).toBe(200);
    const pages = await pagesOf(printed.bytes);
    const plain = plainSpaces(pages.join(' '));
    for (const said of [
      `Votre inscription ${of(0).enrolment.number} est enregistrée`,
      'Mme Camille Arnaud',
      'Mme Camille Blanc',
      'Envoyer par la poste',
      'Par courrier, à : Bureau des examens professionnels',
      'Pièces jointes',
      `Confirmation d'inscription (${of(0).enrolment.number}-C1)`,
      `Demande de pièces justificatives (${of(1).enrolment.number}-P1)`,
      'Dominique Robert, gestionnaire',
      // The papers themselves.
      'À dater et à signer',
      "Je certifie l'exactitude de ces renseignements",
    ])
      expect(plain, said).toContain(said);
    expect(pages.length).toBeGreaterThan(8);
    const letter = plain.slice(0, plain.indexOf('Dominique Robert, gestionnaire'));
    expect(letter).not.toMatch(/https?:|par mail|en ligne|@|Mes documents/);
    const words = await tray();
    expect(words).toContain('Imprimée le');
    expect(await journal('letter.exported')).toBe(1);
    expect((await officer.get(`${TRAY}/etiquettes`)).body.startsWith('%PDF-')).toBe(true);
    expect((await officer.get(`${TRAY}/liste`)).body).toContain(`${of(2).enrolment.number}-K1;Mme Camille Carré`);
  });
});

describe('The office notes', () => {
  it('what left on one day, with a number or without; a decision alone needs one', async () => {
    await setClock(ORDINARY_DAY.add({ hours: 48 }));
    const [one, two] = [await letterOf(0), await letterOf(1)];
    const none = await officer.post(TRAY, { acte: 'partie', jour: '16/11/2023' });
    expect([none.status, wordsIn(none.body).includes('Cochez au moins une lettre')]).toEqual([422, true]);
    const early = await officer.post(TRAY, { acte: 'partie', jour: '14/11/2023', choix: one });
    expect(early.status).toBe(409);
    const done = await officer.post(TRAY, {
      acte: 'partie',
      jour: '16/11/2023',
      choix: [one, two],
      [`suivi-${two}`]: '1A 123 456 789 01',
    });
    expect(done.location).toBe(`${TRAY}?message=lettres-parties`);
    const left = await tray('?etat=parties');
    expect(left).toContain('Partie par la poste le jeudi 16 novembre 2023, sans numéro de suivi.');
    expect(left).toContain('numéro de suivi 1A12345678901.');
    expect(await tray()).not.toContain('Arnaud');
    expect((await officer.post(TRAY, { acte: 'partie', jour: '16/11/2023', choix: one })).status).toBe(422);
    expect(await journal('letter.posted')).toBe(2);
  });

  it('that it was handed over, beside the papers of the file; taken back, it is on its way again', async () => {
    const at = await page(1);
    const lettre = fieldOn((await officer.get(at)).body, 'lettre');
    const ended = await officer.post(at, { acte: 'devenue', lettre, devenir: 'received', le: '17/11/2023' });
    expect(ended.location).toBe(`${at}?message=lettre-finie`);
    expect(await tray('?etat=notifiees')).toContain('Remise le vendredi 17 novembre 2023.');
    const file = wordsIn((await officer.get(`/gestion/dossiers/${of(1).enrolment.id}`)).body);
    expect(file).toContain('Courriers de ce dossier');
    expect(file).toContain('Remise le vendredi 17 novembre 2023.');
    expect(file).toContain('Lettre remise');
    expect((await officer.post(at, { acte: 'reprendre', lettre })).location).toBe(`${at}?message=lettre-corrigee`);
    expect(await tray('?etat=parties')).toContain('Blanc');
    expect((await officer.post(at, { acte: 'telephone', appel: '17/11/2023' })).status).toBe(409);
  });

  it('that it came back: it waits again, to be posted or told by telephone, whose day stands on the file', async () => {
    const at = await page(0);
    const lettre = fieldOn((await officer.get(at)).body, 'lettre');
    await officer.post(at, { acte: 'devenue', lettre, devenir: 'unknown', le: '17/11/2023' });
    expect(await tray()).toContain('Revenue sans être remise');
    const wordless = await officer.post(at, { acte: 'telephone' });
    expect([wordless.status, wordsIn(wordless.body).includes("Indiquez le jour de l'appel")]).toEqual([422, true]);
    expect((await officer.post(at, { acte: 'telephone', appel: '18/11/2023' })).status).toBe(422);
    expect((await officer.post(at, { acte: 'telephone', appel: '14/11/2023' })).status).toBe(422);
    const twice = await Promise.all([1, 2].map(() => officer.post(at, { acte: 'telephone', appel: '17/11/2023' })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await tray('?etat=par-telephone')).toContain('Dite par téléphone le vendredi 17 novembre 2023.');
    expect((await officer.post(at, { acte: 'partie', jour: '17/11/2023' })).status).toBe(409);
    expect((await officer.post(at, { acte: 'rappeler' })).status).toBe(303);
    expect(await tray()).toContain('Arnaud');
  });

  it('nothing for who has no address: the way out is said', async () => {
    await sql`update enrolment set registered = jsonb_set(registered, '{identification}', '{}') where id = ${of(2).enrolment.id}`.execute(
      db,
    );
    const refused = await officer.post(TRAY, { acte: 'partie', jour: '16/11/2023', choix: await letterOf(2) });
    expect([refused.status, wordsIn(refused.body).includes("Aucune adresse n'est connue")]).toEqual([409, true]);
    expect((await officer.post(await page(2), { acte: 'telephone', appel: '17/11/2023' })).status).toBe(303);
  });

  it('what became of a followed letter is asked on the first page after fifteen days, until it is known; of one without a number, never', async () => {
    const home = async (now: string): Promise<string> => {
      await setClock(now);
      return wordsIn((await officer.get('/gestion')).body);
    };
    // « Blanc » left on the 16th under a number, and the post says nothing; « Carré » was told by telephone.
    const asked = '1 lettre suivie est partie depuis plus de quinze jours, sans nouvelles';
    expect(await home('2023-12-01T20:00:00+01:00')).not.toContain('sans nouvelles');
    expect(await home('2023-12-02T08:00:00+01:00')).toContain(asked);
    expect((await officer.get('/gestion')).body).toContain('href="/gestion/courriers?etat=parties"');
    expect(wordsIn((await other.get('/gestion')).body), 'their group alone').not.toContain('sans nouvelles');
    await officer.post(TRAY, { acte: 'partie', jour: '16/11/2023', choix: await letterOf(0) });
    expect(await home('2023-12-02T08:00:00+01:00')).toContain(asked);
    const at = await page(1);
    const lettre = fieldOn((await officer.get(at)).body, 'lettre');
    await officer.post(at, { acte: 'devenue', lettre, devenir: 'received', le: '17/11/2023' });
    expect(await home('2023-12-02T08:00:00+01:00')).not.toContain('sans nouvelles');
  });
});
