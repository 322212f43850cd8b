import type { JSX } from 'preact';
import { civilStatusFields } from '../../../accounts/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  Form,
  FormField,
  FormFields,
  type FormState,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { CORRECTION_REASONS, type CorrectionReason } from '../../actions/correctCivilStatus.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { civilStatusTexts } from '../civilStatusTexts.ts';

const say = civilStatusTexts;

const reasons = CORRECTION_REASONS.map((code) => ({ value: code, label: say.reasons[code] }));
export const reasonField = defineField({
  name: 'reason',
  label: say.reason,
  control: 'radio',
  options: reasons,
  missing: say.reasonMissing,
  check: oneOf<CorrectionReason>(reasons),
});

export type CivilStatusView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly state: FormState;
};

export function CivilStatusPage({
  enrolmentId,
  number,
  name,
  version,
  state,
  csrf,
  ...view
}: CivilStatusView): JSX.Element {
  return (
    <Page {...view} title={say.title} faults={state.faults}>
      <BackLink href={deskAddresses.file(enrolmentId)}>{number}</BackLink>
      <PageTitle kicker={name} lead={say.lead}>
        {say.title}
      </PageTitle>
      <Alert tone="info">{say.effect}</Alert>
      <Form action={personAddresses.civilStatus(enrolmentId)} csrf={csrf} version={version} state={state}>
        <FormFields fields={civilStatusFields} />
        <FormField field={reasonField} />
        <Actions>
          <Button>{say.submit}</Button>
          <ButtonLink kind="secondary" href={deskAddresses.file(enrolmentId)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
