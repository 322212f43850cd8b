import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublicVerification } from '../../papers/index.ts';
import { networkOf } from '../../platform/http/network.ts';
import { createPace } from '../../platform/http/pace.ts';
import { permissions } from '../../platform/http/permissions.ts';
import {
  everyone,
  file,
  json,
  page,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, renderPage, typedForm, withFault } from '../../ui/index.ts';
import { hasForms, visitorChrome } from '../chrome.ts';
import { sessionOrNull } from '../routes/sessionOrNull.ts';
import type { PublicDeps } from '../site.ts';
import { texts } from '../texts.ts';
import { verifyFields } from './verifyForm.ts';
import { type Verified, VerifyPage } from './verifyPage.tsx';

const say = texts.verify;

/** Checks of one network: an employer with a pile of papers is served, whoever tries codes one after the other is not. */
const PACE = { burst: 40, perSecond: 0.5 } as const;

const OFFLINE = path.join(import.meta.dirname, 'offline.html');
const KEYS_GO_HERE = '"KEYS"';

/** `/verifier`, by code or by square code; the public keys; a page that verifies square codes without us. */
export function verifyRoutes(deps: PublicDeps): readonly Route[] {
  const { papers } = deps;
  const takePace = createPace(PACE);
  const get = (address: string, handle: (visit: Visit) => Promise<Reply>): Route =>
    route({ method: 'GET', path: address, who: everyone, handle });
  return [
    get('/verifier', (visit) => answer(deps, visit, takePace)),
    // What a telephone reads in a square code.
    get('/V/:signs', async ({ params }) => redirect(`/verifier?code=${encodeURIComponent(params.signs ?? '')}`)),
    route({
      method: 'GET',
      path: '/verifier/cles.json',
      who: everyone,
      open: true,
      handle: async () => json(await keySet(papers)),
    }),
    get('/verifier/cachets.pem', async () => {
      const whole = Buffer.from((await papers.seals()).join('\n'));
      return file(whole, 'application/x-pem-file', say.sealsFile, 'attachment', whole.length);
    }),
    get('/verifier/hors-ligne', async () => {
      const keys = JSON.stringify(await keySet(papers));
      const whole = Buffer.from(readFileSync(OFFLINE, 'utf8').replace(KEYS_GO_HERE, keys));
      return file(whole, 'text/html; charset=utf-8', say.offlineFile, 'attachment', whole.length);
    }),
  ];
}

async function answer(deps: PublicDeps, visit: Visit, takePace: (who: string) => number): Promise<Reply> {
  const { query } = visit;
  if (query.code === undefined) return show(deps, visit, emptyForm, null, 200);
  const read = parseForm(verifyFields, query);
  if (!read.ok) return show(deps, visit, read.error, null, 422);
  const state = typedForm(verifyFields, query);
  const wait = takePace(networkOf(visit.ip));
  if (wait > 0) {
    const reply = await show(deps, visit, withFault(state, null, say.tooOften(wait)), null, 429);
    return { ...reply, headers: { ...reply.headers, 'retry-after': String(wait) } };
  }
  const { code, nom } = read.value;
  const verified = await deps.papers.verify({ code, name: nom ?? '' });
  if (!verified.ok) return show(deps, visit, withFault(state, 'code', say.unreadable), null, 422);
  return show(deps, visit, state, { verification: verified.value, name: nom }, 200);
}

async function show(
  deps: PublicDeps,
  visit: Visit,
  state: FormState,
  verified: Verified | null,
  status: number,
): Promise<Reply> {
  const session = await sessionOrNull(deps, visit);
  const chrome = visitorChrome(deps, visit, { session, csrf: hasForms(deps, visit, session) ? visit.csrf() : null });
  const reply = page(renderPage(<VerifyPage chrome={chrome} state={state} verified={verified} />), status);
  return { ...reply, headers: { ...reply.headers, 'permissions-policy': permissions('camera') } };
}

/** A JSON Web Key Set (RFC 7517, RFC 8037). */
async function keySet(papers: PublicVerification) {
  return { keys: (await papers.keys()).map(({ id, jwk }) => ({ ...jwk, kid: id, alg: 'EdDSA', use: 'sig' })) };
}
