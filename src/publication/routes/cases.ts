import { h } from 'preact';
import { accommodationAddresses } from '../../accommodations/index.ts';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionsOf } from '../../catalogue/index.ts';
import { listReasons, signerNote } from '../../decisions/index.ts';
import { type Guard, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { sessionName } from '../../scope/index.ts';
import { act, type FormState, frameOf, show } from '../../ui/index.ts';
import { answerCase, answerOf, whyNotAnswering } from '../actions/answerCase.ts';
import { asksToSee } from '../actions/sendScript.ts';
import { addresses } from '../addresses.ts';
import type { CaseReader } from '../cases.ts';
import { caseTexts } from '../caseTexts.ts';
import type { PublicationDeps } from '../deps.ts';
import { headOfResults } from '../guards.ts';
import { answerFields, CasesPage } from '../pages/casesPage.tsx';
import { refusals } from '../refusals.ts';
import { listCases } from '../store/cases.ts';
import { listNames } from '../store/enrolled.ts';
import { timedCases } from '../timedCases.ts';
import { giveLetter } from './contest.ts';

/** The office, whose cases stand by session or all together; or the service of accommodations, with those that contest its decisions, and no others. */
type Door = {
  readonly reader: CaseReader;
  readonly list: (more?: Parameters<typeof addresses.cases>[0]) => string;
  readonly one: (id: string) => string;
  readonly letter: (id: string) => string;
  readonly paper: PublicationDeps['officePaper'];
};
const officeDoor = ({ officePaper: paper }: PublicationDeps): Door => ({
  reader: 'office',
  list: addresses.cases,
  one: addresses.case,
  letter: addresses.caseLetter,
  paper,
});
const SERVICE: Door = {
  reader: 'health',
  list: addresses.healthCases,
  one: addresses.healthCase,
  letter: addresses.healthCaseLetter,
  paper: accommodationAddresses.notification,
};

export function caseRoutes(deps: PublicationDeps): readonly Route[] {
  return [
    ...routesOf(deps, officeDoor(deps), headOfResults(deps)),
    ...routesOf(deps, SERVICE, deps.guards.staff('accommodation')),
  ];
}

function routesOf(deps: PublicationDeps, door: Door, who: Guard<SignedInStaff>): readonly Route[] {
  const { reader } = door;
  return [
    route({
      method: 'GET',
      path: door.list(),
      who,
      handle: (visit, staff) => showCases(deps, visit, staff, door, visit.query.session),
    }),
    act({
      path: door.one(':demande'),
      who,
      refusals,
      note:
        reader === 'health'
          ? 'Le service des aménagements répond à qui conteste une de ses décisions.'
          : 'Le chef de bureau répond à une demande après une décision ou un résultat.',
      fields: answerFields,
      do: ({ suite: outcome, reponse }, staff, visit) => {
        const { academy, accountId: by } = staff;
        const order = { id: idIn(visit), academy, by, reader, outcome, answer: reponse };
        return answerCase(deps, actBy(visit, staff), order);
      },
      to: (_, __, visit) => door.list({ session: sessionIn(visit), message: 'repondu' }),
      again: (visit, staff, state, status) =>
        showCases(deps, visit, staff, door, sessionIn(visit), { id: idIn(visit), state, status }),
    }),
    route({
      method: 'GET',
      path: door.letter(':demande'),
      who,
      handle: (visit, { academy }) => giveLetter(deps, visit, { academy, reader }),
    }),
  ];
}

const idIn = ({ params: { demande = '' } }: Visit): string => demande;
const sessionIn = ({ body: { session } }: Visit): string | undefined =>
  typeof session === 'string' ? session : undefined;

async function showCases(
  deps: PublicationDeps,
  visit: Visit,
  staff: SignedInStaff,
  door: Door,
  asked: string | undefined,
  refused: { readonly id: string; readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const { reader } = door;
  const chosen = asked === undefined || reader === 'health' ? null : sessionsOf(deps, academy, asked).chosen;
  const session = chosen?.code ?? null;
  const [chrome, signer, listed] = await Promise.all([
    deps.chrome(visit, staff),
    signerNote(deps, staff, answerOf(reader)),
    listCases(deps.db, { academy, session, reader }),
  ]);
  const [names, cases] = await Promise.all([
    listNames(
      deps.db,
      academy,
      listed.map(({ enrolmentId }) => enrolmentId),
    ),
    timedCases(deps, deps.db, listed, deps.clock.now()),
  ]);
  const contested = cases.flatMap((one) => one.contested ?? []);
  const waiting = cases.flatMap((one) => (one.answeredAt === null ? one.contested : null) ?? []);
  const [barring, reasons] = await Promise.all([
    whyNotAnswering(deps, deps.db, waiting, staff.accountId),
    listReasons(
      deps.db,
      contested.map(({ id }) => id),
    ),
  ]);
  return show(
    h(CasesPage, {
      ...frameOf(chrome, visit, { repondu: caseTexts.flash, saisie: caseTexts.typed }),
      back:
        reader === 'health'
          ? { href: accommodationAddresses.list(), label: caseTexts.backToService }
          : { href: addresses.list({ session }), label: caseTexts.back },
      session,
      lead: reader === 'health' ? caseTexts.leadOfService : caseTexts.lead,
      sessionName: chosen === null ? '' : sessionName(deps.catalogue(), chosen),
      cases: cases.flatMap((one) => {
        const person = names.find(({ enrolmentId }) => enrolmentId === one.enrolmentId);
        const barred = one.answeredAt === null ? barring(one.contested) : null;
        const paperId = one.contested?.paperId ?? null;
        const found = {
          undoing: one.contested === null ? null : deps.undoing(one.contested.act, one.enrolmentId),
          reason: one.contested === null ? '' : (reasons.get(one.contested.id) ?? ''),
          paperAt: paperId === null ? null : door.paper(one.enrolmentId, paperId),
        };
        const scriptsAt = one.contested === null && asksToSee(deps, one) ? addresses.scripts(one.id) : null;
        const at = { at: door.one(one.id), letterAt: door.letter(one.id), scriptsAt };
        return person === undefined ? [] : [{ ...one, ...at, ...found, person, barred }];
      }),
      signer,
      refused,
    }),
    refused?.status ?? 200,
  );
}
