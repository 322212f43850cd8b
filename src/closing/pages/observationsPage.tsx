import type { JSX } from 'preact';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import {
  Alert,
  BackLink,
  type Chrome,
  defineField,
  type Flash,
  Form,
  FormField,
  type FormState,
  freeText,
  Page,
  PageTitle,
  Section,
  Timeline,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { OBSERVATION, type Observation } from '../closing.ts';
import { texts } from '../texts.ts';

const say = texts.observations;

const words = defineField({
  name: 'observations',
  label: say.words,
  hint: say.hint,
  control: 'textarea',
  rows: 8,
  missing: say.missing,
  check: freeText(OBSERVATION.characters),
});
export const observationForm = [words] as const;

/** What the candidate has to say before anything is decided. `until`: null where no invitation is open. */
export function ObservationsPage(props: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly enrolmentId: string;
  readonly until: Temporal.Instant | null;
  readonly written: readonly Observation[];
  readonly state: FormState;
  readonly flash: Flash | null;
}): JSX.Element {
  const { until, written, state } = props;
  return (
    <Page chrome={props.chrome} title={say.title} flash={props.flash} faults={state.faults}>
      <BackLink href={enrolmentAddresses.hub(props.enrolmentId)}>{say.back}</BackLink>
      <PageTitle {...(until === null ? {} : { lead: say.lead(untilInWords(until)) })}>{say.title}</PageTitle>
      {until === null ? (
        state.faults.length === 0 && <Alert tone="info">{say.closed}</Alert>
      ) : (
        <>
          <p>{say.read}</p>
          <Form
            action={addresses.observations(props.enrolmentId)}
            csrf={props.csrf}
            state={state}
            label={say.title}
            submit={say.submit}
          >
            <FormField field={words} />
          </Form>
        </>
      )}
      {written.length > 0 && (
        <Section title={say.written}>
          <Timeline entries={written.map(({ at, words: text }, index) => ({ key: `${index}`, at, text }))} />
        </Section>
      )}
    </Page>
  );
}
