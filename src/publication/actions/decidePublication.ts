import { secondPerson } from '../../accounts/index.ts';
import { decide as take } from '../../decisions/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { RESULTS_PUBLISHED } from '../decisions.ts';
import type { PublicationActDeps } from '../deps.ts';
import { digest } from '../digest.ts';
import { resultsSubject } from '../events.ts';
import type { ResultPublication } from '../publication.ts';
import type { Refusal } from '../refusals.ts';
import { readAnnounced } from '../rules/announced.ts';
import { snapshot } from '../rules/snapshot.ts';
import { type PublicationAct, whyNot } from '../rules/states.ts';
import {
  lockPublication,
  writeApproval,
  writeCancelling,
  writeProposal,
  writeResumption,
  writeSuspension,
} from '../store/publications.ts';
import { texts } from '../texts.ts';
import { readFormer, readJudged } from './plan.ts';
import { releaseResults, withholdResults } from './withhold.ts';

/** What a head was looking at. */
export type PublicationOrder = {
  readonly id: string | undefined;
  readonly academy: string;
  readonly by: string;
  readonly rowVersion: number;
};
type Done = Promise<Result<string, Refusal>>;
type Work = (tx: Tx, publication: ResultPublication) => Promise<Result<null, Refusal>>;

/** One act on one publication of theirs, unchanged since their page. Gives its id. */
function decide(deps: PublicationActDeps, by: Act, order: PublicationOrder, act: PublicationAct, work: Work): Done {
  return transact<string, Refusal>(deps.db, async (tx) => {
    const publication = await lockPublication(tx, order.academy, order.id);
    if (publication === null) return refuse({ code: 'not-found' });
    const versions = { now: publication.rowVersion, seen: order.rowVersion };
    return atVersion<string, Refusal>(tx, by, versions, { code: 'changed-meanwhile' }, async () => {
      const refused = whyNot(publication, act);
      if (refused !== null) return refuse({ code: refused });
      const done = await work(tx, publication);
      return done.ok ? ok(publication.id) : done;
    });
  });
}

const about = ({ id, number }: ResultPublication) => ({ publicationId: id, number });

/** Names the instant, in Paris. A later proposal of the same publication takes its place. */
export function proposePublication(
  deps: PublicationActDeps,
  act: Act,
  order: PublicationOrder & { readonly day: Temporal.PlainDate; readonly hour: string },
): Done {
  return decide(deps, act, order, 'propose', async (tx, publication) => {
    const { now } = await readMoment(tx, act);
    const announced = readAnnounced(order.day, order.hour, now);
    if (!announced.ok) return refuse({ code: announced.error });
    await writeProposal(tx, publication.id, order.by, announced.value);
    const said = { ...about(publication), announcedAt: announced.value.toString() };
    await deps.events.publish(tx, act, 'results.proposed', resultsSubject(publication), said);
    return ok(null);
  });
}

/** The second person's part, who signs. The records are asked once more: what was frozen must still be what they say. */
export function approvePublication(deps: PublicationActDeps, act: Act, order: PublicationOrder): Done {
  return decide(deps, act, order, 'approve', async (tx, publication) => {
    const { id, number, specialities, sha256, announcedAt, preparedBy, proposedBy } = publication;
    const days = deps.catalogue().installation().secondPersonDays;
    const second = await secondPerson(tx, { by: order.by, wrote: [preparedBy, proposedBy], days });
    if (!second.ok) return second;
    const former = await readFormer(tx, publication, number);
    const today = snapshot(await readJudged(deps, tx, publication), former, specialities, null, digest);
    if (today.sha256 !== sha256) return refuse({ code: 'verdicts-changed' });
    const { now } = await readMoment(tx, act);
    if (announcedAt === null || Temporal.Instant.compare(announcedAt, now) <= 0)
      return refuse({ code: 'announced-past' });
    const decided = await take(deps, tx, act, RESULTS_PUBLISHED, {
      of: { id: null, academy: publication.academy, session: publication.session },
      by: order.by,
      preparedBy,
      facts: [texts.name(number), ...specialities, sha256],
      reason: '',
      ground: RESULTS_PUBLISHED.law.join(', '),
    });
    if (!decided.ok) return decided;
    await writeApproval(tx, decided.value, id, second.value);
    await deps.jobs.enqueue(
      tx,
      'results.tell',
      { publicationId: id },
      Math.ceil(announcedAt.since(now).total('seconds')) + 1,
    );
    const said = { ...about(publication), announcedAt: announcedAt.toString(), sha256 };
    await deps.events.publish(tx, act, 'results.approved', resultsSubject(publication), said);
    return ok(null);
  });
}

/** Before its second: it then never comes. */
export function cancelPublication(deps: PublicationActDeps, act: Act, order: PublicationOrder): Done {
  return decide(deps, act, order, 'cancel', async (tx, publication) => {
    await writeCancelling(tx, publication.id, order.by);
    await deps.events.publish(tx, act, 'results.cancelled', resultsSubject(publication), about(publication));
    return ok(null);
  });
}

/** After it: from this commit nobody outside the office reads anything of it. One person is enough. */
export function suspendPublication(
  deps: PublicationActDeps,
  act: Act,
  order: PublicationOrder & { readonly words: string },
): Done {
  return decide(deps, act, order, 'suspend', async (tx, publication) => {
    await withholdResults(tx, publication);
    await writeSuspension(tx, publication.id, order.by, order.words);
    const said = { ...about(publication), words: order.words };
    await deps.events.publish(tx, act, 'results.suspended', resultsSubject(publication), said);
    return ok(null);
  });
}

export function resumePublication(deps: PublicationActDeps, act: Act, order: PublicationOrder): Done {
  return decide(deps, act, order, 'resume', async (tx, publication) => {
    await writeResumption(tx, publication.id);
    await releaseResults(tx, publication);
    await deps.jobs.enqueue(tx, 'results.tell', { publicationId: publication.id });
    await deps.events.publish(tx, act, 'results.resumed', resultsSubject(publication), about(publication));
    return ok(null);
  });
}
