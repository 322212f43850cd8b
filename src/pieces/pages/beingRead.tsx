import type { ComponentChildren, JSX } from 'preact';
import { keptFileTexts } from '../../keptFiles/index.ts';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PieceWithFiles } from '../piece.ts';
import { isBeingRead, unreadFiles } from '../rules/pieceState.ts';

const say = keptFileTexts.reading;

/** Files that are received and that wait to be read: the page follows by itself, or by a press. */
export function BeingRead({
  pieces,
  enrolmentId,
  among = pieces,
  follows = true,
}: {
  readonly pieces: readonly PieceWithFiles[];
  readonly enrolmentId: string;
  /** All of its enrolment, where the page speaks of some of them. */
  readonly among?: readonly PieceWithFiles[];
  readonly follows?: boolean;
}): JSX.Element | null {
  const unread = pieces.filter(isBeingRead);
  const waiting = unreadFiles(unread);
  if (waiting === 0) return null;
  return (
    <BeingReadNotice
      title={say.title(waiting)}
      asks={follows ? addresses.reading(enrolmentId) : null}
      state={unreadFiles(among)}
      goes={addresses.list(enrolmentId)}
    >
      {say.text} {say.ifNot(unread.every(({ givenAgainAt }) => givenAgainAt === null))}
    </BeingReadNotice>
  );
}

export function BeingReadNotice({
  title,
  asks,
  state,
  goes,
  children,
}: {
  readonly title: string;
  /** Where it is said how many still wait; null: the page says what would be lost with it, and stays as it is. */
  readonly asks: string | null;
  /** How many wait now, as that address says it. */
  readonly state: number;
  readonly goes: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div {...(asks === null ? {} : { 'data-reading': asks, 'data-state': String(state) })}>
      <Alert tone="info" title={title}>
        <p>{children}</p>
        <ButtonLink kind="secondary" href={goes}>
          {say.go}
        </ButtonLink>
      </Alert>
    </div>
  );
}
