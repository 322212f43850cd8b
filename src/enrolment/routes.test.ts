import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountMigrations, noticeAgreementOf } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createEventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  aDraft,
  type Browser,
  COIFFURE,
  findCandidate,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  reread,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { fieldOn, wordsIn } from '../testing/words.ts';
import { markSigned } from './actions/signature.ts';
import type { AnsweredStep } from './enrolment.ts';
import { enrolmentMigrations } from './migrations.ts';
import { enrolmentRoutes } from './routes.tsx';
import { withholdHeldMarks, writeHeldMarks } from './store/heldMarks.ts';
import { lockEnrolment } from './store.ts';

const CLOSING = Temporal.Instant.from('2023-12-01T17:00:00+01:00');

const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();
const clock = await followedClock(db);
const site = await openSite(db, {}, ({ guards }) =>
  enrolmentRoutes({
    db,
    events,
    catalogue: () => catalogue,
    clock,
    guards,
    findCandidate,
    suggestions: ({ query }) => ({
      typed: query.essai === '1' ? { informations: { category: 'distance-learner' } } : {},
      learned: query.essai === '1' ? ['Vous habitiez Cantal.'] : [],
    }),
    chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
  }),
);
beforeEach(async () => {
  await setClock(db, ORDINARY_DAY);
});

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string };
async function someone(until?: AnsweredStep): Promise<Person> {
  const made = await aDraft(db, { events, catalogue }, until);
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: made.candidate.address, password: PASSWORD });
  return { ...made, browser, at: `/candidatures/${made.enrolment.id}` };
}
const kept = async ({ candidate, enrolment }: TestEnrolment, step: AnsweredStep) =>
  (await reread(db, candidate, enrolment.id)).working?.[step];
const save = async (person: Person, step: AnsweredStep, fields: Readonly<Record<string, string>>) => {
  const { body } = await person.browser.get(`${person.at}/${step}`);
  return person.browser.post(`${person.at}/${step}`, { version: fieldOn(body, 'version'), ...fields });
};
/** *Enregistrer*, with what the summary's own form sends. */
const register = async (person: Person, more: Readonly<Record<string, string>> = {}) => {
  const { body } = await person.browser.get(`${person.at}/recapitulatif`);
  return person.browser.post(`${person.at}/recapitulatif`, { cle: '', version: fieldOn(body, 'version'), ...more });
};

