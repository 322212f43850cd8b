import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../../enrolment/index.ts';
import { readStream, SYSTEM } from '../../../platform/journal.ts';
import { officeRoom } from '../../../testing/desk.ts';
import type { Browser, TestEnrolment } from '../../../testing/enrolments.ts';
import { aStaffMember, signIn } from '../../../testing/officeSite.ts';
import { mailsTo } from '../../../testing/papers.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn } from '../../../testing/words.ts';
import { deliverTemplates } from '../../actions/deliverTemplates.ts';
import { writeToOffice } from '../../actions/writeToOffice.ts';
import { listTemplates } from '../../store/templates.ts';
import { listMessages } from '../../store.ts';

let made: TestEnrolment;
const browsers = new Map<string, Browser>();
const { db, catalogue, site, events, deps, registered, setClock } = await stage(officeRoom);
await deliverTemplates(db, catalogue.academies());
await enter('officer', { name: 'Paul Officier', portfolios: ['G2'] });
await enter('colleague', { name: 'Anne Collègue', portfolios: ['G2'] });
await enter('elsewhere', { portfolios: ['G1'] });
await enter('head', { role: 'head' });
beforeEach(async () => {
  made = await registered();
});

async function enter(who: string, place: Parameters<typeof aStaffMember>[2]): Promise<void> {
  const browser = site.browser();
  await signIn(browser, (await aStaffMember(db, site.accounts, place)).address);
  await browser.get('/gestion');
  browsers.set(who, browser);
}
const as = (who: string): Browser => browsers.get(who) ?? site.browser();
const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ');
const page = (): string => `/gestion/messages/${made.enrolment.id}`;
const ask = (words: string, piece: string | null = null) =>
  writeToOffice({ db, events }, SYSTEM, {
    id: made.enrolment.id,
    candidateId: made.candidate.accountId,
    piece,
    words,
    key: null,
  });
const hidden = (html: string) => ({
  version: fieldOn(html, 'version'),
  cle: fieldOn(html, 'cle'),
});
const words = async () => (await listMessages(db, made.enrolment.id, 50)).map((one) => one.words);
async function at(instant: string): Promise<void> {
  await setClock(instant);
  await deps.clock.refresh();
}

describe('« Messages »', () => {
  it('lists what waits in one’s groups, the longest first, without a word of what was written', async () => {
    await at('2023-11-18T10:00:00+01:00');
    await ask('Un secret de ma vie', 'DOMICIL');
    const first = made;
    made = await registered();
    await at('2023-11-20T10:00:00+01:00');
    await ask('Autre question');
    const { status, body } = await as('officer').get('/gestion/messages');
    expect(status).toBe(200);
    expect(body.indexOf(first.enrolment.number ?? '')).toBeLessThan(body.indexOf(made.enrolment.number ?? ''));
    expect(text(body)).toContain('DOMICIL');
    expect(text(body)).toContain('2 jours pas encore lu');
    expect(body).not.toMatch(/secret|Autre question/);
    expect(text(body)).toMatch(/Messages \(2\)|Messages 2/);
    const theirs = await as('elsewhere').get('/gestion/messages');
    expect(theirs.body).not.toContain(made.enrolment.number);
    expect(text(theirs.body)).toContain("Aucun message n'attend de réponse");
    const one = await as('head').get('/gestion/messages?piece=DOMICIL');
    expect(one.body).toContain(first.enrolment.number);
    expect(one.body).not.toContain(made.enrolment.number);
    expect(text((await as('officer').get('/gestion/messages?suivi=moi')).body)).toContain('Enlevez un filtre');
    expect(text((await as('officer').get('/gestion')).body)).toContain('Sans réponse 2');
    const since = 'depuis le 18 novembre (il y a 2 jours)';
    expect(text((await as('head').get('/gestion')).body)).toMatch(`Groupe G2`);
    expect(text((await as('head').get('/gestion')).body)).toContain(`2 , ${since}`);
    const file = await as('officer').get(`/gestion/dossiers/${made.enrolment.id}`);
    expect(text(file.body)).toContain('1 message attend une réponse depuis le lundi 20 novembre 2023');
    expect(file.body).not.toContain('Autre question');
    expect(text(file.body)).toContain('Message du candidat');
  });

  it('turns its pages by the place of the last line', async () => {
    await sql`insert into message_thread (enrolment_id, academy, session, portfolio, version, last_at, last_author, waiting_since, waiting, pieces)
      select id, academy, session, portfolio, 1, business_now(), 'candidate', business_now(), 1, '{}' from enrolment_file where number is not null on conflict do nothing`.execute(
      db,
    );
    for (let n = 0; n < 3; n += 1) {
      made = await registered();
      await ask(`Question ${n}`);
    }
    const { body } = await as('head').get('/gestion/messages?apres=nimporte');
    expect(body).toContain(made.enrolment.number);
    const later = await as('head').get(
      '/gestion/messages?apres=2030-01-01T00:00:00Z_00000000-0000-4000-8000-000000000000',
    );
    expect(later.status).toBe(200);
    expect(text(later.body)).toContain('Revenir au début');
  });
});

