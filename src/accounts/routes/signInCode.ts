import { h } from 'preact';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { awaitsCode, signInByCode } from '../actions/signInCode.ts';
import { EndedPage } from '../pages/linkPage.tsx';
import { SignInCodePage } from '../pages/signInCodePage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { signInCodeFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import { browserOf, type Door, doorOf, pageFrame, placeFor, refused, showRefused, visitorAct } from './door.ts';
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
    route({
      method: 'POST',
      path: PATH,
      who: anyone,
      note: 'Qui vient de donner son mot de passe se connecte avec le code reçu par mail.',
      handle: (visit) => enterByCode(door, visit),
    }),
  ];
}

async function codePage(door: Door, visit: Visit, state: FormState) {
  const next = afterSignIn(visit.body.suite ?? visit.query.suite);
  return h(SignInCodePage, { ...(await pageFrame(door, visit)), state, next, mailbox: door.mailbox });
}

async function enterByCode(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(signInCodeFields, visit.body);
  if (!read.ok) return show(await codePage(door, visit, read.error), 422);
  const typed = { ticket: ticketIn(visit, 'mail'), code: read.value.code };
  const entered = await signInByCode(door.deps, typed, browserOf(door, visit), visitorAct(visit));
  if (entered.ok) return proceed(door, visit, entered.value, 'mail');
  const { error } = entered;
  if (error.code === 'sign-in-code-wrong')
    return showRefused(await codePage(door, visit, refused(signInCodeFields, visit, error, 'code')), error);
  return ended(door, visit, error);
}

/** The code was right, or its time is over: why it opens nothing, and where to go. */
async function ended(door: Door, visit: Visit, refusal: Refusal): Promise<Reply> {
  const again = { href: '/connexion', label: texts.signInCode.again };
  const activate = { href: '/compte/activer', label: texts.signIn.activate };
  const node = h(EndedPage, {
    ...(await pageFrame(door, visit)),
    title: texts.signInCode.title,
    sentence: refusals.inWords(refusal),
    ways: refusal.code === 'not-activated' ? [activate, again] : [again],
  });
  return showRefused(node, refusal);
}
