import type { JSX } from 'preact';
import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import type { Enrolment, Reserve } from '../enrolment/index.ts';
import type { OwnLine, PieceWithFiles, Remaining, Todo } from '../pieces/index.ts';
import type { PageExample } from '../ui/examples/index.ts';
import { type Chrome, renderPage } from '../ui/index.ts';
import { HubPage } from './pages/hub/hubPage.tsx';
import type { HubView } from './pages/hub/view.ts';
import { type ListedEnrolment, ListPage } from './pages/listPage.tsx';

type Around = { readonly catalogue: Catalogue; readonly session: ResolvedSession };

const REGISTERED_AT = Temporal.Instant.from('2023-11-14T10:00:00Z');
const NOW = Temporal.Instant.from('2023-11-15T10:00:00+01:00');

/** Registered, with what the pages of a candidate read of it. */
const registered = {
  id: 'x',
  status: 'registered',
  number: 'BP24-00001-U',
  version: 1,
  registeredAt: REGISTERED_AT,
  validatedAt: null,
  working: null,
};

/** Set aside by an officer, with their words. */
export const SET_ASIDE: Reserve = {
  version: 1,
  reasons: [],
  raisedAt: REGISTERED_AT,
  fallen: null,
  decisions: [
    {
      ...{ decision: 'set-aside', words: 'Dix semaines.', ground: 'D337-102', officerId: 'y', author: null },
      at: Temporal.Instant.from('2023-11-14T11:00:00Z'),
    },
  ],
};

const unread = { id: 'f', kept: { unread: true } };

/** The office asks for an answer before it decides. */
const ANSWER: OwnLine = {
  ...{
    who: 'candidate',
    act: 'other',
    state: 'todo',
    href: '/candidatures/x/procedures/y',
    answer: { act: 'Répondre', cures: [] },
  },
  ...{ title: 'Le rectorat vous demande votre réponse', label: 'Répondre au rectorat', mail: null },
  ...{ until: Temporal.Instant.from('2024-03-24T00:00:00+01:00'), piece: null, detail: null, otherwise: 'Décidé.' },
};

const CURE: Todo = {
  who: 'candidate',
  act: 'correct',
  mode: 'online',
  code: 'DOMICIL',
  until: Temporal.Instant.from('2024-03-24T00:00:00+01:00'),
};

/** What differs from a registered enrolment of which nothing remains but its check. */
export type HubState = {
  readonly next?: Remaining['next'];
  /** Codes of pieces whose time is over. */
  readonly late?: readonly string[];
  readonly lines?: Remaining['lines'];
  readonly later?: Remaining['later'];
  readonly underReserve?: Enrolment['reserve'];
  readonly reserve?: Reserve;
  readonly pieces?: readonly PieceWithFiles[];
  readonly comments?: ReadonlyMap<string, string>;
} & Partial<Pick<HubView, 'summons' | 'results' | 'now'>>;

/** States of a hub that take an office, and time, to reach. */
export const HUB_STATES = {
  checked: {},
  late: { late: ['DOMICIL'] },
  unreadable: { late: ['DOMICIL'], comments: new Map([['DOMICIL', 'Votre fichier a.pdf n’a pas pu être lu.']]) },
  read: {
    lines: [{ who: 'nobody', act: 'read', codes: ['CINSIG01'], files: 2 }],
    pieces: [{ code: 'CINSIG01', files: [unread, unread], givenAgainAt: null } as unknown as PieceWithFiles],
  },
  aside: { underReserve: 'upheld' },
  asked: { next: ANSWER, lines: [ANSWER] },
  cured: { next: CURE, lines: [CURE, { ...ANSWER, answer: { act: 'Répondre', cures: ['DOMICIL'] } }] },
} as const satisfies Readonly<Record<string, HubState>>;

export function hubIn(
  { catalogue, session, chrome }: Around & { readonly chrome: Chrome },
  { next = null, late = [], lines = [], later = [], underReserve = null, reserve, ...more }: HubState,
): JSX.Element {
  return (
    <HubPage
      chrome={chrome}
      enrolment={{ ...registered, reserve: underReserve } as unknown as Enrolment}
      reserve={reserve ?? (underReserve === null ? null : SET_ASIDE)}
      session={session}
      catalogue={catalogue}
      review={{ qualification: null } as never}
      comments={new Map()}
      pieces={[]}
      remaining={{
        lines: [...lines, ...(late.length === 0 ? [] : [{ who: 'office', act: 'late', codes: late } as const])],
        next,
        deadline: null,
        acts: [{ name: 'checked', state: 'waiting' }],
        given: 0,
        asked: 1,
        checked: 0,
        refused: 0,
        later,
        standings: new Map(),
      }}
      unread={0}
      messages={{ toRead: 0, waiting: 0 }}
      accommodation={null}
      remedies={[]}
      isTyped={false}
      summons={null}
      calls={[]}
      cancelled={null}
      history={[]}
      now={NOW}
      notified={null}
      flash={null}
      {...more}
    />
  );
}

/** *Mes inscriptions* with one, of which the office asks for an answer. */
export function listIn({
  catalogue,
  session,
  chrome,
  soon = null,
}: Around & { readonly chrome: Chrome } & Pick<ListedEnrolment, 'soon'>): JSX.Element {
  return (
    <ListPage
      chrome={chrome}
      catalogue={catalogue}
      enrolments={[
        {
          enrolment: { ...registered, session: session.code, savedAt: registered.registeredAt } as never,
          ...{ speciality: null, session: 'Session 2024', step: 'recapitulatif', soon },
          remaining: { ...({} as Remaining), next: ANSWER, deadline: ANSWER.until, lines: [ANSWER] },
        },
      ]}
      flash={null}
    />
  );
}

const hub = (state: keyof typeof HUB_STATES, code: string, said: string, use: string): PageExample<Around> => ({
  code,
  name: 'HubPage',
  state: said,
  use,
  html: (around) => renderPage(hubIn(around, HUB_STATES[state])),
});

/** A candidate's pages in states that are hard to reach. */
export const candidateExamples: readonly PageExample<Around>[] = [
  hub('checked', 'dossier-en-controle', 'rien à faire', 'Tout est donné\u00a0: le rectorat contrôle.'),
  hub('read', 'dossier-en-lecture', 'des fichiers attendent', "Des fichiers sont reçus et n'ont pas encore été lus."),
  hub(
    'unreadable',
    'dossier-en-retard',
    'clos, une pièce manque',
    "Le délai d'une pièce est passé, et son fichier était illisible.",
  ),
  hub(
    'aside',
    'dossier-ecarte',
    'candidature écartée',
    "Une décision écarte la candidature et n'est pas encore notifiée.",
  ),
  hub('asked', 'dossier-reponse', 'une réponse est demandée', 'Le rectorat demande une réponse avant de décider.'),
  hub('cured', 'dossier-correction', 'une pièce à corriger', 'Corriger la pièce met fin à la procédure.'),
  {
    code: 'inscriptions-vide',
    name: 'ListPage',
    state: 'vide',
    use: "Le compte n'a encore aucune inscription.",
    html: ({ chrome, catalogue }) =>
      renderPage(<ListPage chrome={chrome} catalogue={catalogue} enrolments={[]} flash={null} />),
  },
  {
    code: 'inscriptions-reponse',
    name: 'ListPage',
    state: 'une réponse est demandée',
    use: 'Ce qui presse a son bouton.',
    html: (around) => renderPage(listIn(around)),
  },
];
