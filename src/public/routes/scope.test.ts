import { afterAll, describe, expect, it } from 'vitest';
import type { AccountId } from '../../accounts/index.ts';
import { capCatalogue } from '../../testing/catalogue.ts';
import { visitorChrome } from '../chrome.ts';
import { MOMENTS, openDoor, parisInstant, shippedCatalogue, siteAt, textOf } from '../testing.ts';

/** Two exams, of which one academy has both and the other one; two academies; a name that leads to the second alone. */
const { server, close } = await openDoor(siteAt(MOMENTS.open, await capCatalogue('lyon')));
afterAll(() => close());

const LYON = 'inscriptions.lyon.exemple.fr';
const html = async (url: string, host = 'registre.exemple.fr'): Promise<string> => {
  const { statusCode, body } = await server.inject({ url, headers: { host } });
  expect([url, statusCode]).toEqual([url, 200]);
  return body;
};
const read = async (url: string, host?: string): Promise<string> =>
  textOf(await html(url, host))
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
const stripOf = (body: string): string =>
  textOf(
    (/<p class="strip (?!demonstration)[^"]*">.*?<\/p>/s.exec(body)?.[0] ?? '').replace(
      /<span class="brief">.*?<\/span>/,
      '',
    ),
  )
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The page of an office. */
const AT = '/gestion/examen/centres';
const STAFF = {
  kind: 'staff',
  accountId: 'a' as AccountId,
  sessionId: 's',
  address: 'chef@exemple.fr',
  displayName: 'Anne Martin',
  role: 'head',
  portfolios: [],
} as const;

const PAGES = [
  '/',
  '/comment-s-inscrire',
  '/specialites',
  '/calendrier',
  '/contact',
  '/mentions-legales',
  '/donnees-personnelles',
  '/simulateur',
];

