import { expect, it } from 'vitest';
import { makePdf } from './support/documents.ts';
import { linkIn } from './support/mailbox.ts';
import { ownMailbox, ownSite } from './support/stage.ts';
import {
  accountForm,
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  signIn,
} from './support/visitor.ts';

/** What the server writes when it is asked to write everything it can. */
const mailbox = await ownMailbox();
const registre = await ownSite({
  REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
  LOG_LEVEL: 'trace',
  SMTP_URL: mailbox.url,
});

const CAMILLE = 'camille@demo.registre.fr';
const GUESS = 'Volcan.Puy-1466';

it('holds no cookie, password, code, link, token or address, at the level of trace', async () => {
  mailbox.refuse('nobody@demo.registre.fr');
  const visitor = createVisitor(registre.url);
  await signIn(visitor, CAMILLE, DEMONSTRATION_PASSWORD);
  const draft = await fillDraft(visitor, 'bp-2024-clermont');
  expect((await visitor.fill(`${draft}/recapitulatif`, {})).status).toBe(303);
  expect((await visitor.deposit(`${draft}/justificatifs/DOMICIL`, makePdf('d'), 'd.pdf')).status).toBe(303);
  const secrets = [CAMILLE, DEMONSTRATION_PASSWORD, GUESS, ...valuesOf(visitor.cookies())];

  const forgetful = createVisitor(registre.url, '192.0.2.1');
  await forgetful.fill('/mot-de-passe-oublie', { address: CAMILLE });
  const link = new URL(linkIn(await mailbox.take(/mot de passe/)));
  expect((await forgetful.get(link.pathname + link.search)).status).toBe(200);
  const guesser = createVisitor(registre.url, '192.0.2.2');
  for (let time = 0; time < 5; time++) await guesser.fill('/connexion', { address: CAMILLE, password: GUESS });
  await guesser.fill('/connexion', { address: CAMILLE, password: DEMONSTRATION_PASSWORD });
  const { subject = '' } = await mailbox.take(/code de connexion/);
  const code = /\d{6}/.exec(subject)?.[0] ?? 'no code';
  const ticket = valuesOf(guesser.cookies());
  expect((await guesser.fill('/connexion/code', { code })).status).toBe(303);
  secrets.push(link.searchParams.get('jeton') ?? 'no token', code, ...ticket, ...valuesOf(guesser.cookies()));

  // What makes the log speak: a form that isn't ours, an upload without its token, nonsense, a mail that is refused, a fault.
  const { html } = await visitor.get('/compte/mot-de-passe');
  secrets.push(hiddenFields(html).jeton ?? 'no form');
  expect((await visitor.post('/compte/mot-de-passe', { jeton: 'x', current: GUESS })).status).toBe(403);
  const body = new FormData();
  body.append('jeton', 'x');
  expect((await visitor.send({ action: `${draft}/justificatifs/DOMICIL`, body })).status).toBe(403);
  expect((await visitor.get(`/compte/activer?jeton=${GUESS}`)).status).toBe(410);
  const stranger = createVisitor(registre.url, '192.0.2.3');
  await stranger.fill(
    '/compte/creer',
    accountForm('nobody@demo.registre.fr', { birthName: 'Martin', firstNames: 'Camille' }, GUESS),
  );
  const json = {
    method: 'POST',
    headers: { cookie: visitor.cookies(), 'content-type': 'application/json' },
    body: '{',
  };
  expect((await fetch(new URL('/connexion', registre.url), json)).status).toBe(400);
  await registre.stop();

  const written = registre.output();
  expect(written).toMatch(/"level":"(trace|debug)"/);
  expect(written).toContain('starting multipart parsing');
  expect(written).toContain('"route":"/compte/activer"');
  // The accounts of a demonstration are printed for whoever starts it, before anybody comes.
  const since = written.slice(written.indexOf('{"level"', written.lastIndexOf(DEMONSTRATION_PASSWORD)));
  const leaked = [...new Set(secrets)].filter((secret) => secret.length > 5 && since.includes(secret));
  expect(leaked).toEqual([]);
  expect(since).not.toMatch(/registre_(session|form|connexion|activation)=|set-cookie|nobody@/i);
}, 600_000);

function valuesOf(cookies: string): readonly string[] {
  return cookies.split('; ').flatMap((one) => {
    const value = one.slice(one.indexOf('=') + 1);
    return value === '' ? [] : [value, decodeURIComponent(value)];
  });
}
