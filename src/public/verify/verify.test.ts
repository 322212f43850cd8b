import { afterAll, describe, expect, it } from 'vitest';
import { publicVerification } from '../../papers/index.ts';
import { issuedPapers } from '../../testing/issuedPapers.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

const papers = await issuedPapers();
const site = siteAt(MOMENTS.open, await shippedCatalogue());
const door = await openDoor(site, { papers: publicVerification(papers.db) });
const server = door.server;
afterAll(async () => {
  await door.close();
  await papers.end();
});

const asked = (fields: Readonly<Record<string, string>>, remoteAddress = '192.0.2.1') =>
  server.inject({ url: `/verifier?${new URLSearchParams(fields)}`, remoteAddress });
const words = (body: string): string => textOf(body).replace(/\s+/g, ' ');

describe('« Vérifier un document »', () => {
  it('may use the camera, as no other page, and needs no script', async () => {
    const { headers, body } = await server.inject('/verifier');
    expect(headers['permissions-policy']).toContain('camera=(self)');
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).toContain('action="/verifier"');
    expect((await server.inject('/calendrier')).headers['permissions-policy']).toContain('camera=()');
  });

  it('says of a code what the paper is, and keeps what was typed', async () => {
    const { statusCode, body, headers } = await asked({ code: papers.confirmation.code, nom: 'camille martin' });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const said = words(body);
    expect(said).toContain('Document authentique');
    expect(said).toContain(papers.confirmation.reference);
    expect(said).toContain('15 novembre 2023');
    expect(said).toContain('« camille martin » est bien le nom imprimé.');
    expect(body).toContain(`value="${papers.confirmation.code}"`);
    expect(body).toContain('content="noindex"');
    expect(said).not.toMatch(/Martin|Aurillac/);
  });

  it('warns when the name is another', async () => {
    const { body } = await asked({ code: papers.confirmation.code, nom: '<b>Zoé</b>' });
    expect(body).toContain('class="alert warn"');
    expect(body).toContain('&lt;b>Zoé&lt;/b>');
  });

  it('opens from a square code, as a telephone reads it', async () => {
    const { statusCode, headers } = await server.inject(new URL(papers.square).pathname);
    expect(statusCode).toBe(303);
    const { body } = await server.inject(String(headers.location));
    expect(words(body)).toContain('Document authentique');
    expect(words(body)).toContain('Page visée');
  });

  it.each([
    ['nothing', { code: '  ' }, 'Indiquez le code de vérification'],
    ['what is no code', { code: 'BP24-00001-U' }, "Celui-ci n'a pas cette forme"],
    ['too long a name', { code: '0000-0000-0000', nom: 'é'.repeat(201) }, '200'],
    ['a character that nobody types', { code: '0000\u0000' }, "Celui-ci n'a pas cette forme"],
  ])('asks again for %s, with the field and the way out', async (_, fields, sentence) => {
    const { statusCode, body } = await asked(fields, '192.0.2.2');
    expect(statusCode).toBe(422);
    expect(words(body)).toContain(sentence);
    expect(body).toContain('role="alert"');
  });

  it('says that nobody issued a paper of that code', async () => {
    const { statusCode, body } = await asked({ code: '0000-0000-0000' }, '192.0.2.3');
    expect(statusCode).toBe(200);
    expect(words(body)).toContain('Document inconnu');
  });

  it('tells a network that tries code after code to wait, and no other', async () => {
    const tries = await Promise.all(Array.from({ length: 45 }, () => asked({ code: '0000-0000-0000' }, '192.0.2.4')));
    const late = tries.find(({ statusCode }) => statusCode === 429);
    expect(tries.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThanOrEqual(40);
    expect(Number(late?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(words(late?.body ?? '')).toContain('Trop de vérifications');
    expect((await asked({ code: '0000-0000-0000' }, '192.0.2.5')).statusCode).toBe(200);
  });
});

describe('The public keys', () => {
  it('are a JSON Web Key Set that any site may read', async () => {
    const { headers, body } = await server.inject('/verifier/cles.json');
    expect(headers['access-control-allow-origin']).toBe('*');
    const [key] = JSON.parse(body).keys;
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA' });
    expect(Buffer.from(key.x, 'base64url')).toHaveLength(32);
  });

  it('stand in the page that verifies without us, which is saved and sends nothing', async () => {
    const { headers, body } = await server.inject('/verifier/hors-ligne');
    expect(headers['content-disposition']).toContain('attachment; filename="verifier-un-document.html"');
    expect(body).toContain(JSON.parse((await server.inject('/verifier/cles.json')).body).keys[0].x);
    expect(body).toContain("default-src 'none'");
    expect(body).not.toContain('"KEYS"');
  });
});