describe('Where the name of the house leads to one academy', () => {
  it.each([...PAGES, '/specialites/45033608', '/accessibilite'])('%s speaks of no other', async (page) => {
    const text = await read(page, LYON);
    expect(text).not.toMatch(/Clermont|ac-clermont|Puy-de-Dôme|Certificat d'aptitude/);
    expect(text).not.toContain('Toutes les académies');
  });

  it('its dates are its own, on the strip, in the header and in the file', async () => {
    const body = await html('/calendrier', LYON);
    expect(stripOf(body)).toBe(
      "Inscriptions ouvertes jusqu'au vendredi 24 novembre 2023 à 12 h 00 (heure de Paris), dans 9 jours",
    );
    expect(textOf(body)).toContain('Brevet professionnel, session 2024, académie de Lyon');
    const file = await html('/calendrier.ics', LYON);
    expect([file.includes('bp-2024-lyon'), file.includes('clermont')]).toEqual([true, false]);
  });

  it('no choice in the address leads elsewhere', async () => {
    expect(await read('/contact?academie=clermont&examen=cap', LYON)).not.toMatch(/Clermont/);
  });
});

describe('Where the house has several exams and academies', () => {
  it.each(PAGES.filter((page) => !/legales|personnelles|simulateur/.test(page)))(
    '%s names them all, and lets choose by links',
    async (page) => {
      const body = await html(page);
      for (const choice of ['examen=bp', 'examen=cap', 'academie=clermont', 'academie=lyon'])
        expect([page, body.includes(`href="${page}?${choice}"`)]).toEqual([page, true]);
    },
  );

  it('a choice is kept from page to page, and can be taken back', async () => {
    const body = await html('/calendrier?examen=bp&academie=lyon');
    expect(body).toContain('href="/specialites?examen=bp&amp;academie=lyon"');
    expect(body).toContain('aria-current="page"');
    expect(body).toContain('href="/calendrier?academie=lyon"');
    expect(textOf(body)).not.toMatch(/académie de Clermont-Ferrand, session/);
  });

  it('the strip names the most pressing deadline, and leads to the others', async () => {
    expect(stripOf(await html('/contact'))).toBe(
      "Brevet professionnel, académie de Lyon : inscriptions ouvertes jusqu'au vendredi 24 novembre 2023 à 12 h 00 (heure de Paris), dans 9 jours. Toutes les dates",
    );
    expect(stripOf(await html('/contact?examen=cap'))).toBe(
      "Inscriptions ouvertes jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris), dans 16 jours",
    );
  });

  it('specialities stand by exam; by officer once exam and academy are known', async () => {
    const all = await read('/specialites');
    expect(all).toContain('Accompagnant éducatif petite enfance');
    expect(all).not.toContain('Gestionnaire G');
    const cap = await read('/specialites?examen=cap');
    expect([cap.includes('Gestionnaire G6'), cap.includes('Coiffure')]).toEqual([true, false]);
    const lyon = await read('/specialites?academie=lyon');
    expect([
      lyon.includes('Gestionnaire G11'),
      lyon.includes('Gestionnaire G2'),
      lyon.includes('petite enfance'),
    ]).toEqual([true, false, false]);
  });

  it('a search goes over all, and keeps the choice', async () => {
    expect(await read('/specialites?metier=enfance')).toContain('1 spécialité trouvée');
    expect(await read('/specialites?metier=enfance&examen=bp')).toContain('Aucune spécialité');
    expect(await read(`/specialites?metier=${'enfance '.repeat(400)}`)).toContain('80 signes au plus');
    expect(await html('/specialites?examen=cap')).toContain('<input type="hidden" name="examen" value="cap"');
    const officers = await read('/contact?metier=coiffeuse');
    expect(officers).toMatch(/Coiffure, académie de Clermont-Ferrand.*Coiffure, académie de Lyon/);
  });

  it('a speciality says whom to ask in each academy, and its languages where they differ', async () => {
    const text = await read('/specialites/45033608');
    expect(text).toMatch(/04 73 99 35 50.*examens.g11@lyon.exemple.fr/);
    const one = await read('/specialites/45033608?academie=lyon');
    expect([one.includes('examens.g11@lyon.exemple.fr'), one.includes('dec.exapro1')]).toEqual([true, false]);
    const cook = await read('/specialites/45022109');
    expect(cook).toContain(
      "Dans l'académie de Lyon : langue vivante obligatoire, à choisir parmi : allemand, anglais ou italien.",
    );
    expect(await read('/specialites/50099901')).not.toMatch(/Lyon\b.*examens|Éduscol|exapro1/);
  });

  it('what was borrowed or invented says so where it stands: a code, dates, an office; what is sure says nothing', async () => {
    const code = "Le code de cette spécialité n'est pas encore confirmé";
    expect(await read('/specialites/50099901')).toMatch(new RegExp(`50099901 ${code}`));
    const [borrowed, example] = ['Ces dates ne sont pas encore confirmées', 'Ces dates sont un exemple'];
    for (const page of ['/calendrier?examen=cap', '/?examen=cap']) expect(await read(page), page).toContain(borrowed);
    for (const page of ['/calendrier?academie=lyon', '/?academie=lyon'])
      expect(await read(page), page).toContain(example);
    const office = 'Ces services et leurs adresses sont un exemple';
    for (const page of ['/contact?academie=lyon', '/specialites/45033608?academie=lyon'])
      expect(await read(page), page).toContain(office);
    for (const page of ['/calendrier', '/', '/contact', '/specialites/45033608']) {
      const sure = await read(`${page}?examen=bp&academie=clermont`);
      expect(sure, page).not.toMatch(/pas encore confirmé|sont un exemple/);
    }
    // Why is for the office.
    for (const page of ['/specialites/50099901', '/calendrier', '/contact?academie=lyon'])
      expect(await read(page), page).not.toMatch(/nomenclature|inventée? pour l'essai/);
  });

  it('the conditions of each exam are its own', async () => {
    const text = await read('/comment-s-inscrire');
    expect(text).toMatch(/Conditions d'inscription, Brevet professionnel.*Conditions d'inscription, Certificat/);
    const cap = await read('/comment-s-inscrire?examen=cap');
    expect(cap).toContain("Sans préparation, il faut avoir 18 ans au plus tard l'année de l'examen.");
    expect(cap).not.toMatch(/cinq années|enseignement à distance\. Rien/);
  });

  it('a choice that is none is none, and isn’t kept for others', async () => {
    const odd = '/calendrier?examen=%3Cscript%3E&academie=nulle';
    expect(await read(odd)).toContain('académie de Lyon');
    expect(await html('/calendrier')).not.toContain('script%3E');
  });

  it('each legal page names what it is about', async () => {
    expect(await read('/donnees-personnelles')).toContain(
      "selon les articles D337-95 à D337-124 du code de l'éducation et articles D337-1 à D337-25-1 du code de l'éducation",
    );
    expect(await read('/mentions-legales?academie=lyon')).not.toContain('Clermont');
  });

  it("whom to write to is what each academy's file says, and of each where several share the house", async () => {
    const lyon = await read('/mentions-legales?academie=lyon');
    expect(lyon).toMatch(/Directeur de la publication La directrice inventée/);
    expect(lyon).toMatch(/Hébergeur inventé, 3 rue Inventée, 69000 Ville-Inventée, 04.65.71.00.14/);
    expect(lyon).toMatch(/Recours devant le recteur Recteur de l'académie de Lyon, 1 rue Inventée/);
    expect(lyon).toMatch(/Tribunal administratif inventé, 2 rue Inventée.*Médiateur inventé/);
    expect(await read('/donnees-personnelles?academie=lyon')).toContain(
      '(DPO) Délégué à la protection des données, dpo@lyon.exemple.fr',
    );
    const both = await read('/mentions-legales');
    expect(both).toMatch(
      /Directeur de la publication \(Clermont-Ferrand\) À compléter.*Directeur de la publication \(Lyon\) La directrice/,
    );
    expect(both).toContain('Médiateur (Lyon)');
    expect(both).not.toContain('Médiateur (Clermont-Ferrand)');
  });
});

describe('Whoever works for an office', () => {
  it('reads in the header the session that the page is about, or none: never that of a former one', async () => {
    const site = siteAt(MOMENTS.open, await capCatalogue('lyon'));
    const header = (address: string, academy = 'clermont') =>
      visitorChrome(
        site,
        { address, header: () => 'registre.exemple.fr', cookies: {} },
        { session: { ...STAFF, academy }, csrf: null },
      ).exam;
    expect(header('/gestion')).toBe('Inscriptions aux examens, académie de Clermont-Ferrand');
    expect(header(`${AT}?session=bp-2024-clermont`)).toBe(
      'Brevet professionnel, session 2024, académie de Clermont-Ferrand',
    );
    expect(header(`${AT}?session=cap-2024-clermont`)).toContain("Certificat d'aptitude professionnelle, session 2024");
    // Of another academy, or of nowhere.
    for (const none of ['bp-2024-lyon', 'x', ''])
      expect(header(`${AT}?session=${none}`)).toBe('Inscriptions aux examens, académie de Clermont-Ferrand');
    expect(header(`${AT}?session=bp-2024-lyon`, 'lyon')).toContain('session 2024');
  });
});

describe('The simulators', () => {
  const location = async (url: string): Promise<string> =>
    String((await server.inject({ url, headers: { host: 'registre.exemple.fr' } })).headers.location);

  it('ask for the exam, then the academy, then what the exam is judged on, and nothing else', async () => {
    expect(await html('/simulateur')).toContain('href="/simulateur/examen"');
    expect(await location('/simulateur/suite?question=examen&examen=bp')).toBe('/simulateur/academie?examen=bp');
    expect(await location('/simulateur/suite?question=academie&examen=bp&academie=lyon')).toBe(
      '/simulateur/specialite?examen=bp&academie=lyon',
    );
    const asked: string[] = [];
    let next = '/simulateur/suite?question=examen&examen=cap';
    const replies = {
      specialite: '50099902',
      candidature: 'autre',
      age: 'moins-25',
      francais: 'oui',
      forme: 'globale',
    };
    for (let step = 0; step < 10 && !next.startsWith('/simulateur/resultat'); step += 1) {
      next = await location(next);
      const name = /^\/simulateur\/(\w+)\?/.exec(next)?.[1] ?? '';
      if (name === 'resultat') break;
      asked.push(name);
      const [, query = ''] = next.split('?');
      next = `/simulateur/suite?${query}&question=${name}&${name}=${replies[name as keyof typeof replies]}`;
    }
    expect(asked).toEqual(['specialite', 'candidature', 'age', 'francais', 'forme']);
    const result = await read(next);
    expect(result).toContain("Vous remplissez les conditions, d'après vos réponses.");
    expect(result).toContain("Vous êtes majeur l'année de l'examen.");
    expect(result).not.toMatch(/activité professionnelle|Il manque|D337-1[01]\d/);
  });

  it('ask nothing that is already said: by the name of the house, by the exam', async () => {
    const at = async (url: string, host: string) => server.inject({ url, headers: { host } });
    for (const [url, host] of [
      ['/simulateur/academie', LYON],
      ['/simulateur/examen', LYON],
      ['/simulateur/academie?examen=cap', 'registre.exemple.fr'],
    ] as const) {
      const { statusCode, headers } = await at(url, host);
      expect([url, statusCode, String(headers.location).startsWith('/simulateur/specialite')]).toEqual([
        url,
        303,
        true,
      ]);
    }
    expect(await html('/simulateur', LYON)).toContain('href="/simulateur/specialite"');
  });

  it('give a link that says what the name of the house said', async () => {
    const query =
      'specialite=45033608&candidature=autre&diplome=aucun&emplois=2&departement=69&age=25-plus&forme=globale';
    const body = await html(`/simulateur/resultat?${query}`, LYON);
    const sealed = /reprendre\/([^"]+)"/.exec(body)?.[1] ?? '';
    expect(await location(`/simulateur/reprendre/${sealed}`)).toMatch(/examen=bp&academie=lyon/);
  });

  it('know who won’t be of age on the day that the exam says', async () => {
    const query = 'examen=cap&specialite=50099902&candidature=autre&francais=oui&forme=globale';
    expect(await read(`/simulateur/age?${query}`)).toContain('Moins de 18 ans le mardi 31 décembre 2024');
    expect(await read(`/simulateur/resultat?${query}&age=mineur`)).toContain("une condition n'est pas remplie");
    expect(await read(`/simulateur/resultat?${query}&age=moins-25`)).toContain('Vous remplissez les conditions');
    expect(
      await read(`/simulateur/resultat?${query.replace('autre', 'distance')}&dejaPresente=non&age=mineur`),
    ).toContain('Vous suivez une préparation à distance');
  });

  it('leave weeks in a workplace to a person: neither yes nor no', async () => {
    const query = 'examen=cap&specialite=50099901&candidature=autre&francais=oui&forme=globale&age=25-plus';
    const result = await read(`/simulateur/resultat?${query}`);
    expect(result).toContain('14 semaines en milieu professionnel. Un gestionnaire regardera votre situation');
    expect(result).not.toMatch(/Vous remplissez les conditions|n'est pas remplie/);
    expect(await read('/specialites/50099901')).toContain('14 semaines en milieu professionnel');
    expect(await read('/specialites/50099902')).not.toContain('milieu professionnel');
  });

  it('average the specialities of both exams, the CAP twice', async () => {
    expect(await read('/simulateur/moyenne')).toMatch(/Accompagnant éducatif petite enfance \(CAP\).*Coiffure \(BP\)/);
    const marks = ['UP1', 'UP2', 'UP3'].map((id) => `note-${id}=9`);
    const general = ['UG1', 'UG2', 'UG3', 'PSE'].map((id) => `note-${id}=15`);
    const address = `/simulateur/moyenne?specialite=50099901&forme=GLOBAL&${[...marks, ...general].join('&')}`;
    const failed = await read(address);
    expect(failed).toContain('Moyenne : 11,00 sur 20. Cela ne suffit pas.');
    expect(failed).toContain('Unités professionnelles seules : 9,00 sur 20, en dessous de 10.');
    expect(failed).not.toContain('Note reportée');
    const left = await read(address.replace('note-UP1=9', 'note-UP1='));
    expect(left).toMatch(/Unités professionnelles seules : Pour obtenir 10, il faut 11,4 de moyenne/);
  });
});

describe('The session of demonstration', () => {
  it('stands behind the one of an exam that will be sat, on the front page and the strip', async () => {
    const both = await shippedCatalogue(parisInstant('2023-11-15T10:00'));
    const door = await openDoor(siteAt(parisInstant('2024-03-08T10:00'), both, { demonstration: true }));
    const body = (await door.server.inject('/calendrier')).body;
    expect(stripOf(body)).toContain('closes depuis le vendredi 1er décembre 2023');
    const front = textOf((await door.server.inject('/')).body);
    expect(front.match(/sont closes|sont ouvertes/g)).toHaveLength(1);
    expect(front).toContain('Pour essayer le site, une session de démonstration');
    await door.close();
  });
});
