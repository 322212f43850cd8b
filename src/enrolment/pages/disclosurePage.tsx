import type { JSX } from 'preact';
import {
  BackLink,
  type Chrome,
  Fieldset,
  type Flash,
  Form,
  FormField,
  type FormState,
  Page,
  PageTitle,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Enrolment } from '../enrolment.ts';
import { disclosure } from '../steps/informations/disclosure.ts';
import { texts } from '../texts.ts';

const say = texts.disclosure;

/** The consent to publish one's results, given or withdrawn whenever one likes. */
export function DisclosurePage(props: {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly csrf: string;
  readonly state: FormState;
  readonly flash: Flash | null;
}): JSX.Element {
  const { chrome, enrolment, csrf, state, flash } = props;
  return (
    <Page chrome={chrome} title={say.title} flash={flash} faults={state.faults}>
      <BackLink href={addresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Form action={addresses.disclosure(enrolment.id)} csrf={csrf} state={state} submit={say.submit}>
        <Fieldset legend={say.legend} hint={say.hint}>
          <FormField field={disclosure.online} />
          <FormField field={disclosure.press} />
        </Fieldset>
      </Form>
    </Page>
  );
}
