import type { JSX } from 'preact';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { type EnrolmentId, enrolmentAddresses } from '../../enrolment/index.ts';
import {
  ActionForm,
  Alert,
  Button,
  ButtonLink,
  Card,
  type Chrome,
  distance,
  instantInWords,
  Page,
  PageTitle,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.begin;

export type Offered = {
  readonly session: ResolvedSession;
  readonly diploma: string;
  readonly state: 'open' | 'coming' | 'closed';
  readonly mine: EnrolmentId | null;
};

/** Which exam: one card a session that is open; the others say when. */
export function BeginPage({
  chrome,
  offered,
  now,
  csrf,
}: {
  readonly chrome: Chrome;
  readonly offered: readonly Offered[];
  readonly now: Temporal.Instant;
  readonly csrf: string;
}): JSX.Element {
  const open = offered.filter(({ state }) => state === 'open');
  return (
    <Page chrome={chrome} title={say.title}>
      <PageTitle lead={say.pauses}>{say.question}</PageTitle>
      {open.length === 0 && <Alert tone="info">{say.none}</Alert>}
      {open.map(({ session, diploma, mine }) => (
        <Card key={session.code} level={2} title={nameOf(diploma, session)}>
          <p>{say.until(instantInWords(session.window.closesAt), distance(now, session.window.closesAt))}</p>
          {mine === null ? (
            <ActionForm action="/candidatures/nouvelle" csrf={csrf} hidden={{ session: session.code }}>
              <Button about={nameOf(diploma, session)}>{say.start}</Button>
            </ActionForm>
          ) : (
            <p>
              {say.already} <ButtonLink href={enrolmentAddresses.hub(mine)}>{say.continueIt}</ButtonLink>
            </p>
          )}
        </Card>
      ))}
      {offered
        .filter(({ state }) => state !== 'open')
        .map(({ session, diploma, state }) => (
          <p key={session.code} class="muted">
            {state === 'coming'
              ? say.opens(nameOf(diploma, session), instantInWords(session.window.opensAt))
              : say.closed(nameOf(diploma, session), instantInWords(session.window.closesAt))}
          </p>
        ))}
      {open.length > 0 && (
        <>
          <h2>{say.need}</h2>
          <ul>
            {say.needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function nameOf(diploma: string, { label, demonstration }: Offered['session']): string {
  return say.session(diploma, texts.session(label, demonstration));
}
