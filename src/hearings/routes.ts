import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import {
  candidateOfEnrolment,
  type Enrolment,
  type EnrolmentDeps,
  isRunning,
  type OwnEnrolment,
} from '../enrolment/index.ts';
import { listPieces, sessionOf } from '../pieces/index.ts';
import { type Guard, type Reply, type Route, reaching, redirect, route, type Visit } from '../platform/http/visit.ts';
import { isUuid } from '../platform/uuid.ts';
import { act, emptyForm, type FormState, show } from '../ui/index.ts';
import { answerHearing } from './actions/answerHearing.ts';
import { addresses } from './addresses.ts';
import type { Hearing } from './hearing.ts';
import { answerForm, OwnHearingPage } from './pages/ownPage.tsx';
import { refusals } from './refusals.ts';
import { answeredUntil } from './rules/times.ts';
import { findHearing, listAnswers, listExclusions, listHearings } from './store.ts';
import { texts } from './texts.ts';

type OwnHearing = OwnEnrolment & { readonly hearing: Hearing };

/** The candidate's part. */
export function hearingRoutes(deps: EnrolmentDeps): readonly Route[] {
  const who = ofHearing(deps, ({ id }, { hearing = '' }) =>
    isUuid(hearing) ? findHearing(deps.db, id, hearing) : null,
  );
  const path = '/candidatures/:id/procedures/:hearing';
  // The address and the field of invitations that were sent, and of pages that were open, before an invitation was a hearing.
  const before = {
    path: '/candidatures/:id/observations',
    who: ofHearing(deps, async ({ id }) => (await listHearings(deps.db, [id])).find(isRegularisation) ?? null),
  };
  const answered = (at: { readonly path: string; readonly who: Guard<OwnHearing> }): Route =>
    act({
      ...at,
      note: "Le candidat dont c'est le dossier répond à ce que le bureau envisage, tant qu'il en a le temps.",
      fields: answerForm,
      do: ({ reponse: words }, { enrolment, candidate, hearing }, visit) => {
        const order = { id: enrolment.id, candidateId: candidate.accountId, hearingId: hearing.id, words };
        return answerHearing(deps, actBy(visit, candidate), order);
      },
      to: (_, { enrolment, hearing }) => `${addresses.own(enrolment.id, hearing.id)}?message=enregistree`,
      refusals,
      again: (...shown) => showOwn(deps, ...shown),
    });
  const answeredBefore = answered(before);
  return [
    route({ method: 'GET', path, who, handle: (visit, own) => showOwn(deps, visit, own) }),
    answered({ path, who }),
    route({
      method: 'GET',
      ...before,
      handle: async (_, { enrolment, hearing }) => redirect(addresses.own(enrolment.id, hearing.id)),
    }),
    {
      ...answeredBefore,
      handle: (visit, own) =>
        answeredBefore.handle({ ...visit, body: { ...visit.body, reponse: visit.body.observations } }, own),
    },
  ];
}

const isRegularisation = ({ kind }: Hearing): boolean => kind === 'regularisation';

function ofHearing(
  deps: EnrolmentDeps,
  find: (enrolment: Enrolment, params: Visit['params']) => Promise<Hearing | null> | null,
): Guard<OwnHearing> {
  return reaching(candidateOfEnrolment(deps), 'a hearing', async (own, visit) => {
    const hearing = await find(own.enrolment, visit.params);
    return hearing === null ? null : { ...own, hearing };
  });
}

async function showOwn(
  deps: EnrolmentDeps,
  visit: Visit,
  { candidate, enrolment, hearing }: OwnHearing,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [excluded, written, pieces, chrome] = await Promise.all([
    listExclusions(deps.db, [enrolment.id]),
    listAnswers(deps.db, hearing.id),
    listPieces(deps.db, enrolment.id),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const theirs = excluded.filter(({ hearingId }) => hearingId === hearing.id);
  const until = answeredUntil(hearing, pieces);
  const isOver = until !== null && Temporal.Instant.compare(deps.clock.now(), until) >= 0;
  return show(
    h(OwnHearingPage, {
      chrome,
      csrf: visit.csrf(),
      hearing,
      begins: sessionOf(deps.catalogue(), enrolment.session).examStartsOn.on,
      until: hearing.outcome === null && !isOver && isRunning(enrolment) ? (until ?? hearing.until) : null,
      givenBack: theirs.length > 0 && theirs.every(({ liftedAt }) => liftedAt !== null),
      written,
      state,
      flash: visit.query.message === 'enregistree' ? { tone: 'ok', text: texts.own.done } : null,
    }),
    status,
  );
}
