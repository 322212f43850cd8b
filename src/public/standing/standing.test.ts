import { afterAll, describe, expect, it } from 'vitest';
import { fieldOn } from '../../testing/words.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

const shipped = await shippedCatalogue();
const door = await openDoor(siteAt(MOMENTS['at the closing instant'], shipped));
afterAll(() => door.close());

const FROM_HERE = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TYPED = new URLSearchParams({ city: "L'<b>Œuvre</b>", cle: 'k', password: 'Volcan.15!' }).toString();

async function token() {
  const answer = await door.server.inject('/essai/jeton');
  return { jeton: answer.body, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}
async function post(url: string, headers: Record<string, string> = FROM_HERE) {
  const { jeton, cookie } = await token();
  const payload = `jeton=${jeton}&${TYPED}`;
  return door.server.inject({ method: 'POST', url, headers: { ...FORM, cookie, ...headers }, payload });
}

describe('A page that does not exist', () => {
  it('keeps its address, shows it as text and gives ways out', async () => {
    const answer = await door.server.inject('/%3Cb%3Enulle-part');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.body).not.toContain('<b>nulle');
    expect(answer.body).toContain('href="/plan-du-site"');
  });
});

describe('A form whose cookie is gone', () => {
  it('loses nothing: one press sends the same answers with a new token, and a new cookie', async () => {
    const answer = await post('/essai/panne?etape=1', { ...FROM_HERE, cookie: '' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('<form class="act" method="post" action="/essai/panne?etape=1">');
    expect(answer.body).toContain('name="city" value="L&#39;&lt;b>Œuvre&lt;/b>"'.replace('&#39;', "'"));
    expect(answer.body).toContain('name="cle" value="k"');
    expect(answer.body.match(/name="jeton"/g)).toHaveLength(1);
    expect(String(answer.headers['set-cookie'])).toContain('registre_form=');
  });
  it('is really taken when it is sent again', async () => {
    const refused = await post('/apparence', { ...FROM_HERE, cookie: '' });
    const cookie = String(refused.headers['set-cookie']).split(';')[0] ?? '';
    const jeton = fieldOn(refused.body, 'jeton');
    const payload = new URLSearchParams({ jeton, apparence: 'dark' }).toString();
    const again = await door.server.inject({
      method: 'POST',
      url: '/apparence',
      headers: { ...FORM, ...FROM_HERE, cookie },
      payload,
    });
    expect(again.statusCode).toBe(303);
  });
  it('never prints a password, and says that it is to be typed again', async () => {
    const answer = await post('/essai/panne', { ...FROM_HERE, cookie: '' });
    expect(answer.body).not.toContain('Volcan');
    expect(textOf(answer.body)).toContain("Votre mot de passe n'est jamais renvoyé");
  });
});

describe('A form forged by another site', () => {
  it.each([{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, { origin: 'https://evil.example' }])(
    'gets no button that would do what it wants: %j',
    async (headers) => {
      const answer = await post('/essai/panne', headers);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).not.toContain('method="post"');
      expect(textOf(answer.body)).toContain("ne venait pas d'une page de ce site");
    },
  );
});

describe('A form sent after the session has ended', () => {
  it('keeps what was typed while the person signs in beside', async () => {
    const answer = await post('/essai/ferme');
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('href="/connexion" target="_blank"');
    expect(answer.body).toContain('action="/essai/ferme"');
    expect(answer.body).toContain('name="city"');
  });
  it('with a file asks to choose it again, after signing in', async () => {
    const { cookie } = await token();
    const answer = await door.server.inject({
      method: 'POST',
      url: '/essai/fichier',
      headers: { cookie, ...FROM_HERE, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('href="/connexion?suite=%2Fessai%2Ffichier"');
    expect(textOf(answer.body)).toContain("Votre fichier n'a pas été reçu");
  });
  it('sends who only wanted to see a page to the door', async () => {
    const answer = await door.server.inject('/essai/ferme');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/connexion']);
  });
});

describe('An outage', () => {
  it.each(Object.entries(MOMENTS))('%s, is never read as the end of enrolments', async (_, now) => {
    const { server, close } = await openDoor(siteAt(now, shipped));
    const answer = await server.inject('/essai/panne');
    await close();
    const text = textOf(answer.body);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('60');
    expect(text).not.toMatch(/\bclos|fermé|terminée/i);
    expect(text).toContain('Vos réponses enregistrées sont conservées');
    expect(text).toContain("Ce n'est pas une fermeture");
    expect(answer.body).not.toContain('name="jeton"');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
  it('gives each visitor the reference of their own request', async () => {
    const references = await Promise.all(
      [1, 2].map(
        async () => /class="identifier"[^>]*>([^<]*)</.exec((await door.server.inject('/essai/panne')).body)?.[1],
      ),
    );
    expect(references[0]).toMatch(/^[0-9a-f-]{13}$/);
    expect(references[0]).not.toBe(references[1]);
  });
  it('gives a form back, to be sent again', async () => {
    const answer = await post('/essai/panne');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('action="/essai/panne"');
    expect(answer.body).toContain('name="city"');
    expect(textOf(answer.body)).not.toMatch(/\bclos|fermé/i);
  });
});

describe('A fault of ours', () => {
  it('gives a reference and no detail', async () => {
    const answer = await door.server.inject('/essai/faute');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret detail');
    expect(answer.body).toMatch(/class="identifier"[^>]*>[0-9a-f-]{13}</);
  });
  it('gives a form back, to be sent again', async () => {
    expect((await post('/essai/faute')).body).toContain('name="city"');
  });
});

describe('What the server can not read', () => {
  it('a search that no address holds says what to shorten', async () => {
    const at = await door.server.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${at}/specialites?metier=${'é'.repeat(3_000)}`);
    expect([answer.status, (await answer.text()).includes('raccourcissez votre texte')]).toEqual([431, true]);
  });
  it('too large is 413, unreadable is 400; both say what to do', async () => {
    const { cookie } = await token();
    const large = await door.server.inject({
      method: 'POST',
      url: '/essai/panne',
      headers: { ...FORM, cookie, ...FROM_HERE },
      payload: `a=${'x'.repeat(300_000)}`,
    });
    expect([large.statusCode, large.body.includes('href="/aide#taille"')]).toEqual([413, true]);
    const unreadable = await door.server.inject({
      method: 'POST',
      url: '/essai/panne',
      headers: { 'content-type': 'application/json', ...FROM_HERE },
      payload: '{',
    });
    expect([unreadable.statusCode, unreadable.body.includes('compris cette demande')]).toEqual([400, true]);
  });
});
