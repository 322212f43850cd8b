import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hiddenOn, words } from '../../testing/words.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt } from '../testing.ts';
import { answersIn } from './answers.ts';
import { createCarrier, learnedFrom, stepAnswers } from './carry.ts';

const door = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()));
afterAll(() => door.close());

const get = (url: string) => door.server.inject(url);

/** Answers each question in turn, as a browser sends its form, until the result. */
async function answerAll(replies: Readonly<Record<string, Record<string, string>>>) {
  let url = '/simulateur/specialite';
  const seen: string[] = [];
  for (;;) {
    const shown = await get(url);
    if (!url.includes('/simulateur/resultat')) {
      const form = hiddenOn(shown.body);
      const question = form.question ?? '';
      seen.push(question);
      const sent = new URLSearchParams({ ...form, ...replies[question] });
      const next = await get(`/simulateur/suite?${sent}`);
      expect(next.statusCode, question).toBe(303);
      url = String(next.headers.location);
    } else return { seen, url, result: shown };
  }
}

const LEARNER = {
  specialite: { specialite: '45033608' },
  candidature: { candidature: 'distance' },
  dejaPresente: { dejaPresente: 'non' },
  heures: { heures: '' },
  diplome: { diplome: 'aucun' },
  travail: { du1: '01/09/2015', au1: '', du2: '', au2: '' },
  departement: { departement: '63' },
  age: { age: '25-plus' },
  forme: { forme: 'globale' },
};