describe('The steps', () => {
  it('in the wrong order lead to the first unfinished one, with a word why', async () => {
    const person = await someone('identification');
    for (const later of ['qualification', 'acquis', 'epreuves', 'recapitulatif']) {
      const answer = await person.browser.get(`${person.at}/${later}`);
      expect([answer.status, answer.location], later).toEqual([303, `${person.at}/informations?ordre=1`]);
    }
    const shown = await person.browser.get(`${person.at}/informations?ordre=1`);
    expect(wordsIn(shown.body)).toContain("Complétez d'abord celle-ci : Informations candidature");
    const posted = await person.browser.post(`${person.at}/epreuves`, { 'option-E3-option': 'U30A' });
    expect([posted.status, posted.location]).toEqual([303, `${person.at}/informations?ordre=1`]);
  });

  it('refuse what is wrong with 422, keep what was typed, write nothing', async () => {
    const person = await someone('identification');
    const answer = await save(person, 'identification', {
      ...COIFFURE.identification,
      phone: '12',
      city: "L'Œuvre-lès-Ÿ <b>",
    } as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="12"');
    expect(answer.body).toContain(`value="L'Œuvre-lès-Ÿ &lt;b>"`);
    expect(answer.body).toContain('href="#champ-phone"');
    expect(await kept(person, 'identification')).toMatchObject({ city: 'Aurillac' });
  });

  it('link, where one says « Oui » to handicap, to the academy’s page on accommodations, as the notice does', async () => {
    const { browser, at } = await someone('identification');
    const { body } = await browser.get(`${at}/informations`);
    expect(body).toContain('<a href="https://www.ac-clermont.fr/amenagements-des-epreuves-d-examens-121720">');
  });

  it('left by « Précédent » keep what was typed, and say nothing of it until « Suivant »', async () => {
    const person = await someone('identification');
    const at = `${person.at}/informations`;
    const typed = {
      category: 'distance-learner',
      distanceBody: 'CNED',
      employer1: 'Salon',
      from1: 'hier',
      precedent: '1',
    };
    const left = await save(person, 'informations', typed);
    expect([left.status, left.location]).toEqual([303, `${person.at}/identification`]);
    const again = await person.browser.get(at);
    for (const value of ['CNED', 'Salon', 'hier']) expect(again.body).toContain(`value="${value}"`);
    expect(again.body).not.toContain('aria-invalid');
    // It is no answer yet: the next step waits, and what is wrong is said when it is sent.
    expect((await person.browser.get(`${person.at}/qualification`)).location).toBe(`${at}?ordre=1`);
    const { precedent: _, ...sent } = typed;
    const refused = await save(person, 'informations', sent);
    expect([refused.status, refused.body.includes('value="hier"')]).toEqual([422, true]);
  });

  it('left by « Précédent » are answered where they can be read, and untouched where nothing was typed', async () => {
    const person = await someone('identification');
    expect((await save(person, 'informations', { precedent: '1' })).location).toBe(`${person.at}/identification`);
    const pasted = { employer1: 'a'.repeat(9_000), precedent: '1' };
    expect((await save(person, 'informations', pasted)).location).toBe(`${person.at}/identification`);
    expect(await kept(person, 'informations')).toBeUndefined();
    const whole = { ...COIFFURE.informations, precedent: '1' } as Record<string, string>;
    expect((await save(person, 'informations', whole)).location).toBe(`${person.at}/identification`);
    expect((await person.browser.get(`${person.at}/qualification`)).status).toBe(200);
    expect((await save(person, 'identification', { precedent: '1', city: 'Mauriac\0' })).location).toBe(person.at);
  });

  it('saved in another tab meanwhile are shown side by side, and one button keeps mine', async () => {
    const person = await someone('identification');
    const mine = await person.browser.get(`${person.at}/identification`);
    const form = (city: string) => ({ ...COIFFURE.identification, city }) as Record<string, string>;
    expect((await save(person, 'identification', form('Saint-Flour'))).status).toBe(303);
    const stale = { version: fieldOn(mine.body, 'version'), ...form('Mauriac') };
    const conflict = await person.browser.post(`${person.at}/identification`, stale);
    expect(conflict.status).toBe(409);
    expect(wordsIn(conflict.body)).toMatch(/Mauriac.*Saint-Flour/);
    expect(await kept(person, 'identification')).toMatchObject({ city: 'Saint-Flour' });
    const again = { ...stale, version: fieldOn(conflict.body, 'version') };
    expect((await person.browser.post(`${person.at}/identification`, again)).status).toBe(303);
    expect(await kept(person, 'identification')).toMatchObject({ city: 'Mauriac' });
  });

  it('add a row, an average or an explanation without JavaScript and without saving', async () => {
    const person = await someone('identification');
    const more = await save(person, 'informations', { employer1: 'Salon', rows: '2', ajouter: '1' });
    expect(more.status).toBe(200);
    expect(more.body).toContain('value="Salon"');
    expect(more.body).toContain('name="employer3"');
    expect(await kept(person, 'informations')).toBeUndefined();
  });

  it('of somebody else do not exist, whatever is asked of them', async () => {
    const [owner, other] = [await someone(), await someone('identification')];
    for (const page of ['identification', 'acquis', 'recapitulatif', 'retrait', 'amenagement'])
      expect((await other.browser.get(`${owner.at}/${page}`)).status, page).toBe(404);
    for (const page of ['identification', 'recapitulatif', 'retrait', 'abandonner-modifications'])
      expect((await other.browser.post(`${owner.at}/${page}`, { confirm: 'oui' })).status, page).toBe(404);
    for (const id of ['1', 'x'.repeat(300), "'; drop table enrolment", '00000000-0000-0000-0000-000000000000'])
      expect((await other.browser.get(`/candidatures/${encodeURIComponent(id)}/identification`)).status).toBe(404);
    expect((await reread(db, owner.candidate, owner.enrolment.id)).status).toBe('draft');
  });
});

describe('A step that was never filled', () => {
  it('is filled with what was answered at the simulator, says so, and writes nothing before *Suivant*', async () => {
    const person = await someone('identification');
    const { body } = await person.browser.get(`${person.at}/informations?essai=1`);
    expect(body).toMatch(/value="distance-learner"[^>]*checked|checked[^>]*value="distance-learner"/);
    expect(wordsIn(body)).toContain('Repris de votre simulation');
    expect(body).not.toContain('aria-invalid');
    expect(await kept(person, 'informations')).toBeUndefined();
    expect(wordsIn(body)).not.toContain('Cantal');
    const filled = await someone();
    const own = await filled.browser.get(`${filled.at}/informations?essai=1`);
    expect(wordsIn(own.body)).not.toContain("Rempli d'avance");
  });
});

describe('Before the opening and after the closing', () => {
  it.each([
    [
      'ten minutes before the opening',
      Temporal.Instant.from('2023-10-12T13:50:00+02:00'),
      'jeudi 12 octobre 2023 à 14 h 00',
    ],
    // The instant itself is the rules' matter: here a request takes some milliseconds, which count as begun before.
    ['a second after the closing', CLOSING.add({ seconds: 1 }), 'vendredi 1er décembre 2023 à 17 h 00'],
  ])('%s nothing is written, the draft stays, the page says when', async (_, instant, when) => {
    const person = await someone();
    const { body } = await person.browser.get(`${person.at}/identification`);
    await setClock(db, instant);
    const sent = { version: fieldOn(body, 'version'), ...COIFFURE.identification, city: 'Trop-Tard' } as Record<
      string,
      string
    >;
    for (const [page, fields] of [
      ['identification', sent],
      ['recapitulatif', {}],
    ] as const) {
      const answer = await person.browser.post(`${person.at}/${page}`, fields);
      expect(answer.status, page).toBe(403);
      expect(wordsIn(answer.body), page).toContain(when);
    }
    const after = await reread(db, person.candidate, person.enrolment.id);
    expect(after).toMatchObject({ status: 'draft', number: null });
    expect(after.working?.identification).toMatchObject({ city: 'Aurillac' });
  });
});

describe('« Êtes-vous reconnu travailleur handicapé ? »', () => {
  const macon = { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui' };
  const asks = (html: string): boolean => html.includes('name="disabledWorker"');

  it('is asked beside the annexes, of the specialities that ask for R.408 and of no other', async () => {
    const person = await someone('informations');
    const page = await person.browser.get(`${person.at}/qualification?specialite=45023216`);
    expect(asks(page.body)).toBe(true);
    expect(wordsIn(page.body)).toMatch(
      /attestation de formation \(R\.408\), annexe 3 \(montage\).*reconnu travailleur handicapé/,
    );
    expect(asks((await person.browser.get(`${person.at}/qualification?specialite=45033608`)).body)).toBe(false);
  });

  it('is shown once to whoever saved the step without having seen it, and needs no answer', async () => {
    const person = await someone('informations');
    const unseen = await save(person, 'qualification', { ...macon, form: 'GLOBAL' });
    expect(unseen.location).toBe(`${person.at}/qualification?r408=1`);
    const page = await person.browser.get(unseen.location ?? '');
    expect(asks(page.body)).toBe(true);
    expect(wordsIn(page.body)).toContain('Votre réponse est enregistrée. Cette spécialité demande');
    expect((await save(person, 'qualification', { ...macon, r408: '1' })).location).toBe(`${person.at}/acquis`);
    const answered = await save(person, 'qualification', { ...macon, r408: '1', disabledWorker: 'oui' });
    expect(answered.location).toBe(`${person.at}/acquis`);
    expect(await kept(person, 'qualification')).toMatchObject({ disabledWorker: 'oui' });
    const other = await save(person, 'qualification', { ...macon, speciality: '45033608', disabledWorker: 'oui' });
    expect(other.location).toBe(`${person.at}/acquis`);
    expect(await kept(person, 'qualification')).not.toHaveProperty('disabledWorker');
  });
});

describe('« Modifier »', () => {
  it('opens one step and leads back to the summary; what became unfinished comes first', async () => {
    const person = await someone();
    const summary = await person.browser.get(`${person.at}/recapitulatif`);
    expect(summary.body).toContain(`href="${person.at}/identification?changer=1"`);
    const step = await person.browser.get(`${person.at}/identification?changer=1`);
    // One button, which keeps what is typed: no link leaves it behind.
    expect(step.body).toMatch(/<button[^>]*>Revenir au récapitulatif<\/button>/);
    expect(step.body).not.toContain(`href="${person.at}/recapitulatif"`);
    const sent = { version: fieldOn(step.body, 'version'), changer: '1', ...COIFFURE.identification } as Record<
      string,
      string
    >;
    const faulty = await person.browser.post(`${person.at}/identification`, { ...sent, phone: '1' });
    expect(faulty.body).toContain('name="changer" value="1"');
    const saved = await person.browser.post(`${person.at}/identification`, { ...sent, city: 'Saint-Flour' });
    expect(saved.location).toBe(`${person.at}/recapitulatif`);
    const other = { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui', changer: '1', r408: '1' };
    expect((await save(person, 'qualification', other)).location).toBe(`${person.at}/recapitulatif`);
    const next = await person.browser.get(`${person.at}/recapitulatif`);
    expect(next.location).toBe(`${person.at}/acquis?ordre=1`);
  });
});

describe('« Enregistrer »', () => {
  it('by a double click gives one number; again without a change makes no version and says so', async () => {
    const person = await someone();
    const summary = await person.browser.get(`${person.at}/recapitulatif`);
    const cle = fieldOn(summary.body, 'cle');
    const [one, two] = await Promise.all([
      person.browser.post(`${person.at}/recapitulatif`, { cle, version: fieldOn(summary.body, 'version') }),
      person.browser.post(`${person.at}/recapitulatif`, { cle, version: fieldOn(summary.body, 'version') }),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const again = await person.browser.get(`${person.at}/recapitulatif`);
    expect(wordsIn(again.body)).toContain("Rien n'a changé depuis votre dernier enregistrement");
    expect(again.body).not.toContain('Enregistrer</button>');
    const nothing = await register(person);
    expect(nothing.location).toBe(`${person.at}?message=inchange`);
    expect(await reread(db, person.candidate, person.enrolment.id)).toMatchObject({ version: 1 });
  });

  it('while what is registered is changed, says what changes and what that costs, and folds the rest', async () => {
    const person = await someone();
    await register(person);
    await save(person, 'identification', { ...COIFFURE.identification, city: 'Murat', postcode: '15300' });
    const { body } = await person.browser.get(`${person.at}/recapitulatif`);
    const page = wordsIn(body.replace(/<details.*?<\/details>/gs, ''));
    expect(page).toContain('Ce que vous changez');
    expect(page).toContain('12 rue des Volcans, 15000 Aurillac');
    expect(page).toContain('12 rue des Volcans, 15300 Murat');
    expect(page).toContain("Une nouvelle confirmation remplace la précédente : c'est elle qui sera à signer.");
    expect(page).not.toContain('Salon des Volcans');
    expect(page).not.toContain("votre numéro d'inscription");
    expect(page).toContain('Abandonner les modifications');
    expect((await register(person)).location).toContain('message=enregistre');
  });

  it('asks apart, unticked, whether decisions may come on line, and keeps the answer with the enrolment; asks no more, whatever was answered', async () => {
    const [agrees, silent] = [await someone(), await someone()];
    const offered = /<input[^>]*name="notificationEnLigne"[^>]*>/;
    const asked = (await agrees.browser.get(`${agrees.at}/recapitulatif`)).body;
    expect(offered.exec(asked)?.[0]).not.toContain('checked');
    expect(wordsIn(asked)).toContain("Cet accord n'est pas obligatoire");
    const stale = await agrees.browser.post(`${agrees.at}/recapitulatif`, { version: 'x', notificationEnLigne: 'oui' });
    expect(stale.status).toBe(409);
    expect(await noticeAgreementOf(db, agrees.candidate.accountId)).toBeNull();
    expect((await register(agrees, { notificationEnLigne: 'oui' })).location).toContain('message=enregistre');
    expect((await register(silent)).location).toContain('message=enregistre');
    expect(await noticeAgreementOf(db, agrees.candidate.accountId)).toMatchObject({
      place: 'enrolment',
      wording: 2,
    });
    expect(await noticeAgreementOf(db, silent.candidate.accountId)).toBeNull();
    for (const one of [agrees, silent]) {
      await save(one, 'identification', { ...COIFFURE.identification, city: 'Murat', postcode: '15300' });
      expect((await one.browser.get(`${one.at}/recapitulatif`)).body).not.toMatch(offered);
    }
  });

  it('of what does not meet a condition says which, what can be done, and registers under reserve once it is read', async () => {
    const person = await someone();
    await save(person, 'informations', {
      ...COIFFURE.informations,
      satAllTests: 'non',
    } as Record<string, string>);
    const answer = await register(person);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`href="${person.at}/informations?changer=1"`);
    expect(answer.body).toContain('href="#champ-sousReserve"');
    expect(wordsIn(answer.body)).toContain("Ce n'est pas une décision : seule une personne du rectorat peut refuser");
    expect(wordsIn(answer.body)).toContain('articles L311-3-1 et R311-3-1-2');
    expect(wordsIn(answer.body)).toContain('un GRETA : des lycées publics qui forment les adultes');
    expect(answer.body).toContain('href="tel:+33473993550"');
    expect(await reread(db, person.candidate, person.enrolment.id)).toMatchObject({ number: null });
    const read = fieldOn(answer.body, 'conditions');
    const done = await register(person, { conditions: read, sousReserve: 'oui' });
    expect(done.location).toBe(`${person.at}?message=enregistre`);
    expect(await reread(db, person.candidate, person.enrolment.id)).toMatchObject({ reserve: 'pending' });
  });
});

describe('« Retirer mon inscription »', () => {
  it('needs its box ticked, then the enrolment is over and its pages say so', async () => {
    const person = await someone();
    await register(person);
    const { body } = await person.browser.get(`${person.at}/retrait`);
    expect((await person.browser.post(`${person.at}/retrait`, {})).status).toBe(422);
    const box = /type="checkbox"[^>]*name="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(
      (await person.browser.post(`${person.at}/retrait`, { [box]: 'oui', version: fieldOn(body, 'version') })).status,
    ).toBe(303);
    const save = await person.browser.post(
      `${person.at}/identification`,
      COIFFURE.identification as Record<string, string>,
    );
    expect(save.status).toBe(409);
    expect(await reread(db, person.candidate, person.enrolment.id)).toMatchObject({ status: 'withdrawn' });
  });
});

/** As they are kept of somebody who keeps nothing of Coiffure. */
const ALL_SAT = Object.fromEntries(
  ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'].map((slot) => [`choice-${slot}`, 'sit']),
);

describe('Step Acquis, before anything is saved', () => {
  const rowOf = (body: string, slot: string): string =>
    wordsIn(new RegExp(`<tr[^>]*data-unit="${slot}".*?</tr>`, 's').exec(body)?.[0] ?? '');
  const standing = (body: string): string => wordsIn(/<output>.*?<\/output>/s.exec(body)?.[0] ?? '').trim();

  it('Acquis is filled with the marks that the register holds: typed again by nobody, chosen by the candidate', async () => {
    const person = await someone('qualification');
    const { enrolment, candidate } = person;
    const holder = { ...enrolment, candidateId: candidate.accountId };
    const obtainedOn = Temporal.PlainDate.from('2022-07-05');
    const marks = [
      { unit: 'U10', halfPoints: 25, obtainedOn },
      { unit: 'U20', halfPoints: 24, obtainedOn: Temporal.PlainDate.from('2017-07-05') },
    ];
    await db.transaction().execute((tx) => writeHeldMarks(tx, holder, { cfd: '45033608', year: 2022 }, marks));
    const filled = await person.browser.get(`${person.at}/acquis`);
    expect(wordsIn(filled.body)).toContain(
      "Rempli d'avance avec les notes que nous connaissons : effacez celles des épreuves que vous repassez.",
    );
    expect(filled.body).toMatch(/name="mark-U10"[^>]*value="12,5"|value="12,5"[^>]*name="mark-U10"/);
    expect(filled.body).toContain('value="05/07/2022"');
    expect(filled.body).not.toContain('value="05/07/2017"');
    expect(rowOf(filled.body, 'U10')).toContain(
      "D'après vos résultats publiés de la session 2022 : 12,5 sur 20, obtenue le 05/07/2022. Note gardée (bénéfice).",
    );
    expect(standing(filled.body)).toBe('7 unités à passer : il faut 9,5 de moyenne.');
    await db.transaction().execute((tx) => withholdHeldMarks(tx, [enrolment.id], true));
    expect((await person.browser.get(`${person.at}/acquis`)).body).not.toContain('value="12,5"');
    await db.transaction().execute((tx) => withholdHeldMarks(tx, [enrolment.id], false));
    expect((await person.browser.get(`${person.at}/acquis`)).body).toContain('value="12,5"');
    const other = await someone('qualification');
    expect((await other.browser.get(`${other.at}/acquis`)).body).not.toContain('value="12,5"');
  });

  it('asks first whether there are marks to keep; no is one press, and all is sat', async () => {
    const person = await someone('qualification');
    const { body } = await person.browser.get(`${person.at}/acquis`);
    expect(wordsIn(body)).toContain('Avez-vous des notes à garder ?');
    expect(wordsIn(body)).toContain('une note ou une dispense que vous ne demandez pas ici est perdue');
    expect(body).not.toContain('name="mark-U10"');
    // Who sat before is led to their marks first: none is lost by pressing what stands out.
    expect(wordsIn(body)).toMatch(/Oui, je les recopie Non, je passe toutes les épreuves/);
    const beginner = { ...COIFFURE.informations, category: 'other', formerYear: '' };
    expect((await save(person, 'informations', beginner)).status).toBe(303);
    expect(wordsIn((await person.browser.get(`${person.at}/acquis`)).body)).toMatch(
      /Non, je passe toutes les épreuves Oui, je les recopie/,
    );
    expect((await save(person, 'acquis', { notes: 'non' })).location).toBe(`${person.at}/epreuves`);
    expect(await kept(person, 'acquis')).toEqual({ ...ALL_SAT });
    expect(wordsIn((await person.browser.get(`${person.at}/acquis`)).body)).toContain(
      'Vous avez répondu que vous passez toutes les épreuves.',
    );
  });

  it('is kept as before when the transcript is typed: kept or carried by its mark, one day for all, a ground', async () => {
    const person = await someone('qualification');
    const typed = {
      notes: 'oui',
      dateReleve: '05/07/2022',
      'mark-U10': '12.5',
      'mark-E3-option': '14',
      'unit-E3-option': 'U30A',
      'mark-U41': '10',
      'date-U41': '30/06/2023',
      'ground-U60': 'baccalaureate',
    };
    expect((await save(person, 'acquis', typed)).location).toBe(`${person.at}/epreuves`);
    expect(await kept(person, 'acquis')).toEqual({
      ...ALL_SAT,
      'choice-U10': 'keep',
      'mark-U10': '12,5',
      'date-U10': '05/07/2022',
      'choice-E3-option': 'keep',
      'unit-E3-option': 'U30A',
      'mark-E3-option': '14',
      'date-E3-option': '05/07/2022',
      'choice-U41': 'keep',
      'mark-U41': '10',
      'date-U41': '30/06/2023',
      'choice-U60': 'exempt',
      'ground-U60': 'baccalaureate',
    });
    const { body } = await person.browser.get(`${person.at}/acquis`);
    expect(rowOf(body, 'U10')).toContain('Note gardée (bénéfice).');
    expect(rowOf(body, 'U60')).toContain('Dispense demandée');
    expect(rowOf(body, 'U20')).toContain('À passer.');
  });

  it('says what the marks come to, without a script, and writes nothing', async () => {
    const person = await someone('qualification');
    const typed = { notes: 'oui', dateReleve: '05/07/2022', 'mark-U10': '12,5', 'mark-U20': '9', calculer: 'moyenne' };
    const { body } = await save(person, 'acquis', typed);
    expect(standing(body)).toBe('7 unités à passer : il faut 9,5 de moyenne.');
    expect(rowOf(body, 'U20')).toContain('Trop basse pour être gardée dans cette forme de passage');
    expect(body).toContain('value="12,5"');
    expect(body).toContain('value="05/07/2022"');
    expect(await kept(person, 'acquis')).toBeUndefined();
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a mark by quarters', { 'mark-U10': '10,25', dateReleve: '05/07/2022' }, 'au demi-point près'],
    ['a mark above 20', { 'mark-U10': '21', dateReleve: '05/07/2022' }, 'va de 0 à 20'],
    ['no mark beside a day', { 'date-U10': '05/07/2022' }, 'écrivez la note à garder, ou effacez sa date'],
    ['no day', { 'mark-U10': '12' }, 'écrivez la date de la note, ou celle du relevé'],
    ['a day that is none', { 'mark-U10': '12', 'date-U10': '31/06/2022' }, "n'existe pas"],
    ['a day of the transcript that is none', { 'mark-U10': '12', dateReleve: '31/06/2022' }, "n'existe pas"],
    ['a mark that is too old', { 'mark-U10': '12', dateReleve: '05/07/2018' }, 'ne sera plus valable'],
    ['a day to come', { 'mark-U10': '12', dateReleve: '05/07/2030' }, "dans l'avenir"],
    ['a low mark in the globale form', { 'mark-U10': '8', dateReleve: '05/07/2022' }, 'que dans la forme progressive'],
    [
      'a mark and a ground',
      { 'mark-U60': '12', dateReleve: '05/07/2022', 'ground-U60': 'baccalaureate' },
      "Effacez l'une des deux",
    ],
    ['a mark of a choice without its unit', { 'mark-E3-option': '12', dateReleve: '05/07/2022' }, 'laquelle des deux'],
    ['nothing at all', {}, "Vous n'avez écrit ni note ni dispense"],
  ])('refuses %s in words at the field, once, with what was typed', async (_, typed, said) => {
    const person = await someone('qualification');
    const { status, body } = await save(person, 'acquis', { notes: 'oui', ...typed });
    expect(status).toBe(422);
    expect(wordsIn(body)).toContain(said);
    expect(wordsIn(body)).toContain('Votre relevé de notes');
    const summary = /id="erreurs".*?<\/ul>/s.exec(body)?.[0] ?? '';
    expect(summary.match(/<li/g)).toHaveLength(1);
    const anchor = /href="#([^"]+)"/.exec(summary)?.[1] ?? '';
    expect(body).toContain(`id="${anchor}"`);
    for (const value of Object.values(typed).filter((one) => /\d/.test(one)))
      expect(body).toContain(`value="${value}"`);
    expect(await kept(person, 'acquis')).toBeUndefined();
  });

  it('refuses a form without an answer, and says what is asked', async () => {
    const person = await someone('qualification');
    const { status, body } = await save(person, 'acquis', {});
    expect(status).toBe(422);
    expect(wordsIn(body)).toContain('Dites si vous avez des notes à garder.');
  });

  it('says what is lost of a mark that is registered, once it is no longer kept', async () => {
    const person = await someone();
    await register(person);
    const sat = { notes: 'oui', 'ground-U60': 'baccalaureate' };
    expect((await save(person, 'acquis', sat)).status).toBe(303);
    const LOST = "Vous renoncez à votre 12,5 : pour l'académie, toute note non conservée est définitivement perdue.";
    expect(rowOf((await person.browser.get(`${person.at}/acquis`)).body, 'U10')).toContain(LOST);
    expect((await save(person, 'acquis', { notes: 'non' })).status).toBe(303);
    expect(wordsIn((await person.browser.get(`${person.at}/acquis`)).body)).toContain(LOST);
  });

  it('of a speciality whose regulation is new says that nobody has the table, and who decides', async () => {
    const person = await someone('informations');
    await save(person, 'qualification', { ...COIFFURE.qualification, speciality: '45031207' } as Record<
      string,
      string
    >);
    const { body } = await person.browser.get(`${person.at}/acquis?notes=oui`);
    expect(wordsIn(body)).toContain("Votre session 2022 relevait de l'ancien règlement.");
    expect(wordsIn(body)).toContain('le rectorat décidera des notes que vous pouvez conserver');
  });

  it('of a speciality whose table is known names the old units of each', async () => {
    const person = await someone('identification');
    await save(person, 'informations', { ...COIFFURE.informations, formerYear: '2013' } as Record<string, string>);
    await save(person, 'qualification', { ...COIFFURE.qualification, speciality: '45022108' } as Record<
      string,
      string
    >);
    const { body } = await person.browser.get(`${person.at}/acquis?notes=oui`);
    expect(wordsIn(body)).not.toContain('annexe V');
    expect(wordsIn(body)).toContain(
      "Dans l'ancien règlement : U42 et U43. La note est la moyenne des anciennes notes de 10 ou plus",
    );
    const same = await someone('qualification');
    expect(wordsIn((await same.browser.get(`${same.at}/acquis?notes=oui`)).body)).not.toContain('ancien règlement');
  });
});

describe('A condition that is not met', () => {
  const post = async (person: Person, step: AnsweredStep, fields: object) =>
    save(person, step, fields as Record<string, string>);

  it('is said at the step that makes it, with a way out for each; sent again as it is, the step goes on', async () => {
    const person = await someone('identification');
    const neither = { ...COIFFURE.informations, category: 'other' };
    const first = await post(person, 'informations', neither);
    expect([first.status, first.location]).toEqual([303, `${person.at}/informations`]);
    const { body } = await person.browser.get(`${person.at}/informations`);
    expect(wordsIn(body)).toContain("D'après vos réponses, une condition n'est pas remplie");
    expect(wordsIn(body)).toContain("En contrat d'apprentissage ou en formation continue");
    expect(wordsIn(body)).toContain('Faire examiner ma situation');
    expect(body).toContain('href="tel:+33473993506"');
    expect(body).toContain(`href="${person.at}/qualification"`);
    expect(body, 'the answers are kept').toContain('value="Salon des Volcans"');
    const second = await post(person, 'informations', neither);
    expect(second.location).toBe(`${person.at}/qualification`);
    const mended = await post(person, 'informations', COIFFURE.informations);
    expect(mended.location).toBe(`${person.at}/qualification`);
    expect(wordsIn((await person.browser.get(`${person.at}/informations`)).body)).not.toContain('une condition');
  });

  it('that only the form of passage decides is said there, and leads back to the jobs', async () => {
    const person = await someone('identification');
    const short = { ...COIFFURE.informations, category: 'distance-learner', distanceBody: 'CNED', from1: '01/09/2023' };
    expect((await post(person, 'informations', short)).location).toBe(`${person.at}/qualification`);
    expect((await post(person, 'qualification', COIFFURE.qualification)).location).toBe(`${person.at}/qualification`);
    const { body } = await person.browser.get(`${person.at}/qualification`);
    expect(wordsIn(body)).toContain('2 mois déclarés, 2 années demandées');
    expect(wordsIn(body)).toContain('En forme progressive, la durée de travail doit être complète');
    expect(body).toContain(`href="${person.at}/informations"`);
    // Who keeps the form of a former session is not told to choose another.
    const bound = await someone('identification');
    await post(bound, 'informations', { ...COIFFURE.informations, from1: '01/09/2023' });
    await post(bound, 'qualification', COIFFURE.qualification);
    expect(wordsIn((await bound.browser.get(`${bound.at}/qualification`)).body)).not.toContain(
      'En forme progressive, la durée',
    );
  });
});

describe('An address outside the academy', () => {
  it('is refused with the academy to turn to, and a person to ask', async () => {
    const person = await someone('identification');
    const lyon = { ...COIFFURE.identification, postcode: '69001', city: 'Lyon' } as Record<string, string>;
    const answer = await save(person, 'identification', lyon);
    expect(answer.status).toBe(422);
    expect(wordsIn(answer.body)).toContain("adressez-vous à l'académie de Lyon");
    expect(wordsIn(answer.body)).toContain('Faire examiner ma situation');
    expect(wordsIn(answer.body)).toContain('article L114-2');
    expect(answer.body).toContain('href="mailto:dec.exapro1@ac-clermont.fr"');
    const slip = await save(person, 'identification', { ...lyon, postcode: '15000', phone: '1' });
    expect(wordsIn(slip.body)).not.toContain('Faire examiner ma situation');
  });
});

describe('A speciality whose units are not all known', () => {
  it('is chosen, told about in words, and registered for the office to complete', async () => {
    const person = await someone('informations');
    const list = await person.browser.get(`${person.at}/qualification?metier=menuisier`);
    expect(wordsIn(list.body)).toContain('Choisir Menuisier');
    const shown = await person.browser.get(`${person.at}/qualification?specialite=45023408`);
    expect(wordsIn(shown.body)).toContain('le rectorat complétera votre dossier');
    await save(person, 'qualification', { speciality: '45023408', form: 'GLOBAL', formFinal: 'oui' });
    const acquis = await person.browser.get(`${person.at}/acquis`);
    expect(wordsIn(acquis.body)).toContain('Les unités de votre relevé à conserver');
    const typed = { keeps: 'oui', keptInWords: 'U11, 14, 5 juillet 2022', exempts: 'non', exemptedInWords: 'rien' };
    const refused = await save(person, 'acquis', { ...typed, keptInWords: 'x'.repeat(601) });
    expect([refused.status, refused.body.includes('x'.repeat(601))]).toEqual([422, true]);
    expect((await save(person, 'acquis', typed)).status).toBe(303);
    expect(await kept(person, 'acquis')).not.toHaveProperty('exemptedInWords');
    const epreuves = await person.browser.get(`${person.at}/epreuves`);
    expect(wordsIn(epreuves.body)).toContain('toutes les épreuves que vous ne conservez pas');
    expect((await save(person, 'epreuves', { language: 'anglais' })).status).toBe(303);
    const summary = wordsIn((await person.browser.get(`${person.at}/recapitulatif`)).body);
    for (const told of ['U11, 14, 5 juillet 2022', 'Le rectorat la complétera', 'Langue vivante anglais'])
      expect(summary).toContain(told);
    expect((await register(person)).location).toContain('message=enregistre');
  });
});

describe('The consent to publish results', () => {
  const consent = async ({ candidate, enrolment }: TestEnrolment) => {
    const { registered, working, version, signature } = await reread(db, candidate, enrolment.id);
    const said = [registered, working].map((answers) => answers?.informations?.discloseOnline ?? null);
    return { said, version, signed: signature?.version ?? null };
  };
  const sign = (person: Person) =>
    db.transaction().execute(async (tx) => {
      const enrolment = await lockEnrolment(tx, person.enrolment.id);
      if (enrolment !== null) await markSigned({ events }, tx, SYSTEM, enrolment);
    });
  const choose = async (person: Person, fields: Readonly<Record<string, string>>) => {
    await person.browser.get(`${person.at}/diffusion`);
    return person.browser.post(`${person.at}/diffusion`, fields);
  };

  it('is answered in its step until the first Enregistrer, and there alone', async () => {
    const person = await someone();
    expect((await person.browser.get(`${person.at}/diffusion`)).location).toBe(`${person.at}/informations`);
    expect((await choose(person, { discloseOnline: 'oui' })).status).toBe(409);
    expect((await person.browser.get(`${person.at}/informations`)).body).toContain('name="discloseOnline"');
  });

  it('is withdrawn and given again after the signature, the closing and the end, which all stand', async () => {
    const person = await someone('identification');
    const accepted = { ...COIFFURE.informations, discloseOnline: 'oui', disclosePress: 'oui' };
    await save(person, 'informations', accepted as Record<string, string>);
    for (const step of ['qualification', 'acquis', 'epreuves'] as const)
      await save(person, step, COIFFURE[step] as Record<string, string>);
    await register(person);
    await sign(person);
    expect(await consent(person)).toEqual({ said: ['oui', null], version: 1, signed: 1 });

    expect((await choose(person, {})).location).toBe(`${person.at}/diffusion?message=enregistre`);
    expect(await consent(person)).toEqual({ said: [null, null], version: 1, signed: 1 });
    expect((await choose(person, {})).location).toBe(`${person.at}/diffusion?message=inchange`);
    await setClock(db, CLOSING.add({ hours: 24 * 60 }));
    expect((await choose(person, { discloseOnline: 'oui' })).status).toBe(303);
    expect(await consent(person)).toEqual({ said: ['oui', null], version: 1, signed: 1 });
    expect((await person.browser.get(`${person.at}/diffusion`)).body).toMatch(/name="discloseOnline"[^>]* checked/);
    await sql`update enrolment set status = 'cancelled', ended_at = business_now() where id = ${person.enrolment.id}`.execute(
      db,
    );
    expect((await choose(person, { disclosePress: 'oui' })).status).toBe(303);
    const { registered } = await reread(db, person.candidate, person.enrolment.id);
    expect(registered?.informations).toMatchObject({ disclosePress: 'oui' });
    expect(registered?.informations).not.toHaveProperty('discloseOnline');

    const { rows } = await sql<{ data: string }>`select data from journal
      where name = 'enrolment.disclosureChanged' and stream = ${`enrolment:${person.enrolment.id}`} order by id`.execute(
      db,
    );
    expect(rows.map(({ data }) => JSON.parse(data) as unknown)).toMatchObject([
      { online: false, press: false },
      { online: true, press: false },
      { online: false, press: true },
    ]);
  });

  it('is no answer of the step once registered: an older form brings nothing back', async () => {
    const person = await someone();
    await register(person);
    const shown = await person.browser.get(`${person.at}/informations`);
    expect(shown.body).not.toContain('name="discloseOnline"');
    expect(shown.body).toContain(`href="${person.at}/diffusion"`);
    await save(person, 'informations', {
      ...COIFFURE.informations,
      discloseOnline: 'oui',
      formerYear: '2021',
    } as Record<string, string>);
    expect(await consent(person)).toMatchObject({ said: [null, null] });
    await choose(person, { discloseOnline: 'oui' });
    expect(await consent(person)).toMatchObject({ said: ['oui', 'oui'] });
    await register(person);
    expect(await consent(person)).toMatchObject({ said: ['oui', null], version: 2 });
  });
});
