import type { JSX } from 'preact';
import { Alert, type Field, type FormState, type PageFrame } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { FormPage } from './formPage.tsx';

const words = texts.signUp;

export type SignUpPageProps = PageFrame & {
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly idempotencyKey: string;
  /** What is typed is read back on the next page, before the account is made. */
  readonly readsBack: boolean;
};

/** « Formulaire de création » of the notice (section I): its fields, in its order, with its words. */
export function SignUpPage({ readsBack, ...form }: SignUpPageProps): JSX.Element {
  const before = (
    <>
      <p>{words.intro}</p>
      <p>
        <a href="/connexion">{words.haveAccount}</a>
      </p>
    </>
  );
  return (
    <FormPage
      {...form}
      title={words.title}
      lead={words.lead}
      action="/compte/creer"
      submit={readsBack ? words.readBack.go : words.submit}
      before={before}
      marks="required"
    >
      <Alert tone="info" title={words.remember.title}>
        <p>{words.remember.keep}</p>
        <p>{words.remember.post}</p>
      </Alert>
    </FormPage>
  );
}
