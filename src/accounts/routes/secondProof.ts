import { h } from 'preact';
import { json, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/result.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { askPasskey, signInByPasskey } from '../actions/passkeyProof.ts';
import { signInBySecondFactor, waysToProve } from '../actions/secondProof.ts';
import { EndedPage } from '../pages/linkPage.tsx';
import { SecondProofPage } from '../pages/secondProofPage.tsx';
import { headersOf, type Refusal, refusals } from '../refusals.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { secondProofFields } from '../signInForms.ts';
import { browserOf, type Door, doorOf, pageFrame, placeFor, refused, showRefused, textIn, visitorAct } from './door.ts';
import { PROOF_COOKIES, proceed, ticketIn } from './proceed.ts';

const { path } = PROOF_COOKIES.application;
const ASK = `${path}/defi`;
const words = secondFactorTexts.proof;

/** The code of an application or a passkey, after the password. */
export function secondProofRoutes(door: Door): readonly Route[] {
  const { anyone } = door.guards;
  return [
    route({
      method: 'GET',
      path,
      who: anyone,
      handle: async (visit, session) => {
        if (session !== null) return redirect(placeFor(door, doorOf(session), visit.query.suite));
        const page = await proofPage(door, visit, emptyForm);
        return page === null ? redirect('/connexion') : show(page);
      },
    }),
    route({
      method: 'POST',
      path,
      who: anyone,
      note: "Qui vient de donner son mot de passe se connecte avec sa clé d'accès ou un code de son application.",
      handle: (visit) => enter(door, visit),
    }),
    route({
      method: 'POST',
      path: ASK,
      who: anyone,
      note: "Qui vient de donner son mot de passe demande ce que sa clé d'accès doit signer.",
      handle: (visit) => giveChallenge(door, visit),
    }),
  ];
}

/** For the browser: what a passkey has to sign, or why not. */
async function giveChallenge(door: Door, visit: Visit): Promise<Reply> {
  const party = door.relyingPartyAt(visit);
  const asked =
    party === null
      ? refuse<Refusal>({ code: 'passkeys-nowhere' })
      : await askPasskey(door.deps, party, ticketIn(visit, 'application'));
  if (asked.ok) return json(asked.value);
  const said = json({ refusal: refusals.inWords(asked.error) }, refusals.status(asked.error));
  return { ...said, headers: { ...said.headers, ...headersOf(asked.error) } };
}

/** null: the ticket waits for nothing. */
async function proofPage(door: Door, visit: Visit, state: FormState) {
  const ways = await waysToProve(door.deps, ticketIn(visit, 'application'));
  if (ways === null) return null;
  const host = door.relyingPartyAt(visit)?.host;
  const hosts = [...new Set(ways.passkeys.map((key) => key.host))];
  return h(SecondProofPage, {
    ...(await pageFrame(door, visit)),
    action: path,
    ask: ASK,
    state,
    next: afterSignIn(visit.body.suite ?? visit.query.suite),
    application: ways.application,
    passkey: host !== undefined && hosts.includes(host),
    elsewhere: hosts,
  });
}

/** By what a passkey signed, or by a code. */
async function enter(door: Door, visit: Visit): Promise<Reply> {
  const ticket = ticketIn(visit, 'application');
  const by = [browserOf(door, visit), visitorAct(visit)] as const;
  const answer = textIn(visit.body, 'reponse');
  const party = door.relyingPartyAt(visit);
  if (answer !== '' && party !== null) {
    const entered = await signInByPasskey(door.deps, party, { ticket, answer }, ...by);
    return entered.ok
      ? proceed(door, visit, entered.value, 'application')
      : refusedProof(door, visit, entered.error, null);
  }
  const read = parseForm(secondProofFields, visit.body);
  if (!read.ok) {
    const page = await proofPage(door, visit, read.error);
    return page === null ? ended(door, visit, { code: 'second-factor-ended' }) : show(page, 422);
  }
  const entered = await signInBySecondFactor(door.deps, { ticket, code: read.value.code }, ...by);
  return entered.ok
    ? proceed(door, visit, entered.value, 'application')
    : refusedProof(door, visit, entered.error, 'code');
}

async function refusedProof(door: Door, visit: Visit, error: Refusal, field: string | null): Promise<Reply> {
  const page = isOver(error) ? null : await proofPage(door, visit, refused(secondProofFields, visit, error, field));
  return page === null ? ended(door, visit, error) : showRefused(page, error);
}

/** Another code would open nothing either. */
function isOver({ code }: Refusal): boolean {
  return code === 'second-factor-ended' || code === 'access-closed' || code === 'credentials-wrong';
}

async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const node = h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: words.title,
    sentence: refusals.inWords(refusal),
    ways: [{ href: '/connexion', label: words.again }],
  });
  return showRefused(node, refusal);
}
