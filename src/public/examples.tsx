import type { HeldBack } from '../platform/admission/admission.ts';
import { placeFor } from '../platform/admission/place.ts';
import type { StandingPages } from '../platform/http/faultPages.ts';
import { type Reply, redirect, type Visit } from '../platform/http/visit.ts';
import type { PageExample } from '../ui/examples/index.ts';
import type { Site } from './site.ts';
import { standingPages } from './standing/standingPages.ts';

/** A visit of a page that anybody may look at, for what differs. */
export function visitIn(changes: Partial<Visit> = {}): Visit {
  return {
    method: 'GET',
    path: '/specialites',
    address: '/specialites',
    params: {},
    query: {},
    body: {},
    cookies: {},
    header: () => undefined,
    ip: '192.0.2.1',
    requestId: 'r',
    elapsed: () => 0,
    isSparing: true,
    csrf: () => 'token',
    upload: () => Promise.reject(new Error('none')),
    ...changes,
  };
}

/** A form of our own that came. */
export function postIn(header: Readonly<Record<string, string>> = {}): Partial<Visit> {
  const said: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin', ...header };
  return { method: 'POST', path: '/compte/creer', address: '/compte/creer', header: (name) => said[name] };
}

/** Told to wait from `at` on. `holder`: whose session; '' for a stranger. `about`: seconds until the turn comes; null: nobody can tell. */
export function heldIn(at: number, holder: string, about: number | null = 130): HeldBack {
  return { is: 'wait', place: placeFor(null, holder, at, 15_000), about, again: 20 };
}

const TYPED = { ...postIn(), body: { jeton: 'x', ville: 'Riom', motdepasse_pass: 'x' } };
const stands = (
  code: string,
  name: string,
  state: string,
  use: string,
  answer: (pages: StandingPages, now: number) => Reply,
): PageExample<{ readonly site: Site }> => ({
  code,
  name,
  state,
  use,
  html: ({ site, chrome }) => {
    const seen = { ...site, preview: () => chrome.preview };
    const pages = standingPages({ ...seen, toSignIn: () => redirect('/connexion') });
    return String(answer(pages, site.clock.now().epochMilliseconds).body);
  },
});

/** The pages that stand when others can't. */
export const standingExamples: readonly PageExample<{ readonly site: Site }>[] = [
  stands(
    'attente',
    'WaitingPage',
    'connecté',
    "Trop de monde à la fois\u00a0: chacun attend son tour, et l'on rend les minutes.",
    (pages, now) => pages.waiting(visitIn(), heldIn(now, 'somebody')),
  ),
  stands(
    'attente-visiteur',
    'WaitingPage',
    'sans compte, attente inconnue',
    "Le même, pour qui n'est pas connecté.",
    (pages, now) => pages.waiting(visitIn(), heldIn(now, '', null)),
  ),
  stands(
    'attente-formulaire',
    'WaitingPage',
    'un formulaire attend',
    "Ce qui était écrit revient, à renvoyer d'une pression.",
    (pages, now) => pages.waiting(visitIn(TYPED), heldIn(now, '')),
  ),
  stands(
    'attente-plus-tard',
    'WaitingPage',
    'remis à plus tard',
    "Une page qui ne presse pas attend que l'affluence passe.",
    (pages) => pages.waiting(visitIn(), { is: 'later', again: 60 }),
  ),
  stands(
    'panne',
    'createUnavailable',
    'panne',
    'La base de données est absente. Jamais un mot qui se lise comme une fermeture.',
    (pages) => pages.unavailable(visitIn()),
  ),
  stands(
    'faute',
    'failure',
    'une faute du site',
    "Ce qui a été envoyé peut l'être encore\u00a0; la référence mène à notre journal.",
    (pages) => pages.failure(visitIn(TYPED)),
  ),
  stands(
    'introuvable',
    'notFound',
    'adresse inconnue',
    "L'adresse est montrée\u00a0: une faute de frappe s'y voit.",
    (pages) => pages.notFound(visitIn({ path: '/nulle-part', address: '/nulle-part' })),
  ),
  stands('trop-gros', 'tooLarge', 'fichier trop gros', 'Avant que le fichier ait été lu.', (pages) =>
    pages.tooLarge(visitIn()),
  ),
  stands(
    'jeton-perdu',
    'forged',
    'un formulaire dont le cookie a disparu',
    "Rien de ce qui était écrit n'est perdu.",
    (pages) => pages.forged(visitIn(TYPED)),
  ),
  stands(
    'session-finie',
    'signedOut',
    'la session a pris fin',
    'On se connecte à côté, puis on renvoie ce qui était écrit.',
    (pages) => pages.signIn(visitIn(TYPED)),
  ),
];