describe('« Puis-je m’inscrire ? »', () => {
  it('asks a distance learner nine questions, one a page, then gives the verdict, the pieces and the dates', async () => {
    const { seen, result } = await answerAll(LEARNER);
    expect(seen).toEqual(Object.keys(LEARNER));
    expect((await get('/simulateur/candidature')).body).toMatch(/<title>[^<]*Question \d+ sur \d+, simulateur/);
    expect(result.body).toContain('<title>Votre résultat, simulateur');
    const read = words(result.body);
    expect(read).toContain("Vous remplissez les conditions, d'après vos réponses.");
    expect(read).toContain("Attestation d'inscription à l'enseignement à distance");
    expect(read).toContain('vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)');
  });

  it('asks a former candidate of the former session, and keeps its form of passage', async () => {
    const { seen, result } = await answerAll({
      ...LEARNER,
      candidature: { candidature: 'deja' },
      epreuves: { epreuves: 'oui' },
      centre: { centre: 'oui' },
      formePrecedente: { formePrecedente: 'globale' },
    });
    expect(seen).toContain('formePrecedente');
    expect(seen).not.toContain('forme');
    expect(words(result.body)).toContain('Vous remplissez les conditions');
  });

  it('asks a distance learner who sat before for the form of passage, and keeps it', async () => {
    const { seen, url, result } = await answerAll({
      ...LEARNER,
      dejaPresente: { dejaPresente: 'oui' },
      formePrecedente: { formePrecedente: 'progressive' },
    });
    expect([seen.includes('formePrecedente'), seen.includes('forme')]).toEqual([true, false]);
    expect(words(result.body)).toContain('Vous gardez la forme de passage de votre session précédente.');
    const answers = Object.fromEntries(new URL(url, 'http://x').searchParams);
    expect(stepAnswers(answersIn(answers))).toMatchObject({
      informations: { satBefore: 'oui', formerForm: 'PROGRESSIVE' },
      qualification: { form: 'PROGRESSIVE' },
    });
  });

  it('takes « Je ne sais pas » everywhere, and says what the office will check', async () => {
    const unknown = Object.fromEntries(
      ['specialite', 'candidature', 'diplome', 'departement', 'age', 'francais', 'forme'].map((name) => [
        name,
        { [name]: 'nsp' },
      ]),
    );
    const { result } = await answerAll({ ...unknown, travail: {} });
    expect(words(result.body)).toContain('le rectorat vérifiera une condition au moins');
    expect(words(result.body)).toContain('Choisissez une spécialité');
    expect(words(result.body)).toContain('Il manque, sans diplôme qui raccourcit la durée 60 mois');
  });

  it('says how many months are missing and on which day they would be reached', async () => {
    const { result } = await answerAll({ ...LEARNER, travail: { du1: '01/09/2020' } });
    expect(words(result.body)).toMatch(/Il manque 22 mois Durée atteinte le dimanche 31 août 2025/);
    const never = await answerAll({ ...LEARNER, travail: { du1: '01/09/2020', au1: '01/09/2021' } });
    expect(words(never.result.body)).toContain("n'y suffisent pas");
  });

  it('names the way out of a condition that is not met, and whom to ask; the answers may be taken along', async () => {
    const shown = await get('/simulateur/candidature');
    expect(words(shown.body)).toMatch(/Ni l.un ni l.autre En apprentissage ou en formation continue/);
    const { heures: _, ...others } = LEARNER;
    const { result } = await answerAll({ ...others, candidature: { candidature: 'autre' } });
    const read = words(result.body).replaceAll('&#39;', "'");
    expect(read).toContain('Vous pourriez vous inscrire sous réserve');
    expect(read).toContain("En contrat d'apprentissage ou en formation continue");
    expect(read).toContain('articles L311-3-1 et R311-3-1-2');
    expect(result.body).toContain('href="tel:+33473993550"');
    expect(result.body).toContain('action="/simulateur/garder"');
    const elsewhere = await answerAll({ ...LEARNER, departement: { departement: 'autre' } });
    expect(words(elsewhere.result.body)).toMatch(/c.est une autre académie qui vous inscrit/);
    expect(elsewhere.result.body).not.toContain('action="/simulateur/garder"');
  });

  it('sends back what is wrong with what was typed, and loses no earlier answer', async () => {
    const base = 'specialite=45033608&candidature=distance&heures=nsp&diplome=aucun&question=travail&emplois=2';
    for (const [typed, fault] of [
      ['du1=31/02/2020', "n'existe pas"],
      ['du1=01/09/2030', 'Emploi 1 : le premier jour ne peut pas être dans le futur.'],
      ['au1=01/09/2020', 'Emploi 1 : indiquez son premier jour.'],
      ['du1=01/09/2020&au1=31/08/2020', 'Emploi 1 : le dernier jour ne peut pas précéder le premier.'],
    ] as const) {
      const answer = await get(`/simulateur/suite?${base}&${typed}`);
      expect(answer.statusCode, typed).toBe(422);
      expect(words(answer.body), typed).toContain(fault);
      expect(answer.body).toContain('name="specialite" value="45033608"');
      expect(answer.body).toContain(`value="${new URLSearchParams(typed).values().next().value}"`);
    }
    const more = await get(`/simulateur/suite?${base}&du1=01/09/2020&ajouter=emploi`);
    expect(more.body).toContain('name="du3"');
    const empty = await get('/simulateur/suite?question=candidature');
    expect([empty.statusCode, words(empty.body).includes('Choisissez une réponse, ou « Je ne sais pas ».')]).toEqual([
      422,
      true,
    ]);
  });

  it('says where the age is asked that nobody of that age worked then, and takes the oldest of a bracket', async () => {
    const base = 'specialite=45033608&candidature=distance&dejaPresente=non&heures=nsp&diplome=aucun&departement=63';
    const result = (jobs: string, age: string) =>
      get(`/simulateur/resultat?${base}&emplois=2&du1=${jobs}&age=${age}&francais=oui&forme=globale`);
    const young = await result('01/09/2015', 'moins-18');
    expect([young.statusCode, words(young.body).includes('avant vos 14 ans')]).toEqual([422, true]);
    expect((await result('01/12/2013', 'moins-25')).statusCode).toBe(200);
    expect((await result('01/09/1985', '25-plus')).statusCode).toBe(200);
  });

  it('keeps nothing: no cookie while one answers, no date of birth in the address', async () => {
    const { url } = await answerAll(LEARNER);
    expect((await get('/simulateur/age')).headers['set-cookie']).toBeUndefined();
    expect(url).not.toMatch(/naissance|nom/);
  });

  it('survives addresses that nobody was given', async () => {
    for (const url of [
      '/simulateur/resultat',
      '/simulateur/resultat?specialite=45099999&age=x',
      '/simulateur/suite',
      '/simulateur/suite?question=__proto__',
      '/simulateur/suite?question=travail&emplois=-1',
      '/simulateur/suite?question=travail&emplois=1e9&du1=%00',
      '/simulateur/forme?forme=<script>',
      '/simulateur/moyenne?specialite=<script>',
      `/simulateur/age?age=${'a'.repeat(5000)}`,
      '/simulateur/reprendre/x.y',
      '/simulateur/reprendre/x',
    ])
      expect([200, 303, 410, 422], url).toContain((await get(url)).statusCode);
    expect((await get('/simulateur/inconnue')).statusCode).toBe(404);
  });
});

