import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountStream } from '../../../accounts/index.ts';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { latestMails } from '../../../platform/mail/outbox.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { aDraft, ORDINARY_DAY, type TestEnrolment } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';

const { db, catalogue, events, site, registered, setClock, staff, enter } = await stage(deskRoom(), {
  staff: { officer: 'officer', colleague: 'officer', ...STRANGERS },
});
const { officer, colleague } = staff;
beforeEach(() => setClock(ORDINARY_DAY));

const BORN = '30/05/1998';
const draftOf = (birthName: string, more = {}): Promise<TestEnrolment> =>
  aDraft(
    db,
    { events, catalogue, status: { birthName, birthDate: Temporal.PlainDate.from('1998-05-30'), ...more } },
    'qualification',
  );
const call = ({ enrolment }: Pick<TestEnrolment, 'enrolment'>): string => `/gestion/dossiers/${enrolment.id}/appel`;
async function find(fields: Readonly<Record<string, string>>, who = officer) {
  await who.get('/gestion/appels');
  return who.post('/gestion/appels', fields);
}

describe('Somebody who calls and is in no list', () => {
  it('is found by two exact things that they say, and by nothing less', async () => {
    const draft = await draftOf("D'Ûrville");
    const { address } = draft.candidate;
    const alone = await find({ address });
    expect([alone.status, wordsIn(alone.body)]).toEqual([422, expect.stringContaining('Donnez deux informations')]);
    expect(wordsIn((await find({ name: 'Ûrv1lle' })).body)).toContain('Écrivez le nom de famille sans le signe');
    expect(wordsIn((await find({ address: address.split('@')[0] ?? '', birthDate: BORN })).body)).toContain(
      'Une partie suffit dans « Dossiers »',
    );
    for (const fields of [
      { address: `x${address}`, birthDate: BORN },
      { address, birthDate: '31/05/1998' },
      { address, name: 'Urvill' },
    ])
      expect(wordsIn((await find(fields)).body)).toContain('exactement ces informations');
    expect((await officer.get(call(draft))).status).toBe(404);
    for (const fields of [
      { address: address.toUpperCase(), birthDate: BORN },
      { birthDate: BORN.split('/').toReversed().join(' '), name: 'DURVILLE' },
      { address, birthDate: BORN, name: 'd’urville' },
    ])
      expect((await find(fields)).location).toBe(call(draft));
  });

  it('is open to who was told, that day, and to nobody else of the office', async () => {
    const draft = await draftOf('Dumont');
    await find({ birthDate: BORN, name: 'Dumont' });
    expect((await officer.get(call(draft))).status).toBe(200);
    for (const other of [colleague, staff['another academy'], staff['another group']])
      expect((await other.get(call(draft))).status).toBe(404);
    expect(wordsIn((await find({ birthDate: BORN, name: 'Dumont' }, staff['another academy'])).body)).toContain(
      'exactement ces informations',
    );
    for (const stranger of [staff.admin, staff.accommodation])
      expect((await stranger.get('/gestion/appels')).status).toBe(404);
    const { rows } = await sql<{ name: string; actor_id: string }>`
      select name, actor_id from journal where stream = ${enrolmentStream(draft.enrolment.id)} and name in ('draft.found', 'file.read')
        order by id`.execute(db);
    expect(rows.map(({ name, actor_id }) => [name, actor_id])).toEqual([
      ['draft.found', officer.id],
      ['file.read', officer.id],
    ]);
    // Some hours later somebody calls again and says it again.
    await sql`alter table journal disable trigger all`.execute(db);
    await sql`update journal set at = at - interval '9 hours' where name = 'draft.found'`.execute(db);
    await sql`alter table journal enable trigger all`.execute(db);
    expect((await officer.get(call(draft))).status).toBe(404);
  });

  it('leaves a note that stays with them: read at the next call, and on the file once there is one', async () => {
    const draft = await draftOf('Notier');
    await find({ birthDate: BORN, name: 'Notier' });
    const { body } = await officer.get(call(draft));
    const cle = fieldOn(body, 'cle');
    const write = (note: string, who = officer) => who.post(`${call(draft)}/note`, { note, cle });
    const empty = await write('  ');
    expect([empty.status, wordsIn(empty.body)]).toEqual([422, expect.stringContaining('Écrivez ce qui a été dit.')]);
    for (const _ of [1, 2]) expect((await write('Rappelle <jeudi>.')).location).toBe(`${call(draft)}?message=note`);
    const told = (await officer.get(`${call(draft)}?message=note`)).body;
    expect(told).toContain('La note est gardée.');
    expect(told.match(/Rappelle &lt;jeudi>\./g)).toHaveLength(1);
    // A colleague who wasn't told neither reads nor writes it.
    expect((await write('Bonjour', colleague)).status).toBe(404);
    await find({ birthDate: BORN, name: 'Notier' }, colleague);
    expect((await colleague.get(call(draft))).body).toContain('Rappelle &lt;jeudi>.');
    const file = await registered({ status: { birthName: 'Notée', birthDate: Temporal.PlainDate.from('1998-05-30') } });
    expect((await officer.post(`${call(file)}/note`, { note: 'Attend son relevé.', cle })).status).toBe(303);
    expect((await officer.get(`/gestion/dossiers/${file.enrolment.id}`)).body).toContain('Attend son relevé.');
  });

  it('reads on the telephone where they are stuck, never what they answered', async () => {
    const draft = await draftOf('Mottier');
    await find({ birthDate: BORN, name: 'Mottier' });
    const words = wordsIn((await officer.get(call(draft))).body);
    expect(words).toContain('jamais enregistrée');
    expect(words).toMatch(/La suite est à l'étape « Acquis/);
    expect(words).toContain('À enregistrer avant');
    expect((await officer.get(`/gestion/dossiers/${draft.enrolment.id}/saisir`)).status).toBe(200);
    // A page of files is of registered ones.
    expect((await officer.get(`/gestion/dossiers/${draft.enrolment.id}`)).status).toBe(404);
  });

  it('who shares a name and a birth day with another is asked for a third thing', async () => {
    await draftOf('Tardieu');
    const other = await draftOf('Tardieu');
    expect(wordsIn((await find({ birthDate: BORN, name: 'Tardieu' })).body)).toContain('Demandez-en une troisième');
    expect((await find({ birthDate: BORN, name: 'Tardieu', address: other.candidate.address })).location).toBe(
      call(other),
    );
  });

  it('of another group, once registered, isn’t there', async () => {
    const file = await registered({
      status: { birthName: 'Ailleurs', birthDate: Temporal.PlainDate.from('1998-05-30') },
    });
    expect((await find({ birthDate: BORN, name: 'Ailleurs' })).location).toBe(call(file));
    expect((await find({ birthDate: BORN, name: 'Ailleurs' }, staff['another group'])).status).toBe(422);
    expect(wordsIn((await officer.get(call(file))).body)).toContain('Où cette personne en est');
  });

  it('can’t be guessed: who tries names waits, even for the right one', async () => {
    await draftOf('Devine');
    const guesser = await enter();
    for (let tries = 0; tries < 21; tries += 1)
      await find({ birthDate: BORN, name: `Essai${'abcdefghijklmnopqrstuvwxyz'[tries]}` }, guesser);
    expect(wordsIn((await find({ birthDate: BORN, name: 'Devine' }, guesser)).body)).toContain('attend 1 minute');
  });

  it('can’t be guessed by what two namesakes share, either', async () => {
    await draftOf('Pareille');
    await draftOf('Pareille');
    const guesser = await enter();
    for (let tries = 0; tries < 21; tries += 1) await find({ birthDate: BORN, name: 'Pareille' }, guesser);
    expect(wordsIn((await find({ birthDate: BORN, name: 'Pareille' }, guesser)).body)).toContain('attend 1 minute');
  });
});

describe('Their account', () => {
  const never = async (birthName: string): Promise<TestEnrolment> => {
    const draft = await draftOf(birthName);
    await sql`update auth_user set email_verified = false where id = ${draft.candidate.accountId}`.execute(db);
    await find({ birthDate: BORN, name: birthName });
    return draft;
  };

  it('is opened by the same mail again, three times an hour, to the address that it has', async () => {
    const draft = await never('Jamais');
    expect(wordsIn((await officer.get(call(draft))).body)).toContain('Jamais activé');
    for (let times = 0; times < 3; times += 1)
      expect((await officer.post(`${call(draft)}/mail`, {})).location).toContain('activation-renvoyee');
    const again = await officer.post(`${call(draft)}/mail`, {});
    expect([again.status, wordsIn(again.body)]).toEqual([429, expect.stringContaining('indésirables')]);
    const mails = await latestMails(db, 100, draft.candidate.address);
    expect(mails.filter(({ template }) => template === 'account.activation').length, 'the first and three more').toBe(
      4,
    );
    expect(wordsIn((await officer.get(call(draft))).body)).toContain(mails[0]?.subject ?? 'no mail');
  });

  it('is helped once by a button that is clicked twice', async () => {
    const draft = await never('Double');
    const { body } = await officer.get(call(draft));
    const form = { cle: fieldOn(body, 'cle') };
    const counted = async (): Promise<number> => (await latestMails(db, 100, draft.candidate.address)).length;
    const before = await counted();
    for (const path of [`${call(draft)}/mail`, `${call(draft)}/essais`]) {
      const both = await Promise.all([officer.post(path, form), officer.post(path, form)]);
      expect(both.map(({ status }) => status)).toEqual([303, 303]);
    }
    expect(await counted()).toBe(before + 1);
    const { rows } = await sql`select name from journal where stream = ${accountStream(draft.candidate.accountId)}
      and name in ('account.triesForgotten', 'account.activationSentAgain')`.execute(db);
    expect(rows).toHaveLength(2);
  });

  it('gets a link to choose a password, and its wrong tries are forgotten', async () => {
    const draft = await draftOf('Perdu');
    await find({ birthDate: BORN, name: 'Perdu' });
    const browser = site.browser();
    for (let tries = 0; tries < 6; tries += 1) {
      await browser.get('/connexion');
      await browser.post('/connexion', { address: draft.candidate.address, password: `wrong ${tries}` });
    }
    expect(wordsIn((await officer.get(call(draft))).body)).toMatch(/6 depuis une heure : un code/);
    expect((await officer.post(`${call(draft)}/essais`, {})).location).toContain('essais-oublies');
    expect(wordsIn((await officer.get(call(draft))).body)).toContain('Aucun depuis une heure');
    expect((await officer.post(`${call(draft)}/mail`, {})).location).toContain('lien-envoye');
    const { rows } = await sql<{ name: string; actor_kind: string }>`select name, actor_kind from journal
      where stream = ${accountStream(draft.candidate.accountId)} and name in ('account.triesForgotten', 'account.passwordResetRequested') order by id`.execute(
      db,
    );
    expect(rows).toEqual([
      { name: 'account.triesForgotten', actor_kind: 'staff' },
      { name: 'account.passwordResetRequested', actor_kind: 'staff' },
    ]);
    expect((await colleague.post(`${call(draft)}/mail`, {})).status).toBe(404);
  });
});
