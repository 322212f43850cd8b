import type { JSX } from 'preact';
import { LARGEST_SENT } from '../../../keptFiles/index.ts';
import { FilesAhead, whyNotMany } from '../../../lots/index.ts';
import { deskAddresses, type FileSearch, type NamedFile } from '../../../scope/index.ts';
import {
  BackLink,
  Button,
  defineField,
  defineFileField,
  FileInput,
  Form,
  FormFields,
  type FormState,
  freeText,
  frenchDate,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { OFFICE_DOCUMENT } from '../../document.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { documentOfficeTexts as say } from '../documentsTexts.ts';

const words = say.fields;

/** `today`: nothing is asked for a day that has passed. */
export function documentForm(today: Temporal.PlainDate) {
  return [
    defineField({
      name: 'titre',
      label: words.title,
      hint: words.titleHint,
      example: words.titleExample,
      control: 'text',
      missing: words.titleMissing,
      check: freeText(OFFICE_DOCUMENT.title),
    }),
    defineField({
      name: 'consigne',
      label: words.todo,
      example: words.todoExample,
      control: 'textarea',
      rows: 3,
      missing: words.todoMissing,
      check: freeText(OFFICE_DOCUMENT.todo),
    }),
    defineField({
      name: 'echeance',
      label: words.dueOn,
      hint: words.dueOnHint,
      example: words.dueOnExample,
      control: 'date',
      optional: true,
      check: frenchDate({ from: today }),
    }),
  ] as const;
}

export const pdfField = defineFileField({
  name: 'fichier',
  label: words.file,
  accept: ['application/pdf', '.pdf'],
  limits: words.limits(LARGEST_SENT),
});

/** Whom it is for: the files of a search, or one file. */
export type Audience = FileSearch & { readonly dossier: string };

/** A document is chosen and named here, before anybody gets it. */
export function NewDocumentPage(
  view: PageFrame & {
    readonly audience: Audience;
    /** Up to one more than it may be given to. */
    readonly count: number;
    /** The one whom it is for; null: a list. */
    readonly alone: NamedFile | null;
    readonly fields: ReturnType<typeof documentForm>;
    readonly state: FormState;
    readonly idempotencyKey: string;
  },
): JSX.Element {
  const { state, audience, count, alone } = view;
  const { dossier, ...search } = audience;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      {alone === null ? (
        <FilesAhead title={say.title} search={search} count={count} most={OFFICE_DOCUMENT.people} lead={say.lead} />
      ) : (
        <>
          <BackLink href={deskAddresses.file(alone.id)}>{say.backToFile}</BackLink>
          <PageTitle lead={say.leadAlone(alone.number, alone.name)}>{say.title}</PageTitle>
        </>
      )}
      {whyNotMany(count, OFFICE_DOCUMENT.people) === null && (
        <Form
          action={documentDesk.newDocument()}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          hidden={alone === null ? search : { dossier }}
          state={state}
          label={say.title}
        >
          <FormFields fields={view.fields} />
          <FileInput field={pdfField} />
          {state.faults.length > 0 && <p class="muted">{say.chooseAgain}</p>}
          <Button>{say.preview}</Button>
        </Form>
      )}
    </Page>
  );
}
