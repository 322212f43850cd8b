import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { lastMailTo, mailsTo } from '../testing.ts';
import { filledForm, openSite, type Page, withoutKeys } from '../testingSite.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db);
afterAll(async () => {
  await site.server.close();
});

let people = 0;
const newAddress = (): string => `personne${++people}@domaine.fr`;
const send = async (changes: Record<string, string> = {}, address = newAddress()): Promise<Page> => {
  const browser = site.browser();
  await browser.get('/compte/creer');
  return browser.post('/compte/creer', filledForm(address, changes));
};
const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
const faultsOf = (page: Page): readonly string[] =>
  [...page.body.matchAll(/id="champ-(\w+)-erreur"/g)].map((found) => found[1] ?? '');
const storedName = async (address: string): Promise<string | undefined> =>
  (
    await sql<{ birth_name: string }>`
      select birth_name from candidate c join auth_user u on u.id = c.account_id where email = ${address}`.execute(db)
  ).rows[0]?.birth_name;

describe('« Formulaire de création »', () => {
  it('has the fields of the notice, in its order, with its words', async () => {
    const { status, body } = await site.browser().get('/compte/creer');
    expect(status).toBe(200);
    expect(body).toContain('<h1>Création de votre compte candidat</h1>');
    const labels = [...body.matchAll(/<label for="champ-(\w+)">(.*?)<\/label>/g)].map((found) =>
      text(found[2] ?? '').trim(),
    );
    expect(labels).toEqual([
      'Civilité *',
      'Nom de famille *',
      'Confirmation du nom de naissance *',
      "Nom d'usage",
      'Prénoms *',
      'Date de naissance *',
      'Confirmation date de naissance *',
      'Pays de naissance *',
      'Adresse mail *',
      "Confirmation de l'adresse mail *",
      'Mot de passe *',
      'Confirmation du mot de passe *',
    ]);
    const words = text(body);
    for (const said of [
      '(Nom de naissance)',
      '(Nom marital par exemple)',
      "Notez tous les prénoms précisés sur la pièce d'identité.",
      'Exemple : 30/05/1998',
      'Exemple : nom.prenom@domaine.fr',
      'Renseignez une adresse mail fonctionnelle. Elle correspondra à votre identifiant de connexion.',
      '8 à 20 caractères dont majuscule, minuscule et caractère spécial (exemple : . / ! * etc...)',
      'Les champs avec * sont obligatoires.',
      "J'ai déjà un compte",
      'Créer le compte',
    ])
      expect(words, said).toContain(said);
    expect(body).toContain('href="/connexion"');
    for (const token of [
      'given-name',
      'family-name',
      'bday',
      'email',
      'new-password',
      'honorific-prefix',
      'country-name',
    ])
      expect(body, token).toContain(`autocomplete="${token}"`);
    expect(body).not.toMatch(/onpaste|maxlength/);
  });

  it('leads to the activation page, which says where the mail went', async () => {
    const browser = site.browser();
    const address = newAddress();
    await browser.get('/compte/creer');
    const sent = await browser.post('/compte/creer', filledForm(address));
    expect([sent.status, sent.location]).toEqual([303, '/compte/activer']);
    expect(text((await browser.get('/compte/activer')).body)).toContain(`à l'adresse ${address}`);
  });

  it('asks about a well-known domain with a slip, and sends the same form to the address that was meant', async () => {
    const browser = site.browser();
    await browser.get('/compte/creer');
    await browser.post('/compte/creer', filledForm('lea.page@gmail.con'));
    const page = await browser.get('/compte/activer');
    expect(text(page.body)).toContain('Vous avez écrit « lea.page@gmail.con ».');
    expect(page.body).toContain('value="lea.page@gmail.com"');
    const wrong = await browser.post('/compte/activer', { acte: 'corriger', address: 'lea.page' });
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('id="adresse-address-erreur"')]);
    const sent = await browser.post('/compte/activer', { acte: 'corriger', address: 'lea.page@gmail.com' });
    expect([sent.status, sent.location]).toEqual([303, '/compte/activer']);
    const after = text((await browser.get('/compte/activer')).body);
    expect(after).toContain("Un mail vient de partir à l'adresse lea.page@gmail.com");
    expect(after).not.toContain('Vous avez écrit');
    expect(await storedName('lea.page@gmail.com')).toBe('Martin');
    expect(await storedName('lea.page@gmail.con')).toBeUndefined();
    // Elsewhere nothing of the form stands.
    const other = site.browser();
    await other.get('/compte/activer');
    const ended = await other.post('/compte/activer', { acte: 'corriger', address: 'lea.page@gmail.com' });
    expect([ended.status, text(ended.body)]).toEqual([410, expect.stringContaining('Créez votre compte à nouveau')]);
  });

  it('names all that is missing at once, keeps what was typed, and writes nothing', async () => {
    const address = newAddress();
    const page = await send({ birthName: '', firstNames: '', password: '' }, address);
    expect(page.status).toBe(422);
    expect(faultsOf(page)).toEqual(['birthName', 'firstNames', 'password']);
    expect(faultsOf(await send({ birthName: '', password: 'court', passwordAgain: 'court' }))).toEqual([
      'birthName',
      'password',
    ]);
    expect(page.body).toContain(`value="${address}"`);
    expect(page.body).not.toContain('Volvic');
    expect(await mailsTo(db, address)).toEqual([]);
  });

  it('keeps the typed values, never the passwords, when the network is kept waiting', async () => {
    const browser = site.browser();
    await browser.get('/compte/creer');
    await browser.post('/compte/creer', filledForm(newAddress()));
    await sql`update throttle set failures = 99 where bucket like 'accounts signUpFromNetwork%'`.execute(db);
    await browser.post('/compte/creer', filledForm(newAddress()));
    const page = await browser.post('/compte/creer', filledForm('vingt.et.une@domaine.fr'));
    expect(page.status).toBe(429);
    expect(Number(page.header('retry-after'))).toBeGreaterThan(20);
    expect(text(page.body)).toMatch(/attendez \d\d secondes/);
    expect(page.body).toContain('vingt.et.une@domaine.fr');
    expect(page.body).not.toContain('Volvic');
  });
});

