import { h } from 'preact';
import { type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import type { SignedInPerson } from '../account.ts';
import { awaitsCode, signInByCode } from '../actions/signInCode.ts';
import { EndedPage } from '../pages/linkPage.tsx';
import { SignInCodePage } from '../pages/signInCodePage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { signInCodeFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import { browserOf, type Door, doorOf, formAgain, pageFrame, placeFor, visitorAct } from './door.ts';
import { PROOF_COOKIES, proceed, ticketIn } from './proceed.ts';

const PATH = PROOF_COOKIES.mail.path;

/** The second proof of a sign-in. Its ticket is a cookie of this page alone, and of this browser. */
export function signInCodeRoutes(door: Door): readonly Route[] {
  const { anyone } = door.guards;
  return [
    route({
      method: 'GET',
      path: PATH,
      who: anyone,
      handle: async (visit, session) => {
        if (session !== null) return redirect(placeFor(door, doorOf(session), visit.query.suite));
        const waits = await awaitsCode(door.deps, ticketIn(visit, 'mail'));
        return waits ? show(await codePage(door, visit, emptyForm)) : redirect('/connexion');
      },
    }),
    act({
      path: PATH,
      who: anyone,
      refusals,
      note: 'Qui vient de donner son mot de passe se connecte avec le code reçu par mail.',
      fields: signInCodeFields,
      do: ({ code }, _, visit) =>
        signInByCode(door.deps, { ticket: ticketIn(visit, 'mail'), code }, browserOf(door, visit), visitorAct(visit)),
      to: (entered, _, visit) => proceed(door, visit, entered, 'mail'),
      ...formAgain<SignedInPerson | null>((visit, _, state, refusal) =>
        refusal === null || refusal.code === 'sign-in-code-wrong'
          ? codePage(door, visit, state)
          : endedPage(door, visit, refusal),
      ),
    }),
  ];
}

async function codePage(door: Door, visit: Visit, state: FormState) {
  const next = afterSignIn(visit.body.suite ?? visit.query.suite);
  return h(SignInCodePage, { ...(await pageFrame(door, visit)), state, next, mailbox: door.mailbox });
}

/** The code was right, or its time is over: why it opens nothing, and where to go. */
async function endedPage(door: Door, visit: Visit, refusal: Refusal) {
  const again = { href: '/connexion', label: texts.signInCode.again };
  const activate = { href: '/compte/activer', label: texts.signIn.activate };
  return h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: texts.signInCode.title,
    sentence: refusals.inWords(refusal),
    ways: refusal.code === 'not-activated' ? [activate, again] : [again],
  });
}
