import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  distanceToEnd,
  type Flash,
  type FormState,
  Page,
  PageTitle,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Door } from '../door.ts';
import { doorLines, doorTexts } from '../doorTexts.ts';
import type { InvitedSigner } from '../rules/whoSigns.ts';
import { texts } from '../texts.ts';

const say = doorTexts.waits;

/** A minor has signed: where the link to whoever answers for them stands, and another one. */
export function WaitsPage(view: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly enrolment: Enrolment;
  readonly who: InvitedSigner;
  readonly door: Door | null;
  readonly closesAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly state: FormState;
}): JSX.Element {
  const { chrome, csrf, enrolment, who, door } = view;
  const holds = door?.holds === true;
  return (
    <Page chrome={chrome} title={say.title} faults={view.state.faults} flash={view.flash}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{texts.back}</BackLink>
      <PageTitle kicker={enrolment.number ?? ''} aside={texts.version(enrolment.version)} lead={say.lead(who.name)}>
        {say.title}
      </PageTitle>
      <Alert tone="warn">
        <p>{texts.until(untilInWords(view.closesAt), distanceToEnd(view.now, view.closesAt))}</p>
      </Alert>
      <ul>
        {doorLines(door, who).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{say.how}</p>
      <Actions>
        <ActionForm action={addresses.sendDoor(enrolment.id)} csrf={csrf}>
          <Button kind={holds ? 'secondary' : 'primary'}>{holds ? say.sendAgain : say.send(who.name)}</Button>
        </ActionForm>
        {holds && (
          <>
            <ButtonLink kind="secondary" href={addresses.sign(enrolment.id)}>
              {say.refresh}
            </ButtonLink>
            <ActionForm action={addresses.endDoor(enrolment.id)} csrf={csrf}>
              <Button kind="danger">{say.end}</Button>
            </ActionForm>
          </>
        )}
      </Actions>
      <p class="muted">{say.wrong}</p>
      <p>
        {say.paper} <a href={addresses.confirmation(enrolment.id)}>{texts.form.onPaper}</a>
      </p>
    </Page>
  );
}
