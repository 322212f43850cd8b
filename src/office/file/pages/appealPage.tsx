import type { JSX } from 'preact';
import { fileField } from '../../../pieces/index.ts';
import { askFields } from '../../../publication/index.ts';
import {
  Alert,
  BackLink,
  defineField,
  defineFileField,
  FileInput,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Unsent,
} from '../../../ui/index.ts';
import { appealTexts as say } from '../appealTexts.ts';

export const letterField = defineFileField({ ...fileField, label: say.scan, hint: say.scanHint });

/** What a letter asks, as on line, and the two days of a letter. */
export function appealFields(kinds: readonly Option[]) {
  const [kind, words] = askFields(kinds, say);
  return [
    kind,
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
    words,
  ] as const;
}

export type AppealView = PageFrame & {
  readonly number: string;
  readonly name: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly action: string;
  /** Of the office, whose page says where a letter about health goes, of everybody alike. */
  readonly sealed: boolean;
  /** What may be asked or contested; none: nothing was decided, nor published. */
  readonly kinds: readonly Option[];
  /** Those that were typed before, with the scans of their letters. */
  readonly before: readonly { readonly key: string; readonly label: string; readonly href: string }[];
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** What a candidate contests by letter, or asks once their result is published, typed by who opened it. */
export function AppealPage(view: AppealView): JSX.Element {
  const { kinds, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={view.back.href}>{view.back.label}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      {view.sealed && <p>{say.sealed}</p>}
      {kinds.length === 0 ? (
        <>
          <Alert tone="info">{say.nothing}</Alert>
          <Unsent words={state.typed.precisions} />
        </>
      ) : (
        <>
          <p>{say.lead}</p>
          <Form
            action={view.action}
            csrf={view.csrf}
            idempotencyKey={view.idempotencyKey}
            state={state}
            label={say.title}
            multipart
            submit={say.submit}
          >
            <FormFields fields={appealFields(kinds)} />
            <FileInput field={letterField} />
          </Form>
        </>
      )}
      {view.before.length > 0 && (
        <Section title={say.before}>
          <ul>
            {view.before.map(({ key, label, href }) => (
              <li key={key}>
                <a href={href} download>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
