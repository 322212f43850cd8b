import { h } from 'preact';
import { type Reply, type Route, redirect, route, type Visit, withCookies } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show } from '../../ui/index.ts';
import { signIn } from '../actions/signIn.ts';
import { SignInPage } from '../pages/signInPage.tsx';
import { SignOutPage } from '../pages/signOutPage.tsx';
import { afterSignIn } from '../rules/afterSignIn.ts';
import { SECOND_FACTOR } from '../secondProofAddresses.ts';
import { signInFields } from '../signInForms.ts';
import { leave } from './demonstration.ts';
import { browserOf, type Door, doorOf, pageFrame, placeFor, refused, showRefused, visitorAct } from './door.ts';
import { proceed } from './proceed.ts';
import { rememberAddress } from './sentTo.ts';

export function signInRoutes(door: Door): readonly Route[] {
  const { anyone } = door.guards;
  return [
    route({
      method: 'GET',
      path: '/connexion',
      who: anyone,
      handle: async (visit, session) => {
        if (session !== null) return redirect(placeFor(door, doorOf(session), visit.query.suite));
        if ((await door.sessions.holderOf(visit)) !== null) return redirect(SECOND_FACTOR);
        return show(await signInPage(door, visit, emptyForm));
      },
    }),
    route({
      method: 'POST',
      path: '/connexion',
      who: anyone,
      note: 'Toute personne se connecte avec son adresse et son mot de passe.',
      handle: (visit) => enter(door, visit),
    }),
    route({
      method: 'GET',
      path: '/deconnexion',
      who: anyone,
      handle: async (visit, session) =>
        show(h(SignOutPage, { ...(await pageFrame(door, visit)), open: session !== null })),
    }),
    route({
      method: 'POST',
      path: '/deconnexion',
      who: anyone,
      note: 'Toute personne connectée se déconnecte.',
      handle: async (visit) => withCookies(redirect('/connexion?message=deconnexion'), await leave(door, visit)),
    }),
  ];
}

async function signInPage(door: Door, visit: Visit, state: FormState, mustActivate = false) {
  const next = afterSignIn(visit.body.suite ?? visit.query.suite);
  return h(SignInPage, { ...(await pageFrame(door, visit)), state, next, mustActivate });
}

async function enter(door: Door, visit: Visit): Promise<Reply> {
  const read = parseForm(signInFields, visit.body);
  if (!read.ok) return show(await signInPage(door, visit, read.error), 422);
  const address = read.value.address.toLowerCase();
  const entered = await signIn(door.deps, { ...read.value, address }, browserOf(door, visit), visitorAct(visit));
  if (entered.ok) return proceed(door, visit, entered.value, null);
  const mustActivate = entered.error.code === 'not-activated';
  const node = await signInPage(door, visit, refused(signInFields, visit, entered.error), mustActivate);
  const answer = showRefused(node, entered.error);
  return mustActivate ? withCookies(answer, [rememberAddress(door.deps.publicUrl, address)]) : answer;
}

/** For the platform's standing page: who isn't signed in goes to the door, and comes back to where they were. */
export function toSignIn(visit: Visit): Reply {
  const next = afterSignIn(visit.method === 'GET' ? visit.address : visit.path);
  return redirect(next === null ? '/connexion' : `/connexion?suite=${encodeURIComponent(next)}`);
}
