import { actBy } from '../../accounts/index.ts';
import { readEnrolmentId } from '../../enrolment/index.ts';
import { type Route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { act, faulty, type ShownAgain } from '../../ui/index.ts';
import { confirmAddition, proposeAddition, withdrawAddition } from '../actions/addToRecord.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts as say } from '../candidateTexts.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury, readerOfJury } from '../guards.ts';
import type { CandidateView } from '../pages/candidateViews.ts';
import { additionFields, reasonField } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { wantedOf } from '../rules/saidAnew.ts';
import { findAddition } from '../store/additions.ts';
import { CANDIDATE, showCandidate, toCandidate } from './candidate.ts';

const ADDITION = '/gestion/deliberation/:id/additifs/:additif';

/** After the closing: a head proposes a dated addition, another person confirms it. */
export function additionRoutes(deps: JuryDeps): readonly Route[] {
  const [reader, head] = [readerOfJury(deps), headOfJury(deps)];
  const ofAdditions = (form: CandidateView['form']) => ({
    refusals,
    again: async (...[visit, at, state, status]: ShownAgain<AtJury>) =>
      showCandidate(deps, await ofAddition(deps, visit, at), at, { form, state, status }),
  });
  return [
    act({
      path: `${CANDIDATE}/additif`,
      who: head,
      refusals,
      note: 'Le chef de bureau propose un additif au procès-verbal clos, avec un motif.',
      fields: additionFields,
      do: async ({ objet, decision, motif: reason }, at, visit) => {
        const enrolmentId = readEnrolmentId(visit.params.candidat);
        if (enrolmentId === null) return ok(null);
        const wrong = objet === 'decision' && decision === null ? say.addition.decisionMissing : null;
        const useless = objet === 'mark' && decision !== null ? say.addition.decisionUseless : null;
        const message = wrong ?? useless;
        if (message !== null) return faulty({ field: 'decision', message });
        const order = { id: at.jury.id, academy: at.staff.academy, by: at.staff.accountId, enrolmentId, reason };
        const done = await proposeAddition(deps, actBy(visit, at.staff), { ...order, ...wantedOf(decision) });
        return done.ok ? ok(enrolmentId) : done;
      },
      to: (id, at, visit) => (id === null ? showCandidate(deps, visit, at) : toCandidate(visit, at, id, 'propose')),
      again: (visit, at, state, status) => showCandidate(deps, visit, at, { form: 'additif', state, status }),
    }),
    act({
      ...ofAdditions(null),
      path: `${ADDITION}/confirmation`,
      who: reader,
      note: "Une autre personne, chef de bureau ou président du jury, confirme l'additif.",
      fields: [],
      do: (_, at, visit) => {
        const { staff, jury, member } = at;
        const order = { id: jury.id, academy: staff.academy, by: staff.accountId, member };
        const addition = visit.params.additif ?? '';
        return confirmAddition(deps, actBy(visit, staff), { ...order, addition, rowVersion: versionIn(visit) });
      },
      to: (_, { jury }) => addresses.jury(jury.id, { message: 'additif' }),
    }),
    act({
      ...ofAdditions('retrait'),
      path: `${ADDITION}/retrait`,
      who: head,
      note: "Le chef de bureau retire l'additif proposé, avec un motif.",
      fields: [reasonField],
      do: ({ motif: reason }, { jury, staff }, visit) =>
        withdrawAddition(deps, actBy(visit, staff), {
          id: jury.id,
          academy: staff.academy,
          by: staff.accountId,
          addition: visit.params.additif ?? '',
          rowVersion: versionIn(visit),
          reason,
        }),
      to: async (_, at, visit) => {
        const { params } = await ofAddition(deps, visit, at);
        return toCandidate(visit, at, params.candidat ?? '', 'abandonne');
      },
    }),
  ];
}

/** The page of the candidate whose addition is in the address. */
async function ofAddition(deps: JuryDeps, visit: Visit, { jury }: AtJury): Promise<Visit> {
  const addition = await findAddition(deps.db, jury, visit.params.additif);
  return { ...visit, params: { ...visit.params, candidat: addition?.enrolmentId ?? '' } };
}
