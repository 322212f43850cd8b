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
import { ANSWERS, type Hearing, type HearingAnswer } from '../hearing.ts';
import { texts } from '../texts.ts';

const say = texts.own;

const words = defineField({
  name: 'reponse',
  label: say.answer,
  hint: say.hint,
  control: 'textarea',
  rows: 8,
  missing: say.missing,
  check: freeText(ANSWERS.characters),
});
export const answerForm = [words] as const;

/** What the office thinks of, and the candidate's answer, before anything is decided. */
export function OwnHearingPage(props: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly hearing: Hearing;
  /** The day of the first tests. */
  readonly begins: Temporal.PlainDate;
  /** The instant before which it is answered; null: no more. */
  readonly until: Temporal.Instant | null;
  /** Nothing of what was decided stands any more. */
  readonly givenBack: boolean;
  readonly written: readonly HearingAnswer[];
  readonly state: FormState;
  readonly flash: Flash | null;
}): JSX.Element {
  const { hearing, until, written, state } = props;
  const { enrolmentId, outcome } = hearing;
  const title = say.titles[hearing.kind];
  const units = hearing.units.map((unit) => unit.title);
  const typed = state.typed[words.name];
  return (
    <Page chrome={props.chrome} title={title} flash={props.flash} faults={state.faults}>
      <BackLink href={enrolmentAddresses.hub(enrolmentId)}>{say.back}</BackLink>
      <PageTitle lead={outcome === null ? texts.thinks({ kind: hearing.kind, units }) : say.ended}>{title}</PageTitle>
      {until !== null ? (
        <Alert tone="info" title={say.until(untilInWords(until))}>
          {texts.keeps({ kind: hearing.kind, begins: props.begins })}
        </Alert>
      ) : (
        state.faults.length === 0 && (
          <Alert tone="info">{outcome === null ? say.closed : say[props.givenBack ? 'givenBack' : outcome]}</Alert>
        )
      )}
      <Section title={say.facts}>
        <ul>
          {hearing.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Section>
      {hearing.words !== '' && (
        <Section title={say.words}>
          <p class="typed">{hearing.words}</p>
        </Section>
      )}
      {until !== null && (
        <Section title={say.answer}>
          <p>{say.rights}</p>
          <Form
            action={addresses.own(enrolmentId, hearing.id)}
            csrf={props.csrf}
            state={state}
            label={title}
            submit={say.submit}
          >
            <FormField field={words} />
          </Form>
        </Section>
      )}
      {until === null && typeof typed === 'string' && typed !== '' && (
        <Section title={say.notKept}>
          <p class="typed">{typed}</p>
        </Section>
      )}
      {written.length > 0 && (
        <Section title={say.written}>
          <Timeline entries={written.map(({ at, words: text }, index) => ({ key: `${index}`, at, text }))} />
        </Section>
      )}
    </Page>
  );
}
