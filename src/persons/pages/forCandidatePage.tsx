import type { ComponentChildren, JSX } from 'preact';
import { keysOf } from '../../platform/keys.ts';
import { deskAddresses } from '../../scope/index.ts';
import {
  Alert,
  BackLink,
  Button,
  defineField,
  emptyForm,
  type Field,
  Form,
  type FormState,
  frenchDate,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  withoutFields,
} from '../../ui/index.ts';

type Words = { readonly label: string; readonly hint?: string; readonly missing: string };

/** How something came to the office. */
export function wayField<Name extends string, Way extends string>(
  name: Name,
  ways: Readonly<Record<Way, string>>,
  { label, missing }: Words,
): Field<Name, Way> {
  const options = keysOf(ways).map((value) => ({ value, label: ways[value] }));
  return defineField({ name, label, control: 'radio', options, missing, check: oneOf<Way>(options) });
}

/** The day on which it came, or was posted. */
export function dayField(words: Words): Field<'jour', Temporal.PlainDate> {
  return defineField({
    name: 'jour',
    ...words,
    control: 'date',
    autocomplete: 'off',
    width: 12,
    check: frenchDate(),
  });
}

export type ForCandidateView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** Why nothing can be done; null: something can. */
  readonly shut: string | null;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

export type ForCandidateProps = {
  readonly view: ForCandidateView;
  readonly title: string;
  readonly kicker: string;
  readonly heading: string;
  readonly lead: string;
  readonly shutTitle: string;
  readonly action: string;
  readonly submit: string;
  /** In the place of the form. */
  readonly instead?: JSX.Element | null;
  readonly below?: ComponentChildren;
  /** The `prefix` of a form below, where that one was sent. */
  readonly form?: string | null;
  /** The fields. */
  readonly children: ComponentChildren;
};

/** What an officer does in a candidate's name, with a file that came on paper. */
export function ForCandidatePage({ view, instead = null, ...page }: ForCandidateProps): JSX.Element {
  const { state, shut } = view;
  const { form = null } = page;
  const isOpen = shut === null && instead === null;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={`${page.title}, ${view.number}`}
      faults={isOpen || form !== null ? state.faults : withoutFields(state.faults)}
      form={form}
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={deskAddresses.file(view.enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={page.kicker} lead={page.lead}>
        {page.heading}
      </PageTitle>
      {shut !== null && (
        <Alert tone="info" title={page.shutTitle}>
          {shut}
        </Alert>
      )}
      {instead}
      {isOpen && (
        <Form
          action={page.action}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          state={form === null ? state : emptyForm}
        >
          {page.children}
          <Button>{page.submit}</Button>
        </Form>
      )}
      {page.below}
    </Page>
  );
}