describe('What is typed twice', () => {
  it('must be the same: each pair says so by itself', async () => {
    const page = await send({
      birthNameAgain: 'Martun',
      birthDateAgain: '31/05/1998',
      addressAgain: 'autre@domaine.fr',
      passwordAgain: 'Volvic/1466',
    });
    expect(faultsOf(page)).toEqual(['birthNameAgain', 'birthDateAgain', 'addressAgain', 'passwordAgain']);
  });

  it('forgives capitals and spaces, and other ways to write a day, but not in a password', async () => {
    const address = newAddress();
    const good = { birthNameAgain: ' MARTIN ', birthDateAgain: '30 mai 1998', addressAgain: address.toUpperCase() };
    expect((await send(good, address)).status).toBe(303);
    expect(faultsOf(await send({ passwordAgain: 'volvic/1465' }))).toEqual(['passwordAgain']);
  });
});

describe('Names', () => {
  it.each(['D', "D'Ûrville-Nuñez", 'Nguyễn Thị Hương', 'É'.repeat(80), 'O’Brien', 'Müller-Lüdenscheid'])(
    'such as %s are taken as they are',
    async (name) => {
      const address = newAddress();
      const page = await send({ birthName: name, birthNameAgain: name }, address);
      expect(page.status).toBe(303);
      expect(await storedName(address)).toBe(name.replace('’', "'").normalize('NFC'));
    },
  );

  it.each(['王伟', 'Мария', 'É'.repeat(81), '-', 'Martin<script>', 'Martin 3', 'Mar\u202etin王'])(
    'such as %s are refused kindly, with what to do',
    async (name) => {
      const page = await send({ birthName: name, birthNameAgain: name });
      expect([page.status, faultsOf(page)]).toEqual([422, ['birthName']]);
      expect(page.body).not.toContain('<script>');
    },
  );
});

describe('« Date de naissance »', () => {
  it.each([
    ['29/02/2000', true],
    ['30/02/2000', false],
    ['31/12/1899', false],
    ['01/01/1900', true],
    ['30/05/2098', false],
    ['hier', false],
    ['1er mai 1998', true],
  ])('%s', async (day, good) => {
    const page = await send({ birthDate: day, birthDateAgain: day });
    expect([page.status, faultsOf(page)[0]]).toEqual(good ? [303, undefined] : [422, 'birthDate']);
  });

  it('is at least fourteen years before the exam’s today', async () => {
    const { rows } = await sql<{ day: string }>`
      select to_char((business_now() at time zone 'Europe/Paris') - interval '14 years' + interval '1 day', 'DD/MM/YYYY') as day`.execute(
      db,
    );
    const day = rows[0]?.day ?? '';
    expect(text((await send({ birthDate: day, birthDateAgain: day })).body)).toContain('au moins 14 ans');
  });
});

