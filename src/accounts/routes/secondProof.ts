import { h } from 'preact';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { awaitsSecondFactor, signInBySecondFactor } from '../actions/secondProof.ts';
import { EndedPage } from '../pages/linkPage.tsx';
import { SecondProofPage } from '../pages/secondProofPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { secondProofFields } from '../signInForms.ts';
import { browserOf, type Door, doorOf, pageFrame, placeFor, refused, showRefused, visitorAct } from './door.ts';
import { PROOF_PAGES, proceed, ticketIn } from './proceed.ts';

const { path } = PROOF_PAGES.application;
const words = secondFactorTexts.proof;

/** The code of an application, after the password. */
export function secondProofRoutes(door: Door): readonly Route[] {
  const { anyone } = door.guards;
  return [
    route({
      method: 'GET',
      path,
      who: anyone,
      handle: async (visit, session) => {
        if (session !== null) return redirect(placeFor(door, doorOf(session), visit.query.suite));
        const waits = await awaitsSecondFactor(door.deps, ticketIn(visit, 'application'));
        return waits ? show(await proofPage(door, visit, emptyForm)) : redirect('/connexion');
      },
    }),
    route({ method: 'POST', path, who: anyone, handle: (visit) => enter(door, visit) }),
  ];
}

async function proofPage(door: Door, visit: Visit, state: FormState) {
  const next = afterSignIn(visit.body.suite ?? visit.query.suite);
  return h(SecondProofPage, { ...(await pageFrame(door, visit)), action: path, state, next });
}

async function enter(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(secondProofFields, visit.body);
  if (!read.ok) return show(await proofPage(door, visit, read.error), 422);
  const typed = { ticket: ticketIn(visit, 'application'), code: read.value.code };
  const entered = await signInBySecondFactor(door.deps, typed, browserOf(door, visit), visitorAct(visit));
  if (entered.ok) return proceed(door, visit, entered.value, 'application');
  const { error } = entered;
  if (isOver(error)) return ended(door, visit, error);
  return showRefused(await proofPage(door, visit, refused(secondProofFields, visit, error, 'code')), error);
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
