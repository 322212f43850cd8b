import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { capCatalogue } from '../../testing/catalogue.ts';
import { PLACES } from '../places.tsx';
import { catalogueWithoutSessions, hrefsIn, MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

const PAGES = [
  ...PLACES.filter(({ draw }) => draw !== null).map(({ href }) => href),
  '/specialites?metier=coiffeuses',
  '/specialites?metier=astronaute',
  '/specialites/45025411',
  '/specialites/45032401',
  '/contact?metier=ma%C3%A7on',
  '/apparence',
];
/** Other rooms answer there. */
const ELSEWHERE = /^\/(compte\/(creer|activer)|connexion|mot-de-passe-oublie|candidatures|demo|verifier\/.+)(?=[?#]|$)/;

const shipped = await shippedCatalogue();
const empty = await catalogueWithoutSessions();
const worlds = [
  ...Object.entries(MOMENTS).map(([name, now]) => [name, siteAt(now, shipped)] as const),
  ['without any session', siteAt(MOMENTS.open, empty)] as const,
  ['in demonstration', siteAt(MOMENTS.open, shipped, { demonstration: true })] as const,
  ['with two exams and two academies', siteAt(MOMENTS.open, await capCatalogue('lyon'))] as const,
];

describe.each(worlds)('The public pages, %s', (_, site) => {
  it('all answer, each with one h1, a title of its own and a sound outline', async () => {
    const { server, close } = await openDoor(site);
    const titles = new Map<string, string>();
    for (const address of PAGES) {
      const { statusCode, body } = await server.inject(address);
      expect([address, statusCode]).toEqual([address, 200]);
      expect([address, body.match(/<h1[ >]/g)?.length]).toEqual([address, 1]);
      const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
      expect(titles.get(title) ?? address).toBe(address);
      titles.set(title, address);
      const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    await close();
  });

  it('have no dead link, and every anchor leads to its part', async () => {
    const { server, close } = await openDoor(site);
    const bodies = new Map<string, string>();
    const look = async (address: string): Promise<string> => {
      const known = bodies.get(address);
      if (known !== undefined) return known;
      const answer = await server.inject(address);
      expect([address, answer.statusCode < 400]).toEqual([address, true]);
      bodies.set(address, answer.body);
      return answer.body;
    };
    for (const page of PAGES) {
      const body = await look(page);
      for (const href of hrefsIn(body)) {
        if (/^(https?:|mailto:|tel:|webcal:|\/static\/)/.test(href) || ELSEWHERE.test(href)) continue;
        const [address = '', anchor] = href.split('#');
        const target = await look(address === '' ? page : address);
        if (anchor !== undefined) expect([page, href, target.includes(` id="${anchor}"`)]).toEqual([page, href, true]);
      }
    }
    await close();
  });

  it('print French as it is printed: no space that breaks before a sign or inside « »', async () => {
    const { server, close } = await openDoor(site);
    for (const address of PAGES) {
      const text = textOf((await server.inject(address)).body);
      expect([address, text.match(/.{0,30}(\p{L} [:;!?»]|« |’).{0,10}/u)?.[0]]).toEqual([address, undefined]);
    }
    await close();
  });
});

describe('The front page', () => {
  const front = async (now: Temporal.Instant, catalogue = shipped): Promise<string> => {
    const { server, close } = await openDoor(siteAt(now, catalogue));
    const text = textOf((await server.inject('/')).body).replaceAll('\u00a0', ' ');
    await close();
    return text;
  };
  it('prints the window as the notice does, with its hours and its zone', async () => {
    for (const now of [MOMENTS['before the opening'], MOMENTS.open, MOMENTS['on the last day']])
      expect(await front(now)).toContain(
        'Du jeudi 12 octobre 2023 à 14 h 00 au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)',
      );
  });
  it('says how long is left, and not to wait', async () => {
    const text = await front(MOMENTS.open);
    expect(text).toContain('Clôture dans 16 jours.');
    expect(text).toContain('Il est vivement conseillé de ne pas attendre les derniers jours');
    expect(text).toContain('Reprendre mon inscription');
    expect(await front(MOMENTS['in the closing minute'])).toContain("Clôture dans moins d'une minute.");
  });
  it('is never a dead end', async () => {
    expect(await front(MOMENTS['before the opening'])).toMatch(/Ouverture dans 11 jours\.[\s\S]*Créer mon compte/);
    expect(await front(MOMENTS['at the closing instant'])).toMatch(
      /Le registre a fermé le vendredi 1er décembre 2023 à 17 h 00[\s\S]*Suivre mon inscription[\s\S]*Trouver mon gestionnaire/,
    );
    expect(await front(MOMENTS.open, empty)).toMatch(/Aucune inscription n'est ouverte[\s\S]*Trouver mon gestionnaire/);
  });
  it('never says closed before the hour, nor open after it', async () => {
    expect(await front(MOMENTS['in the closing minute'])).not.toMatch(/closes|a fermé/);
    expect(await front(MOMENTS['at the closing instant'])).not.toContain('sont ouvertes');
  });
  it('leads to what some read before they begin, for the exam that was chosen', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const { body } = await server.inject('/?examen=bp');
    expect(body).toContain('href="/comment-s-inscrire?examen=bp"');
    const page = textOf((await server.inject('/comment-s-inscrire')).body).replaceAll('\u00a0', ' ');
    expect(page).toMatch(/sous la main.*pièce d'identité.*définitive quand….*Enregistrer ne suffit donc pas/s);
    await close();
  });
  it('weighs less than 15 kB with its style and icon', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped, { demonstration: true }));
    const html = (await server.inject('/')).body;
    await close();
    const ui = (name: string): string => readFileSync(new URL(`../../ui/${name}`, import.meta.url), 'utf8');
    const theme = fileURLToPath(new URL('../../ui/theme.css', import.meta.url));
    const built = buildSync({ entryPoints: [theme], bundle: true, minify: true, write: false });
    const weight = [html, ...built.outputFiles.map(({ text }) => text), ui('icon.svg')].reduce(
      (sum, file) => sum + brotliCompressSync(file).length,
      0,
    );
    expect(weight).toBeLessThan(15_000);
  });
});

describe('What is typed twice', () => {
  it('is a written exception to accessibility, as long as the academy asks for it', async () => {
    const academies = shipped.academies().map((one) => ({ ...one, account: undefined }));
    const readback = { ...shipped, academies: () => academies };
    for (const [catalogue, isSaid] of [
      [shipped, true],
      [readback, false],
    ] as const) {
      const { server, close } = await openDoor(siteAt(MOMENTS.open, catalogue));
      expect((await server.inject('/accessibilite')).body.includes('WCAG 3.3.7')).toBe(isSaid);
      await close();
    }
  });
});

describe('A public page', () => {
  it('sets no cookie and asks browsers to look again, so that a deadline is never an old one', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const { headers } = await server.inject('/calendrier');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('private, no-cache');
    await close();
  });
  it('may be kept for a second by our own proxy where it is alike for all, and there alone', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const kept = async (url: string) => (await server.inject(url)).headers['x-accel-expires'];
    expect(await kept('/calendrier?examen=bp')).toBe('1');
    for (const url of ['/specialites?metier=coiffure', '/apparence', '/simulateur', '/zorglub', '/calendrier.ics'])
      expect([url, await kept(url)]).toEqual([url, undefined]);
    await close();
  });
  it('is sent once for as long as it says the same, and again when it says something else', async () => {
    let now = MOMENTS.open;
    const { server, close } = await openDoor({ ...siteAt(now, shipped), clock: { now: () => now } });
    const again = (etag: unknown, more = {}) =>
      server.inject({ url: '/', headers: { 'if-none-match': String(etag), 'accept-encoding': 'br', ...more } });
    const { headers } = await server.inject('/');
    expect(headers.etag).toMatch(/^W\/"/);
    const held = await again(headers.etag);
    expect([held.statusCode, held.body, held.headers.etag]).toEqual([304, '', headers.etag]);
    expect((await again(headers.etag, { cookie: 'registre_apparence=dark' })).statusCode).toBe(200);
    now = MOMENTS['at the closing instant'];
    const { statusCode, headers: later } = await again(headers.etag);
    expect([statusCode, later.etag === headers.etag]).toEqual([200, false]);
    await close();
  });
  it.each([
    ['/calendrier', '/calendrier?x=1'],
    ['/calendrier', '/calendrier/?utm_source=lettre&examen=inconnu'],
    ['/aide', '/%61ide?message=fait&page=2'],
    ['/specialites', '/specialites?academie=&examen=zorglub&x='],
    ['/specialites/45033608', '/specialites/4503360%38?metier=coiffure'],
    ['/calendrier.ics', '/calendrier.ics?x=1&examen=zorglub'],
  ])('%s asked as %s is the one that is kept', async (address, odd) => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const [plain, same] = [await server.inject(address), await server.inject(odd)];
    expect(plain.headers.etag).toBeDefined();
    expect([same.statusCode, same.headers.etag, same.body]).toEqual([200, plain.headers.etag, plain.body]);
    await close();
  });
  it('follows the minute, and the colours of each reader', async () => {
    let now = MOMENTS.open;
    const { server, close } = await openDoor({ ...siteAt(now, shipped), clock: { now: () => now } });
    const dark = { url: '/', headers: { cookie: 'registre_apparence=dark' } };
    expect((await server.inject(dark)).body).toContain('data-scheme="dark"');
    expect((await server.inject('/')).body).not.toContain('data-scheme');
    now = MOMENTS['at the closing instant'];
    expect((await server.inject('/')).body).toContain('sont closes');
    await close();
  });
  it('shows what was searched as text', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const { body } = await server.inject('/specialites?metier=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;script');
    await close();
  });
  it('answers 404 for a speciality that is unknown or dormant', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    for (const cfd of ['45099999', '45022304', '%00']) {
      expect((await server.inject(`/specialites/${cfd}`)).statusCode).toBe(404);
    }
    await close();
  });
});

