import type { JSX } from 'preact';
import { phaseOf, type ResolvedSession } from '../../catalogue/index.ts';
import { ExtensionNotice } from '../../enrolment/index.ts';
import { Actions, Alert, ButtonLink, Card, distance, endInWords } from '../../ui/index.ts';
import { urgency } from '../rules/phase.ts';
import { windowInWords } from '../texts/dates.ts';
import { texts } from '../texts.ts';
import { CaveatNote } from './caveatNote.tsx';

const say = texts.front;

export type SessionNoticeProps = {
  readonly name: string;
  readonly session: ResolvedSession;
  readonly now: Temporal.Instant;
  /** The first of the page has its primary button. */
  readonly first: boolean;
};

/** The register of one session: open until when, to come, or closed; and what to do now. */
export function SessionNotice(props: SessionNoticeProps): JSX.Element {
  const { name, session } = props;
  const phase = phaseOf(session, props.now);
  return (
    <Card level={2} id={`session-${session.code}`} title={say[phase](name)}>
      <ExtensionNotice session={session} now={props.now} />
      <CaveatNote of={session} />
      {phase === 'open' && <Open {...props} />}
      {phase === 'coming' && <Coming {...props} />}
      {phase === 'closed' && <Closed {...props} />}
      <p>
        <a href={`/calendrier#session-${session.code}`}>{say.calendar}</a>
      </p>
    </Card>
  );
}

function Open({ session, now, first }: SessionNoticeProps): JSX.Element {
  const closesIn = say.closesIn(distance(now, session.window.closesAt));
  return (
    <>
      <p>{windowInWords(session.window)}</p>
      {urgency(session, now) === 'last-hours' ? (
        <Alert tone="danger" title={closesIn} level={3}>
          {say.lastHours}
        </Alert>
      ) : (
        <p>
          <strong>{closesIn}</strong> {say.advice}
        </p>
      )}
      <Actions>
        <ButtonLink href="/compte/creer" kind={first ? 'primary' : 'secondary'}>
          {say.signUp}
        </ButtonLink>
        <ButtonLink href="/connexion" kind="secondary">
          {say.resume}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Coming({ session, now, first }: SessionNoticeProps): JSX.Element {
  return (
    <>
      <p>{windowInWords(session.window)}</p>
      <p>
        <strong>{say.opensIn(distance(now, session.window.opensAt))}</strong> {say.comingAdvice}
      </p>
      <Actions>
        <ButtonLink href="/compte/creer" kind={first ? 'primary' : 'secondary'}>
          {say.createAccount}
        </ButtonLink>
        <ButtonLink href="/connexion" kind="secondary">
          {say.signIn}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Closed({ session, now, first }: SessionNoticeProps): JSX.Element {
  const { closesAt } = session.window;
  return (
    <>
      <p>{say.closedOn(endInWords(closesAt), distance(now, closesAt))}</p>
      <p>{say.closedEnrolled}</p>
      <p>{say.closedMissed}</p>
      <Actions>
        <ButtonLink href="/connexion" kind={first ? 'primary' : 'secondary'}>
          {say.follow}
        </ButtonLink>
        <ButtonLink href="/contact" kind="secondary">
          {say.findOfficer}
        </ButtonLink>
      </Actions>
    </>
  );
}
