import type { JSX } from 'preact';
import {
  Alert,
  BackLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  freeText,
  frenchDate,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { appealTexts as say } from '../appealTexts.ts';

/** As long as what is asked on line. */
const MOST = 2_000;

export function appealFields(kinds: readonly Option[]) {
  return [
    defineField({
      name: 'demande',
      label: say.kind,
      control: 'radio',
      options: kinds,
      missing: say.kindMissing,
      check: oneOf(kinds),
    }),
    defineField({
      name: 'poste',
      label: say.postedOn,
      hint: say.postedOnHint,
      control: 'date',
      width: 12,
      optional: true,
      check: frenchDate(),
    }),
    defineField({
      name: 'arrivee',
      label: say.receivedOn,
      hint: say.receivedOnHint,
      control: 'date',
      width: 12,
      missing: say.receivedOnMissing,
      check: frenchDate(),
    }),
    defineField({
      name: 'precisions',
      label: say.words,
      hint: say.wordsHint,
      control: 'textarea',
      rows: 6,
      missing: say.wordsMissing,
      check: freeText(MOST),
    }),
  ] as const;
}

export type AppealView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** What may be asked; null: no result is published. */
  readonly kinds: readonly Option[] | null;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** What a candidate asks by letter once their result is published, typed by who opened it. */
export function AppealPage(view: AppealView): JSX.Element {
  const { enrolmentId, kinds, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={addresses.file(enrolmentId)}>{say.back}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      {kinds === null ? (
        <Alert tone="info">{say.nothing}</Alert>
      ) : (
        <>
          <p>{say.lead}</p>
          <Form
            action={addresses.postedAppeal(enrolmentId)}
            csrf={view.csrf}
            idempotencyKey={view.idempotencyKey}
            state={state}
            label={say.title}
            submit={say.submit}
          >
            <FormFields fields={appealFields(kinds)} />
          </Form>
        </>
      )}
    </Page>
  );
}
