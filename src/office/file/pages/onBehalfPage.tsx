import type { JSX } from 'preact';
import { fileField, GIVEN_BY, type GivenBy } from '../../../pieces/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  FileInput,
  Form,
  FormField,
  type FormState,
  frenchDate,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { onBehalfTexts as say } from '../onBehalfTexts.ts';

const ways = GIVEN_BY.map((way) => ({ value: way, label: say.ways[way] }));
export const givenFields = [
  defineField({
    name: 'arrivee',
    label: say.way,
    control: 'radio',
    options: ways,
    missing: say.wayMissing,
    check: oneOf<GivenBy>(ways),
  }),
  defineField({
    name: 'jour',
    label: say.day,
    hint: say.dayHint,
    control: 'date',
    autocomplete: 'off',
    width: 12,
    missing: say.dayMissing,
    check: frenchDate(),
  }),
] as const;

export type OnBehalfView = PageFrame & {
  readonly pieceId: string;
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly piece: string;
  /** Why no file can be given; null: one can. */
  readonly shut: string | null;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** A piece that came on paper, filed by an officer in the candidate's name. */
export function OnBehalfPage(view: OnBehalfView): JSX.Element {
  const { enrolmentId, state, shut } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={`${say.title}, ${view.number}`}
      faulty={state.faults.length > 0}
      scripts={['deposit.js']}
    >
      <BackLink href={addresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={`${say.title}, ${view.name}`} lead={say.lead}>
        {view.piece}
      </PageTitle>
      {shut === null ? (
        <Form
          action={addresses.onBehalf(view.pieceId)}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          state={state}
        >
          {givenFields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <FileInput field={fileField} />
          <Actions>
            <Button>{say.submit}</Button>
            <ButtonLink kind="secondary" href={addresses.file(enrolmentId)}>
              {say.keep}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <Alert tone="info" title={say.shut}>
          {shut}
        </Alert>
      )}
    </Page>
  );
}
