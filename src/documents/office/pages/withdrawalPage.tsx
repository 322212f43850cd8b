import type { JSX } from 'preact';
import {
  Actions,
  AsWritten,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  freeText,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { OFFICE_DOCUMENT, type OfficeDocument } from '../../document.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { documentOfficeTexts as say } from '../documentsTexts.ts';

export const withdrawalForm = [
  defineField({
    name: 'motif',
    label: say.reason,
    hint: say.reasonHint,
    control: 'textarea',
    rows: 3,
    missing: say.reasonMissing,
    check: freeText(OFFICE_DOCUMENT.reason),
  }),
] as const;

/** Asked before a document is taken back from everybody. */
export function WithdrawalPage(
  view: PageFrame & { readonly document: OfficeDocument; readonly given: number; readonly state: FormState },
): JSX.Element {
  const { document, given, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.withdrawalTitle} faults={state.faults}>
      <BackLink href={documentDesk.document(document.id)}>{document.title}</BackLink>
      <PageTitle lead={say.withdrawalLead(document.title, given)}>{say.withdrawalTitle}</PageTitle>
      <Form
        action={documentDesk.documentWithdrawal(document.id)}
        csrf={view.csrf}
        state={state}
        label={say.withdrawalTitle}
      >
        <FormFields fields={withdrawalForm} />
        <AsWritten />
        <Actions>
          <Button kind="danger">{say.confirmWithdrawal(given)}</Button>
          <ButtonLink kind="secondary" href={documentDesk.document(document.id)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
