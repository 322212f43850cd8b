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
  endInWords,
  instantInWords,
  Page,
  PageTitle,
  Section,
  sinceInWords,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.begin;

export type OfferedSession = {
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
  readonly offered: readonly OfferedSession[];
  readonly now: Temporal.Instant;
  readonly csrf: string;
}): JSX.Element {
  const opened = offered.filter(({ state }) => state === 'open');
  const open = [...opened.filter(isExam), ...opened.filter((one) => !isExam(one))];
  return (
    <Page chrome={chrome} title={say.title}>
      <PageTitle lead={say.pauses}>{say.question}</PageTitle>
      {open.length === 0 && <Alert tone="info">{say.none}</Alert>}
      {open.map((one) =>
        // What is there to try the service stands after an exam that people sit, and not as its equal.
        isExam(one) || !open.some(isExam) ? (
          <Card key={one.session.code} level={2} title={nameOf(one.diploma, one.session)}>
            <Enrol offered={one} now={now} csrf={csrf} kind="primary" />
          </Card>
        ) : (
          <Section key={one.session.code} title={nameOf(one.diploma, one.session)}>
            <p class="muted">{say.toTry}</p>
            <Enrol offered={one} now={now} csrf={csrf} kind="secondary" />
          </Section>
        ),
      )}
      {offered
        .filter(({ state }) => state !== 'open')
        .map(({ session, diploma, state }) => (
          <p key={session.code} class="muted">
            {state === 'coming'
              ? say.opens(nameOf(diploma, session), instantInWords(session.window.opensAt))
              : say.closed(nameOf(diploma, session), sinceInWords(session.window.closesAt))}
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

function isExam({ session }: OfferedSession): boolean {
  return !session.demonstration;
}

function Enrol(props: {
  readonly offered: OfferedSession;
  readonly now: Temporal.Instant;
  readonly csrf: string;
  readonly kind: 'primary' | 'secondary';
}): JSX.Element {
  const { session, diploma, mine } = props.offered;
  const { closesAt } = session.window;
  return (
    <>
      <p>{say.until(endInWords(closesAt), distance(props.now, closesAt))}</p>
      {mine === null ? (
        <ActionForm action="/candidatures/nouvelle" csrf={props.csrf} hidden={{ session: session.code }}>
          <Button kind={props.kind} about={nameOf(diploma, session)}>
            {say.start}
          </Button>
        </ActionForm>
      ) : (
        <p>
          {say.already} <ButtonLink href={enrolmentAddresses.hub(mine)}>{say.continueIt}</ButtonLink>
        </p>
      )}
    </>
  );
}

function nameOf(diploma: string, { label, demonstration }: OfferedSession['session']): string {
  return say.session(diploma, texts.session(label, demonstration));
}
