import type { JSX } from 'preact';
import {
  Alert,
  Details,
  defineField,
  Form,
  FormFields,
  type FormState,
  freeText,
  type Option,
  oneOf,
  Section,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { CASES } from '../cases.ts';
import { caseTexts as say, timeLeftInWords } from '../caseTexts.ts';
import type { TimedCase } from '../timedCases.ts';
import { CaseWords } from './caseWords.tsx';

/** As long for a letter as on line. */
export function wordsField({ words, wordsHint, wordsMissing }: Omit<AskingWords, 'kind' | 'kindMissing'>) {
  return defineField({
    name: 'precisions',
    label: words,
    hint: wordsHint,
    control: 'textarea',
    rows: 6,
    missing: wordsMissing,
    check: freeText(CASES.words),
  });
}

export type AskingWords = Readonly<Record<'kind' | 'kindMissing' | 'words' | 'wordsHint' | 'wordsMissing', string>>;

/** What is asked for, in words: by a candidate, or from a letter of theirs (`words`: of who types it). */
export function askFields(kinds: readonly Option[], words: AskingWords = say) {
  return [
    defineField({
      name: 'demande',
      label: words.kind,
      control: 'radio',
      options: kinds,
      missing: words.kindMissing,
      check: oneOf(kinds),
    }),
    wordsField(words),
  ] as const;
}

/** On the candidate's page: the form, and what they asked before. */
export function OwnCases(props: {
  readonly enrolmentId: string;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly kinds: readonly Option[];
  readonly cases: readonly TimedCase[];
  readonly state: FormState;
}): JSX.Element | null {
  const { enrolmentId, csrf, idempotencyKey, kinds, cases, state } = props;
  if (kinds.length === 0) return null;
  return (
    <Section title={say.own} id="demandes">
      {cases.map((one) => (
        <Alert key={one.id} tone="info" level={3} title={one.label}>
          <CaseWords one={one} letterAt={addresses.ownLetter(enrolmentId, one.id)}>
            <TimeLeft {...one} />
          </CaseWords>
        </Alert>
      ))}
      <Details summary={say.ask} open={state.faults.length > 0}>
        <Form
          action={addresses.ask(enrolmentId)}
          csrf={csrf}
          idempotencyKey={idempotencyKey}
          state={state}
          label={say.ask}
          submit={say.send}
        >
          <FormFields fields={askFields(kinds)} />
        </Form>
      </Details>
    </Section>
  );
}

/** What silence makes of it, or until when its refusal is contested (code de justice administrative, R421-5). */
export function TimeLeft({ time, outcome }: TimedCase): JSX.Element | null {
  const left = timeLeftInWords(time, outcome);
  return left === null ? null : <p>{left}</p>;
}