describe('What is taken along', () => {
  const carrier = createCarrier('a secret');
  const now = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const answers = { specialite: '45033608', candidature: 'distance', diplome: 'niveau3', forme: 'progressive' };

  it('is under a seal that nobody can change, for seven days', () => {
    const sealed = carrier.seal(answers, now);
    expect(carrier.open(sealed, now.add({ hours: 167 }))).toEqual(answers);
    expect(carrier.open(sealed, now.add({ hours: 168 }))).toBeNull();
    expect(createCarrier('another').open(sealed, now)).toBeNull();
    const [content = '', mark = ''] = sealed.split('.');
    const forged = Buffer.from(JSON.stringify({ until: 9e15, answers: {} })).toString('base64url');
    for (const bad of [`${forged}.${mark}`, `${content}.`, content, '', 'é.é', undefined])
      expect(carrier.open(bad, now)).toBeNull();
  });

  it('fills the steps with what is known, and nothing else', () => {
    expect(stepAnswers({ ...answers, du1: '01/09/2020', heures: 'nsp', francais: 'non' })).toEqual({
      identification: { frenchNational: 'non' },
      informations: { category: 'distance-learner', diploma: 'level-3-listed', from1: '01/09/2020' },
      qualification: { speciality: '45033608', form: 'PROGRESSIVE' },
    });
    expect(stepAnswers({ specialite: 'nsp', candidature: 'autre', forme: 'nsp', francais: 'nsp' })).toEqual({
      identification: {},
      informations: { category: 'other' },
      qualification: {},
    });
  });

  it('says what the account and the address decide, and nothing that was not known', async () => {
    const catalogue = await shippedCatalogue();
    const said = (given: Readonly<Record<string, string>>) =>
      learnedFrom(given, catalogue).join(' ').replaceAll('\u00a0', ' ');
    expect(said({ departement: '15', age: 'moins-25' })).toMatch(/: Cantal \(15\) ;.*: de 18 à 24 ans ;/);
    expect(said({ departement: 'autre', age: 'nsp' })).toMatch(
      /^Dans votre simulation, vous habitiez hors de l'académie/,
    );
    expect(said({ departement: 'nsp', age: 'nsp' })).toBe('');
  });

  it('holds only names of ours', () => {
    expect(answersIn({ specialite: '45033608', nom: 'Martin', age: ['x'], forme: 'a'.repeat(21) })).toEqual({
      specialite: '45033608',
    });
  });

  it('goes to the account with one press, or to another device by a link', async () => {
    const { result, url } = await answerAll(LEARNER);
    const link = /href="[^"]*(\/simulateur\/reprendre\/[^"]+)"/.exec(result.body)?.[1] ?? '';
    const taken = await get(link);
    expect(taken.statusCode).toBe(303);
    expect(String(taken.headers['set-cookie'])).toMatch(/^registre_simulation=.*HttpOnly; SameSite=Lax/);
    expect(new URL(String(taken.headers.location), 'http://x').searchParams.get('departement')).toBe('63');
    expect(url).toContain('departement=63');
    const form = hiddenOn(result.body);
    const cookie = String(result.headers['set-cookie']).split(';')[0] ?? '';
    const kept = await door.server.inject({
      method: 'POST',
      url: '/simulateur/garder',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      payload: new URLSearchParams(form).toString(),
    });
    expect([kept.statusCode, kept.headers.location]).toEqual([303, '/compte/creer']);
    expect(String(kept.headers['set-cookie'])).toContain('registre_simulation=');
  });
});

describe('« Ma moyenne »', () => {
  const COIFFURE = '/simulateur/moyenne?specialite=45033608';
  it('shows the units of a speciality with their coefficients, and the average line by line', async () => {
    expect(words((await get(COIFFURE)).body)).toContain('U10 : Création, couleur, coupe, coiffage 6');
    const marks = ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'].map((id) => `note-${id}=11`).join('&');
    const read = words((await get(`${COIFFURE}&${marks}`)).body);
    expect(read).toContain("Moyenne : 11,00 sur 20. C'est 10 ou plus");
    expect(read).toContain('Total 32');
  });
  it('says what must be obtained on what is left, counting kept marks, exemptions and the optional unit', async () => {
    const read = words((await get(`${COIFFURE}&note-U10=14&quoi-U10=kept&quoi-U60=exempt&note-UF=16&note-U20=8`)).body);
    expect(read).toContain(
      'Pour obtenir 10, il faut 8,9 de moyenne sur les unités qui restent (coefficient total 18).',
    );
    const lost = words((await get(`${COIFFURE}&note-U10=0&note-U20=0&note-E3-option=0&note-U51=0&note-U42=0`)).body);
    expect(lost).toContain("ce n'est pas possible à cette session");
    const won = words(
      (await get(`${COIFFURE}&note-U10=20&note-U20=20&note-E3-option=20&note-U51=20&note-U42=0&note-U41=0`)).body,
    );
    expect(won).toContain('La moyenne de 10 est déjà acquise');
  });
  it('says in the line that follows each key what its account says line by line', async () => {
    const marks = fc.option(
      fc.integer({ min: 0, max: 40 }).map((half) => String(half / 2)),
      { nil: '' },
    );
    const outcome = fc.constantFrom('', 'exempt', 'excused');
    const units = ['U10', 'U20', 'E3-option', 'U41', 'U42', 'U51', 'U52', 'U60'];
    const typed = fc.tuple(...units.map(() => fc.tuple(marks, outcome)), marks);
    await fc.assert(
      fc.asyncProperty(typed, async (rows) => {
        const optional = rows.at(-1) as string;
        const query = units.flatMap((id, index) => {
          const [mark = '', what = ''] = rows[index] ?? [];
          return [`note-${id}=${what === '' ? mark : ''}`, `quoi-${id}=${what}`];
        });
        const { body } = await get(`${COIFFURE}&${[...query, `note-UF=${optional}`].join('&')}`);
        const line = words(`<main${/<output>(.*?)<\/output>/.exec(body)?.[1] ?? ''}`);
        const account = words(body.slice(0, body.indexOf('<form')));
        const [, average] = /Moyenne : (\d+,\d+) sur 20/.exec(account) ?? [];
        const [, goal] = /il faut ([\d,]+) de moyenne/.exec(account) ?? [];
        if (average !== undefined) expect(line).toContain(`Moyenne : ${average} sur 20.`);
        else if (goal !== undefined) expect(line).toContain(`il faut ${goal} de moyenne.`);
        else if (account.includes('déjà acquise')) expect(line).toContain('déjà acquise');
        else if (account.includes("n'est pas possible")) expect(line).toContain('ne peut plus être atteinte');
        else expect(line).toMatch(/dispensées|il faut 10 de moyenne/);
      }),
    );
  });
  it('names what is impossible beside its field, and keeps what was typed', async () => {
    const answer = await get(`${COIFFURE}&note-U10=12,25&note-U20=11`);
    expect(answer.statusCode).toBe(422);
    expect(words(answer.body)).toContain('U10 : une note va de 0 à 20, par points entiers ou demi-points');
    expect(answer.body).toContain('value="12,25"');
    expect(answer.body).toContain('href="#champ-note-U10"');
  });
  it('of units that nobody knows says so, with whom to ask', async () => {
    const { body } = await get('/simulateur/moyenne');
    expect(body).toContain('45033608');
    expect((await get('/simulateur/moyenne?specialite=45099999')).statusCode).toBe(422);
    expect(words((await get('/simulateur/moyenne?specialite=45031207&note-UP1=12')).body)).toContain(
      'Des coefficients ne sont pas encore connus',
    );
  });
});