describe('A conversation', () => {
  it('with who reads on paper, warns of words that only hold on a screen before anything leaves; they leave as they are when that is wanted', async () => {
    await sql`update auth_user set email = ${`${made.enrolment.id}@sans-adresse.invalid`} where id = ${made.candidate.accountId}`.execute(
      db,
    );
    const form = { ...hidden((await as('officer').get(page())).body), acte: 'envoyer', message: 'Cliquez en ligne.' };
    const warned = await as('officer').post(page(), form);
    expect(warned.status).toBe(422);
    for (const said of ['« Cliquez », « en ligne »', "Rien n'est encore envoyé", 'Cliquez en ligne.'])
      expect(text(warned.body)).toContain(said);
    expect(await words()).toEqual([]);
    expect((await as('officer').post(page(), { ...form, 'tel-quel': 'oui' })).status).toBe(303);
    expect(await words()).toEqual(['Cliquez en ligne.']);
  });

  it('is answered with a ready answer filled with the file, read again, then sent; the mail says nothing of it', async () => {
    await ask('Ma <b>facture</b> convient ?', 'DOMICIL');
    const { body } = await as('officer').get(page());
    expect(text(body)).toContain('Ma <b>facture</b> convient ?');
    expect(body).toMatch(/<option value="DOMICIL" selected/);
    expect(text(body)).toContain('1 message attend une réponse depuis le');
    const templates = await listTemplates(db, 'clermont');
    const about = templates.find((one) => one.about === 'piece');
    const filled = await as('officer').post(page(), {
      ...hidden(body),
      acte: 'modele',
      modele: about?.id ?? '',
      piece: 'DOMICIL',
      message: 'Déjà écrit.',
    });
    expect(filled.status).toBe(200);
    expect(text(filled.body)).toContain('Déjà écrit. Bonjour Mme');
    expect(text(filled.body)).toContain('Justificatif de domicile (DOMICIL)');
    expect(text(filled.body)).toContain("rien n'est encore envoyé");
    expect(await words()).toHaveLength(1);
    const sent = await as('officer').post(page(), {
      ...hidden(filled.body),
      acte: 'envoyer',
      piece: 'DOMICIL',
      message: 'Oui, elle convient.',
    });
    expect([sent.status, sent.location]).toEqual([303, `${page()}?message=message-envoye`]);
    expect((await words())[0]).toBe('Oui, elle convient.');
    const [mail] = (await mailsTo(db, made.candidate.address)).filter((one) => one.template === 'message.available');
    expect(mail?.body).not.toMatch(/convient|facture/);
    const after = await as('colleague').get(page());
    expect(text(after.body)).toContain('Paul Officier');
    expect(text(after.body)).toContain('Pas encore lu par le candidat');
    expect(text(after.body)).toContain("Aucun message n'attend de réponse");
    const read = (await readStream(db, enrolmentStream(made.enrolment.id), 50)).filter(
      ({ name }) => name === 'message.read',
    );
    expect(read).toHaveLength(2);
    expect(text((await as('officer').get(page())).body)).toContain('Lu par vous et Anne Collègue');
  });

  it('answered by a colleague meanwhile isn’t answered twice: what was typed is kept, and sent if it still serves', async () => {
    await ask('Un');
    const mine = await as('officer').get(page());
    const theirs = await as('colleague').get(page());
    await as('colleague').post(page(), { ...hidden(theirs.body), acte: 'envoyer', message: 'Réponse du collègue' });
    const refused = await as('officer').post(page(), { ...hidden(mine.body), acte: 'envoyer', message: 'Ma réponse' });
    expect(refused.status).toBe(409);
    expect(text(refused.body)).toContain("Un collègue vient d'écrire à ce candidat");
    expect(text(refused.body)).toContain('Réponse du collègue');
    expect(refused.body).toContain('Ma réponse</textarea>');
    expect(await words()).toHaveLength(2);
    const again = await as('officer').post(page(), { ...hidden(refused.body), acte: 'envoyer', message: 'Ma réponse' });
    expect(again.status).toBe(303);
    const twice = await as('officer').post(page(), { ...hidden(refused.body), acte: 'envoyer', message: 'Ma réponse' });
    expect(twice.status).toBe(303);
    expect(await words()).toHaveLength(3);
  });

  it('that asks nothing is set aside; a stale button does nothing', async () => {
    await ask('Merci !');
    const seen = await as('officer').get(page());
    await ask('Au fait, une question');
    const stale = await as('officer').post(page(), { ...hidden(seen.body), acte: 'classer' });
    expect(stale.status).toBe(409);
    const done = await as('officer').post(page(), { ...hidden(stale.body), acte: 'classer' });
    expect(done.location).toBe(`${page()}?message=message-classe`);
    expect((await as('officer').post(page(), { ...hidden(stale.body), acte: 'classer' })).location).toBe(done.location);
    expect(text((await as('colleague').get(page())).body)).toContain('Sans réponse à faire, dit par Paul Officier');
  });

  it('may be begun by the office; what is faulty is said, kept and not sent', async () => {
    const { body } = await as('head').get(page());
    expect(text(body)).toContain('Vous pouvez écrire en premier');
    expect((await as('head').post(page(), { ...hidden(body), acte: 'envoyer', message: ' ' })).status).toBe(422);
    const braces = await as('head').post(page(), { ...hidden(body), acte: 'envoyer', message: 'Bonjour {nom}' });
    expect([braces.status, braces.body.includes('Bonjour {nom}')]).toEqual([422, true]);
    const none = await as('head').post(page(), { ...hidden(body), acte: 'modele', message: 'x' });
    expect([none.status, text(none.body).includes('Choisissez un modèle')]).toEqual([422, true]);
    const gone = { ...hidden(body), acte: 'modele', modele: '00000000-0000-4000-8000-000000000000' };
    expect((await as('head').post(page(), gone)).status).toBe(422);
    const about = (await listTemplates(db, 'clermont')).find((one) => one.about === 'piece')?.id ?? '';
    const lacking = await as('head').post(page(), { ...hidden(body), acte: 'modele', modele: about });
    expect([lacking.status, text(lacking.body).includes("parle d'une pièce")]).toEqual([422, true]);
    expect(await words()).toEqual([]);
    expect((await as('head').post(page(), { ...hidden(body), acte: 'envoyer', message: 'Bonjour' })).status).toBe(303);
    expect((await as('elsewhere').get(page())).status).toBe(404);
    expect((await as('elsewhere').post(page(), { acte: 'envoyer', message: 'x' })).status).toBe(404);
  });
});

