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
import { PUBLICATION, type Publication } from '../../document.ts';
import { addresses as documentDesk } from '../addresses.ts';
import { publicationOfficeTexts as say } from '../documentsTexts.ts';

export const withdrawalForm = [
  defineField({
    name: 'motif',
    label: say.reason,
    hint: say.reasonHint,
    control: 'textarea',
    rows: 3,
    missing: say.reasonMissing,
    check: freeText(PUBLICATION.reason),
  }),
] as const;

/** Asked before a document is taken back from everybody. */
export function WithdrawalPage(
  view: PageFrame & { readonly publication: Publication; readonly given: number; readonly state: FormState },
): JSX.Element {
  const { publication, given, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.withdrawalTitle} faults={state.faults}>
      <BackLink href={documentDesk.publication(publication.id)}>{publication.title}</BackLink>
      <PageTitle lead={say.withdrawalLead(publication.title, given)}>{say.withdrawalTitle}</PageTitle>
      <Form
        action={documentDesk.publicationWithdrawal(publication.id)}
        csrf={view.csrf}
        state={state}
        label={say.withdrawalTitle}
      >
        <FormFields fields={withdrawalForm} />
        <AsWritten />
        <Actions>
          <Button kind="danger">{say.confirmWithdrawal(given)}</Button>
          <ButtonLink kind="secondary" href={documentDesk.publication(publication.id)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