describe('The list of specialities', () => {
  it('forgives accents and plurals, and says what is unknown with whom to ask', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    expect(textOf((await server.inject('/specialites?metier=macons')).body)).toContain('Maçon');
    const found = textOf((await server.inject('/specialites?metier=boucher')).body);
    expect([found.includes('Boucher'), found.includes('Techniques de laboratoire')]).toEqual([true, false]);
    const salon = textOf((await server.inject('/specialites?metier=coiffeuse')).body).replaceAll('\u00a0', ' ');
    expect(salon).toContain('8 unités à passer en 6 épreuves');
    const unknown = textOf((await server.inject('/specialites/45032401')).body);
    expect(unknown).toContain("La liste des épreuves n'est pas encore complète ici");
    expect(unknown.replaceAll('\u00a0', ' ')).toContain('04 73 99 35 06');
    await close();
  });
  it('keeps extra sessions for former candidates, folds the closed, hides the dormant', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const text = textOf((await server.inject('/specialites')).body).replaceAll('\u00a0', ' ');
    expect(text).toContain('Session supplémentaire 2024, réservée aux candidats');
    expect(text).toMatch(/Spécialités fermées[\s\S]*Fleuriste \(ancien règlement\)/);
    expect(text).not.toContain('Aciériste');
    await close();
  });
  it('gives the R.408 deadline as a day that nobody reads too late', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const text = textOf((await server.inject('/specialites/45025411')).body).replaceAll('\u00a0', ' ');
    expect(text).toContain("À déposer avant le vendredi 8 mars 2024, donc jusqu'au jeudi 7 mars 2024 inclus.");
    expect(text).toContain("recommandation R.408 de la Caisse nationale d'assurance maladie des travailleurs salariés");
    expect(text).toContain("L'attestation se donne lors de la confirmation d'inscription.");
    await close();
  });
});

