import type { AcademySession } from '../../catalogue/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PublicationActDeps } from '../deps.ts';
import { digest } from '../digest.ts';
import { resultsSubject } from '../events.ts';
import { MOST } from '../publication.ts';
import type { Refusal } from '../refusals.ts';
import { snapshot, specialityStandings, withoutReason } from '../rules/snapshot.ts';
import { stateOf } from '../rules/states.ts';
import { listEnrolled } from '../store/enrolled.ts';
import { insertPublication, listPublications, lockSession } from '../store/publications.ts';
import { insertResults } from '../store/results.ts';
import { readFormer, readJudged } from './plan.ts';

export type PrepareOrder = AcademySession & {
  readonly by: string;
  readonly key: string | null;
  readonly specialities: readonly string[];
  /** Published although some registered candidates are in no record. */
  readonly despiteMissing: boolean;
  /** Of what changes, where the record gives none. */
  readonly reason: string | null;
};

/** Freezes what the closed records say of some specialities. Nobody outside the office sees anything of it. Gives its id. */
export function preparePublication(
  deps: PublicationActDeps,
  act: Act,
  order: PrepareOrder,
): Promise<Result<string, Refusal>> {
  const { by, key, ...content } = order;
  const { academy, session, despiteMissing, reason } = content;
  const place = { academy, session };
  const catalogue = deps.catalogue();
  if (catalogue.session(session)?.academy !== academy) return Promise.resolve(refuse({ code: 'not-found' }));
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, { key, owner: by, purpose: `results ${session}`, content }, async () => {
      await lockSession(tx, place);
      const open = (await listPublications(tx, place)).map(stateOf);
      if (open.includes('prepared') || open.includes('proposed')) return refuse({ code: 'another-open' });
      const judged = await readJudged(deps, tx, place);
      const known = specialityStandings(await listEnrolled(tx, place), judged);
      const chosen = known.filter(({ cfd }) => order.specialities.includes(cfd));
      const named = (some: typeof chosen) => some.map(({ cfd }) => catalogue.speciality(cfd)?.name ?? cfd);
      if (chosen.length === 0 || chosen.length > MOST.specialities) return refuse({ code: 'nothing-chosen' });
      const unjudged = chosen.filter((one) => one.judged === 0);
      if (unjudged.length > 0) return refuse({ code: 'record-open', names: named(unjudged) });
      const incomplete = chosen.filter(({ missing }) => missing.length > 0);
      if (incomplete.length > 0 && !despiteMissing)
        return refuse({ code: 'verdicts-missing', names: named(incomplete) });
      const specialities = chosen.map(({ cfd }) => cfd);
      const former = await readFormer(tx, place, null);
      const made = snapshot(judged, former, specialities, reason, digest);
      if (made.results.length === 0) return refuse({ code: 'nothing-new' });
      if (made.results.length > MOST.candidates) return refuse({ code: 'too-many' });
      if (withoutReason(made, former).length > 0) return refuse({ code: 'reason-missing' });
      const { unchanged, sha256, results } = made;
      const withoutVerdict = incomplete.reduce((sum, { missing }) => sum + missing.length, 0);
      const frozen = { ...place, specialities, unchanged, withoutVerdict, sha256, preparedBy: by };
      const { id, number } = await insertPublication(tx, frozen);
      await insertResults(tx, { id, ...place }, results);
      await deps.events.publish(tx, act, 'results.prepared', resultsSubject(place), {
        publicationId: id,
        number,
        specialities,
        results: results.length,
        unchanged,
        withoutVerdict,
        changed: results.filter(({ enrolmentId }) => former.has(enrolmentId)).length,
        sha256,
      });
      return ok(id);
    }),
  );
}
