import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Form,
  FormField,
  FormFields,
  type FormState,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { currentPasswordField } from '../forms.ts';
import { passkeyTexts } from '../passkeyTexts.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { APPLICATION, PASSKEYS, RECOVERY_CODES, REMOVAL, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { setUpFields } from '../signInForms.ts';
import { texts } from '../texts.ts';
import { Passkeys, type PasskeysProps } from './passkeyPages.tsx';

const words = secondFactorTexts;

export type SetUpPageProps = PageFrame & {
  readonly state: FormState;
  /** Nothing else opens before. */
  readonly required: boolean;
  /** A passkey would do, and may be made here. */
  readonly orPasskey: boolean;
  /** Our own drawing of the link. */
  readonly square: string;
  readonly link: string;
  /** The secret, to be typed. */
  readonly typed: string;
  /** What comes back with the code. */
  readonly offer: string;
};

export function SetUpPage(props: SetUpPageProps): JSX.Element {
  const { chrome, csrf, flash, state, required, orPasskey, square, link, typed, offer } = props;
  const { setUp } = words;
  return (
    <Page chrome={chrome} flash={flash} title={setUp.title} faults={state.faults}>
      {!required && <BackLink href="/compte">{texts.account.back}</BackLink>}
      <PageTitle lead={setUp.lead}>{setUp.title}</PageTitle>
      {required && <Alert tone="info">{setUp.required}</Alert>}
      <Form action={SECOND_FACTOR} csrf={csrf} state={state} hidden={{ offre: offer }}>
        <Section title={setUp.read}>
          <p>{setUp.readText}</p>
          <div class="square-code" role="img" aria-label={setUp.square} dangerouslySetInnerHTML={{ __html: square }} />
          <p>
            <a href={link}>{setUp.link}</a>
          </p>
          <p>
            {setUp.key} <span class="code">{typed}</span>
          </p>
        </Section>
        <Section title={setUp.prove}>
          <FormFields fields={setUpFields} />
          <Actions>
            <Button>{setUp.submit}</Button>
          </Actions>
        </Section>
      </Form>
      {orPasskey && (
        <Section title={passkeyTexts.instead.title}>
          <p>{passkeyTexts.instead.text}</p>
          <ButtonLink kind="secondary" href={PASSKEYS}>
            {passkeyTexts.add}
          </ButtonLink>
        </Section>
      )}
      {required && (
        <ActionForm action="/deconnexion" csrf={csrf}>
          <Button kind="secondary">{setUp.signOut}</Button>
        </ActionForm>
      )}
    </Page>
  );
}

/** The ten codes, this once. `next`: where to go then. */
export function NewCodesPage(
  props: PageFrame & { readonly codes: readonly string[]; readonly next: string },
): JSX.Element {
  const { chrome, flash, codes, next } = props;
  const say = words.codes;
  return (
    <Page chrome={chrome} flash={flash} title={say.list}>
      <PageTitle lead={say.lead}>{say.list}</PageTitle>
      <Alert tone="warn">{say.keep}</Alert>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <Identifier>{code}</Identifier>
          </li>
        ))}
      </ul>
      <Actions>
        <ButtonLink href={next}>{say.kept}</ButtonLink>
      </Actions>
    </Page>
  );
}

/** One act on the second factor that asks for the password. */
export function ConfirmedPage(
  props: PageFrame & {
    readonly title: string;
    readonly lead: string;
    readonly left: number;
    readonly action: string;
    readonly submit: string;
    readonly state: FormState;
  },
): JSX.Element {
  const { chrome, csrf, flash, title, lead, left, action, submit, state } = props;
  return (
    <Page chrome={chrome} flash={flash} title={title} faults={state.faults}>
      <BackLink href={SECOND_FACTOR}>{words.account.title}</BackLink>
      <PageTitle lead={lead}>{title}</PageTitle>
      <p>{words.codes.left(left)}</p>
      <Form action={action} csrf={csrf} state={state} submit={submit}>
        <FormField field={currentPasswordField} />
      </Form>
    </Page>
  );
}

/** What is set, and what may be done with it. */
export function SecondFactorPage(
  props: PageFrame &
    PasskeysProps & {
      readonly since: Temporal.Instant;
      /** Recovery codes that are left; null: no application is set. */
      readonly left: number | null;
    },
): JSX.Element {
  const { chrome, flash, since, left } = props;
  return (
    <Page chrome={chrome} flash={flash} title={words.account.title}>
      <BackLink href="/compte">{texts.account.back}</BackLink>
      <PageTitle lead={words.account.on(since)}>{words.account.title}</PageTitle>
      <Section title={words.account.application}>
        <p>{left === null ? words.account.noApplication : words.codes.left(left)}</p>
        {left === null ? (
          <ButtonLink kind="secondary" href={APPLICATION}>
            {words.account.setApplication}
          </ButtonLink>
        ) : (
          <ul>
            <li>
              <a href={RECOVERY_CODES}>{words.codes.renew}</a>
            </li>
            <li>
              <a href={REMOVAL}>{words.remove.title}</a>
            </li>
          </ul>
        )}
      </Section>
      <Passkeys {...props} />
    </Page>
  );
}
