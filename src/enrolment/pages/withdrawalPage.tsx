import type { JSX } from 'preact';
import {
  Actions,
  Button,
  ButtonLink,
  type Chrome,
  defineField,
  type Flash,
  Form,
  FormField,
  type FormState,
  instantInWords,
  Page,
  PageTitle,
  ticked,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Enrolment } from '../enrolment.ts';
import { texts } from '../texts.ts';

const say = texts.withdrawal;

export function withdrawalField(draft: boolean) {
  return defineField({
    name: 'confirmation',
    label: draft ? say.confirmDraft : say.confirm,
    control: 'checkbox',
    missing: say.confirmMissing,
    check: ticked(),
  });
}

/** The page that confirms: what is lost, and until when one may enrol again. */
export function WithdrawalPage(props: {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly closesAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly csrf: string;
  readonly state: FormState;
  readonly flash: Flash | null;
}): JSX.Element {
  const { enrolment } = props;
  const draft = enrolment.number === null;
  const closing = instantInWords(props.closesAt);
  const open = Temporal.Instant.compare(props.now, props.closesAt) < 0;
  return (
    <Page
      chrome={props.chrome}
      title={draft ? say.draftTitle : say.title}
      faults={props.state.faults}
      flash={props.flash}
    >
      <PageTitle>{draft ? say.draftTitle : say.title}</PageTitle>
      <p>{enrolment.number === null ? say.draftText : say.text(enrolment.number)}</p>
      {!draft && <p>{open ? say.again(closing) : say.notAgain(closing)}</p>}
      <Form
        action={addresses.withdrawal(enrolment.id)}
        csrf={props.csrf}
        version={enrolment.version}
        state={props.state}
      >
        <FormField field={withdrawalField(draft)} />
        <Actions>
          <Button>{draft ? say.submitDraft : say.submit}</Button>
          <ButtonLink kind="secondary" href={addresses.hub(enrolment.id)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
