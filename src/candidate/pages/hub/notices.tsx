import type { JSX } from 'preact';
import { ReadDecision } from '../../../decisions/index.ts';
import { isRunning } from '../../../enrolment/index.ts';
import { examAddresses } from '../../../exam/index.ts';
import { paperAddresses } from '../../../papers/index.ts';
import { asExpected, comesAt, convocationTexts, nextTestOf, soonOf } from '../../../summonses/index.ts';
import { Alert, ButtonLink, ContactCard, instantInWords, shortInstant } from '../../../ui/index.ts';
import { texts } from '../../texts.ts';
import type { HubView } from './view.ts';

const say = texts.hub;

/** Is something sat today? It comes before all else of the page. */
export function isTestDay({ enrolment, summons, calls, now }: HubView): boolean {
  if (summons === null || !isRunning(enrolment)) return false;
  return soonOf(nextTestOf(asExpected(summons.facts.seats, calls), now), now)?.isToday === true;
}

/** The next test of who is summoned; the last word where the summons is void. */
export function NextTestNotice({
  view: { enrolment, summons, calls, now },
}: {
  readonly view: HubView;
}): JSX.Element | null {
  if (summons === null || !isRunning(enrolment)) return null;
  const say = convocationTexts;
  const next = nextTestOf(asExpected(summons.facts.seats, calls), now);
  const title = next.is === 'none' ? say.void : next.is === 'over' ? say.next.over : say.next[next.is](next.seat);
  return (
    <Alert tone={next.is === 'none' ? 'warn' : 'info'} title={title}>
      {'seat' in next && next.seat.plannedAt !== undefined && (
        <p>
          <strong>{say.moved.seat(comesAt(next.seat), next.seat.plannedAt)}</strong>
        </p>
      )}
      {'seat' in next && <p>{say.whereOf(next.seat)}</p>}
      <p>
        {soonOf(next, now)?.isToday === true ? (
          <ButtonLink href={examAddresses.summons(enrolment.id)}>{say.hub}</ButtonLink>
        ) : (
          <a href={examAddresses.summons(enrolment.id)}>{say.hub}</a>
        )}
      </p>
    </Alert>
  );
}

/** It has ended: when, why, how to contest it. Null: it lives, or the notice of its reserve says so already. */
export function Ended({ view }: { readonly view: HubView }): JSX.Element | null {
  const { enrolment } = view;
  const { status } = enrolment;
  if (status === 'set-aside' && enrolment.reserve === 'upheld') return null;
  if (status === 'withdrawn' || status === 'set-aside' || status === 'cancelled' || status === 'abandoned') {
    const ended = say.ended[status](shortInstant(enrolment.endedAt ?? enrolment.savedAt));
    return (
      <Alert tone="warn">
        <p>{ended}</p>
        {status === 'cancelled' && view.cancelled !== null && (
          <ReadDecision
            reason={view.cancelled.words}
            ground={view.cancelled.ground}
            author={view.cancelledBy ?? null}
            notified={view.notified}
            href={paperAddresses.list(enrolment.id)}
          />
        )}
        {status === 'cancelled' && view.remedies.map((remedy) => <p key={remedy}>{remedy}</p>)}
      </Alert>
    );
  }
  return null;
}

/** A draft that can't go on: it came too late, or the enrolments aren't open. */
export function isOutOfTime({ enrolment, session: { window }, now }: HubView): boolean {
  const { compare } = Temporal.Instant;
  return enrolment.status === 'draft' && (compare(now, window.closesAt) >= 0 || compare(now, window.opensAt) < 0);
}

export function OutOfTime({ view }: { readonly view: HubView }): JSX.Element | null {
  const { opensAt, closesAt } = view.session.window;
  if (!isOutOfTime(view)) return null;
  if (Temporal.Instant.compare(view.now, opensAt) < 0)
    return <Alert tone="info">{say.notOpen(instantInWords(opensAt))}</Alert>;
  return (
    <Alert tone="warn" title={say.draftClosedTitle}>
      <p>{say.draftClosed(instantInWords(closesAt))}</p>
      {view.chrome.officer === null ? (
        <p>
          <a href="/contact">{say.contacts}</a>
        </p>
      ) : (
        <ContactCard contact={view.chrome.officer} />
      )}
    </Alert>
  );
}
