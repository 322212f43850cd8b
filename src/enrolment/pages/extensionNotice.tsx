import type { JSX } from 'preact';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { Alert } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.extension;

/** The last extension of a session after an incident, why and until when; nothing once nothing of it can be given any more. */
export function ExtensionNotice({
  session,
  now,
}: {
  readonly session: Pick<ResolvedSession, 'extended' | 'window' | 'correctionsEndAt'>;
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  const { extended, window, correctionsEndAt } = session;
  if (extended === null || Temporal.Instant.compare(now, correctionsEndAt.at) >= 0) return null;
  return (
    <Alert tone="info" title={say.title}>
      <p class="typed">{extended.reason}</p>
      <p>{extended.closedAt.equals(window.closesAt) ? say.others : say.moved(extended.closedAt, window.closesAt)}</p>
    </Alert>
  );
}