describe('« Mot de passe »', () => {
  it('names each broken rule in one message', async () => {
    const page = await send({ password: 'volvic', passwordAgain: 'volvic' });
    expect(faultsOf(page)).toEqual(['password']);
    expect(text(page.body)).toContain(
      'Le mot de passe doit avoir au moins 8 caractères, une majuscule et un caractère spécial (exemple : . / ! *).',
    );
    const named = await send({ password: 'Martin*1998', passwordAgain: 'Martin*1998' });
    expect(text(named.body)).toContain('Il ne doit pas contenir votre nom.');
    const common = await send({ password: 'Azerty1!', passwordAgain: 'Azerty1!' });
    expect(text(common.body)).toContain('mot de passe très courant');
  });
});

describe('No page tells whether an address has an account', () => {
  it('neither here, nor where a mail or a password is asked again', async () => {
    const known = newAddress();
    await send({}, known);
    const { token } = await lastMailTo(db, known);
    const owner = site.browser();
    await owner.get(`/compte/activer?jeton=${token}`);
    await owner.post('/compte/activer', { lien: token });
    const unknown = known.replace('personne', 'quiconque');
    const walk = async (address: string): Promise<unknown[]> => {
      const browser = site.browser();
      const pages: Page[] = [];
      await browser.get('/compte/creer');
      pages.push(await browser.post('/compte/creer', filledForm(address)));
      pages.push(await browser.get('/compte/activer'));
      pages.push(await browser.post('/compte/activer', { acte: 'renvoyer', address }));
      pages.push(await browser.get('/compte/activer'));
      pages.push(await browser.post('/compte/activer', { acte: 'code', address, code: '000000' }));
      await browser.get('/mot-de-passe-oublie');
      pages.push(await browser.post('/mot-de-passe-oublie', { address }));
      pages.push(await browser.get('/mot-de-passe-oublie?envoye=1'));
      await browser.get('/connexion');
      pages.push(await browser.post('/connexion', { address, password: 'Volvic/1466' }));
      return pages.map(({ status, body, location, setCookies }) => [
        status,
        location,
        withoutKeys(body).replaceAll(address, 'X'),
        setCookies.map((line) =>
          line
            .replace(encodeURIComponent(address), 'X')
            .replace(/form=[^;]+/, 'form=Y')
            // Sealed, and as long for the one as for the other.
            .replace(/arrivee=([^;]*)/, (_, ticket: string) => `arrivee=${ticket.length}`),
        ),
      ]);
    };
    const [one, other] = [await walk(known), await walk(unknown)];
    expect(one.length).toBe(8);
    expect(other).toEqual(one);
  });
});

describe('Confirmations by reading back', () => {
  it('show what was typed once more, ask for the password then, and carry none in the page', async () => {
    const readBack = await openSite(db, {
      policyAt: () => ({ passwordPolicy: 'notice', confirmations: 'readback' }),
    });
    const browser = readBack.browser();
    const address = newAddress();
    const form = (await browser.get('/compte/creer')).body;
    expect(form).not.toContain('birthNameAgain');
    expect(text(form)).not.toContain('Créer le compte');
    const {
      birthNameAgain: _1,
      birthDateAgain: _2,
      addressAgain: _3,
      password: _4,
      passwordAgain: _5,
      ...typed
    } = filledForm(address, { birthName: "D'Ûrville" });
    const shown = await browser.post('/compte/creer', typed);
    expect(shown.status).toBe(200);
    expect(text(shown.body)).toContain("D'Ûrville");
    expect(text(shown.body)).toContain('France');
    expect(await mailsTo(db, address)).toEqual([]);
    const weak = await browser.post('/compte/creer', { ...typed, etape: 'relire', password: 'Durville.63' });
    expect([weak.status, weak.body.includes('Durville.63')]).toEqual([422, false]);
    const back = await browser.post('/compte/creer', { ...typed, etape: 'relire', acte: 'modifier', password: '' });
    expect([back.status, back.body.includes(`value="${address}"`)]).toEqual([200, true]);
    const made = await browser.post('/compte/creer', { ...typed, etape: 'relire', password: 'Volvic/1465' });
    expect([made.status, made.location]).toEqual([303, '/compte/activer']);
    expect(await storedName(address)).toBe("D'Ûrville");
    await readBack.server.close();
  });
});