it('What is said of personal data is what the software does: what is erased, when, and that the rest is kept', async () => {
  const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
  const words = textOf((await server.inject('/donnees-personnelles')).body).replaceAll('\u00a0', ' ');
  await close();
  // As long as `catalogue/installation.yaml` says.
  expect(words).toContain('détruit 2 mois après');
  expect(words).toContain('fichier remplacé : 1 an après la dernière correction possible');
  // Each thing is in one list: what goes isn't said to stay, nor the reverse.
  const plain = words.replace(/\s+/g, ' ');
  const [, goes = '', stays = ''] =
    /Ce qui s'efface, et quand(.*)Le reste est gardé 10 ans après la fin.*Ce qui reste, et jusqu'à quand(.*)Rien n'est effacé plus tôt/.exec(
      plain,
    ) ?? [];
  for (const one of [
    "Les documents joints à votre demande d'aménagement",
    'Ce que vous dites et donnez pour expliquer',
  ]) {
    expect(goes).toContain(one);
    expect(stays.toLowerCase()).not.toContain(one.toLowerCase());
  }
  expect(stays).toContain("Votre demande d'aménagement, l'avis du médecin et la décision, sans les documents joints");
  // Who reads of more time: the office may open the summons, the centre has the hour of the end (066, 067).
  expect(plain).toContain(
    "sans la raison. À part vous, seul le chef de bureau, qui prépare l'examen, l'ouvre et l'imprime. Votre gestionnaire ne la voit pas. Le centre voit l'heure à laquelle vous finissez",
  );
  expect(words).toContain('Le rectorat doit encore les confirmer');
  expect(words).not.toContain('proposition');
  expect(words).toContain('Vous pouvez le retirer à tout moment, même après la clôture');
});

it('The officers are said to be those of the school year, as in the notice', async () => {
  const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
  const words = textOf((await server.inject('/contact')).body).replaceAll('\u00a0', ' ');
  await close();
  expect(words).toContain('Tous les gestionnaires, année scolaire 2023-2024');
});

describe('The help', () => {
  it('agrees with the service: one signs on line too, and accommodations are asked for here or by the academy', async () => {
    const { server, close } = await openDoor(siteAt(MOMENTS.open, shipped));
    const words = textOf((await server.inject('/aide')).body).replace(/\s+/g, ' ');
    await close();
    expect(words).toContain('la confirmation se signe aussi en ligne');
    expect(words).toContain('Déposée, à vérifier Votre confirmation signée est bien déposée, à sa date.');
    expect(words).not.toContain('positionné');
    expect(words).not.toContain('Il faut seulement une imprimante');
    expect(words).toMatch(/Envoyez-la depuis la page de votre inscription, ou par la voie de l'académie/);
    expect(words).toContain('cliquez sur « Ajouter »');
    expect(words).toContain("En lecture Votre fichier est reçu et compte à l'heure de sa réception.");
    expect(words).toContain("Je suis dans la salle d'attente");
  });
});
