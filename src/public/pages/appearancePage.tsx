import type { JSX } from 'preact';
import {
  Actions,
  Button,
  type Chrome,
  defineField,
  Form,
  FormFields,
  type FormState,
  oneOf,
  Page,
  PageTitle,
  type Scheme,
  schemeForm,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.scheme;
const SCHEMES = [
  { value: 'system', label: say.system, hint: say.systemHint },
  { value: 'light', label: say.light, hint: say.lightHint },
  { value: 'dark', label: say.dark, hint: say.darkHint },
] as const satisfies readonly { readonly value: Scheme; readonly label: string; readonly hint: string }[];

export const schemeFields = [
  defineField({
    name: schemeForm.scheme,
    label: say.field,
    control: 'radio',
    options: SCHEMES,
    missing: say.missing,
    check: oneOf(SCHEMES),
  }),
] as const;

/** The three choices as a page, for pages without a token in their foot. */
export function AppearancePage(props: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly back: string;
  readonly state: FormState;
}): JSX.Element {
  const { chrome, csrf, back, state } = props;
  return (
    <Page chrome={chrome} title={say.title} faults={state.faults}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Form action={schemeForm.action} csrf={csrf} state={state} hidden={{ [schemeForm.returnTo]: back }}>
        <FormFields fields={schemeFields} />
        <Actions>
          <Button>{say.save}</Button>
          <a href={back}>{say.back}</a>
        </Actions>
      </Form>
      <p class="muted">{say.cookie}</p>
    </Page>
  );
}
