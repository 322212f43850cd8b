import type { JSX } from 'preact';
import type { Field, FormState, PageFrame } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { FormPage } from './formPage.tsx';

const words = texts.forgotten;

export type ChoosePasswordPageProps = PageFrame & {
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly token: string;
  readonly name: string;
  /** For password managers: whose password this is. */
  readonly address: string;
};

/** What the link of a forgotten password, or of an invitation, opens. */
export function ChoosePasswordPage({ token, name, address, ...form }: ChoosePasswordPageProps): JSX.Element {
  return (
    <FormPage
      {...form}
      title={words.chooseTitle}
      lead={words.chooseIntro(name)}
      action="/mot-de-passe-oublie"
      hidden={{ lien: token }}
      submit={words.chooseSubmit}
      unseen={<input type="email" hidden name="identifiant" value={address} autocomplete="username" readonly />}
    />
  );
}