describe('A ready answer', () => {
  const form = { titre: 'Un modèle', sujet: 'other', texte: 'Bonjour {civilité} {nom}.' };
  const fresh = '/gestion/modeles/nouveau';

  it('is kept by who runs the office, tried on a real file before, and never with a variable that nothing fills', async () => {
    const head = as('head');
    const { body } = await head.get(fresh);
    for (const [texte, sujet, why] of [
      ['Bonjour {prénom}', 'other', 'Rien ne remplit « {prénom} »'],
      ['Bonjour {name', 'other', 'Une accolade est seule'],
      ['Votre pièce.', 'piece', 'Il manque « {pièce} »'],
      ['Faites-le.', 'todo', 'Il manque « {reste à faire} »'],
      ['La pièce {pièce}.', 'other', "indiquez que le modèle parle d'une pièce"],
    ] as const)
      for (const acte of ['enregistrer', 'essayer']) {
        const refused = await head.post(fresh, { ...form, ...hidden(body), texte, sujet, acte });
        expect([refused.status, text(refused.body).includes(why)], why).toEqual([422, true]);
        expect(refused.body).toContain(texte);
      }
    const tried = await head.post(fresh, {
      ...form,
      ...hidden(body),
      acte: 'essayer',
      numero: made.enrolment.number ?? '',
    });
    expect(tried.status).toBe(200);
    expect(text(tried.body)).toContain(`Bonjour Mme ${made.candidate.birthName}.`);
    const nobody = await head.post(fresh, { ...form, ...hidden(body), acte: 'essayer', numero: 'BP24-99999-X' });
    expect(nobody.status).toBe(422);
    expect((await listTemplates(db, 'clermont')).some(({ title }) => title === form.titre)).toBe(false);
    const saved = await head.post(fresh, { ...form, ...hidden(body), acte: 'enregistrer' });
    expect(saved.location).toMatch(/^\/gestion\/modeles\/[0-9a-f-]{36}\?message=modele-enregistre$/);
    const twice = await head.post(fresh, { ...form, ...hidden(body), acte: 'enregistrer' });
    expect(twice.location).toBe(saved.location);
    const same = await head.post(fresh, { ...form, titre: 'UN MODÈLE', acte: 'enregistrer' });
    expect([same.status, text(same.body).includes('Un autre modèle porte déjà ce titre')]).toEqual([409, true]);
  });

  it('changed by another meanwhile isn’t written over; taken out of use it is offered to nobody, and may come back', async () => {
    const head = as('head');
    const made = await head.post(fresh, { ...form, titre: 'À changer', acte: 'enregistrer' });
    const one = made.location.replace(/\?.*/, '');
    const [first, second] = [await head.get(one), await head.get(one)];
    const changed = { ...form, titre: 'À changer', texte: 'Bonjour, {numéro}.' };
    const press = (page: { readonly body: string }) =>
      head.post(one, { ...changed, ...hidden(page.body), acte: 'enregistrer' });
    for (const page of [first, first, second]) expect((await press(page)).location).toContain('modele-enregistre');
    const late = await head.post(one, { ...changed, ...hidden(second.body), texte: 'La mienne', acte: 'enregistrer' });
    expect([late.status, late.body.includes('La mienne')]).toEqual([409, true]);
    expect(text((await head.get(one)).body)).toContain('Version 2');
    const now = hidden((await head.get(one)).body);
    expect((await head.post(one, { version: now.version, acte: 'retirer' })).location).toContain('modele-retire');
    expect((await listTemplates(db, 'clermont')).some(({ title }) => title === 'À changer')).toBe(false);
    expect(text((await as('officer').get('/gestion/modeles')).body)).toContain('Retirés');
    expect((await head.post(one, { version: '3', acte: 'remettre' })).location).toContain('modele-remis');
    expect((await listTemplates(db, 'clermont')).some(({ title }) => title === 'À changer')).toBe(true);
    const seen = await as('officer').get(one);
    expect([seen.status, seen.body.includes('<textarea')]).toEqual([200, false]);
    expect((await as('officer').post(one, { acte: 'retirer' })).status).toBe(404);
    await expect(sql`delete from message_template`.execute(db)).rejects.toThrow('kept');
  });

  it('comes with the software to an office that never had one, and once', async () => {
    const before = await listTemplates(db, 'clermont');
    expect(before.length).toBeGreaterThan(3);
    await Promise.all([1, 2].map(() => deliverTemplates(db, catalogue.academies())));
    expect(await listTemplates(db, 'clermont')).toEqual(before);
  });
});
