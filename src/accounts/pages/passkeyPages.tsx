import type { JSX } from 'preact';
import {
  BackLink,
  ButtonLink,
  exactInstant,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { currentPasswordField } from '../forms.ts';
import { passkeyTexts } from '../passkeyTexts.ts';
import { CREATION, PASSKEYS, passkeyAddress, passkeyRemoval, SECOND_FACTOR } from '../secondProofAddresses.ts';
import { passkeyNameField } from '../signInForms.ts';
import type { Passkey } from '../store/passkeys.ts';
import { FormPage } from './formPage.tsx';
import { PasskeyPrompt } from './passkeyPrompt.tsx';

const words = passkeyTexts;

export const passkeyFields = [passkeyNameField, currentPasswordField] as const;

const Back = (): JSX.Element => <BackLink href={SECOND_FACTOR}>{words.proof.title}</BackLink>;

export type PasskeysProps = {
  readonly passkeys: readonly Passkey[];
  /** The name of this house by which the page is seen; null: no passkey may be made here. */
  readonly host: string | null;
  readonly isFull: boolean;
  /** Nothing else proves this account. */
  readonly isAlone: boolean;
};

/** The keys of somebody, and what may be done with them. */
export function Passkeys({ passkeys, host, isFull, isAlone }: PasskeysProps): JSX.Element {
  const { columns } = words;
  return (
    <Section title={words.title} id="cles">
      <p>{words.lead}</p>
      {passkeys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          columns={[columns.name, columns.added, columns.used, columns.acts]}
          rows={passkeys.map((key) => ({
            key: key.id,
            cells: [
              <>
                {key.name}
                {key.host !== host && <div class="muted">{words.elsewhere(key.host)}</div>}
                {key.backedUp && <div class="muted">{words.backedUp}</div>}
              </>,
              exactInstant(key.createdAt),
              key.usedAt === null ? words.never : exactInstant(key.usedAt),
              <>
                <ButtonLink kind="row" href={passkeyAddress(key.id)} about={words.about(key.name)}>
                  {words.rename}
                </ButtonLink>{' '}
                <ButtonLink kind="row" href={passkeyRemoval(key.id)} about={words.about(key.name)}>
                  {words.remove}
                </ButtonLink>
              </>,
            ],
          }))}
        />
      )}
      {isAlone && <p>{words.alone}</p>}
      {host === null ? (
        <p>{words.refusals.nowhere}</p>
      ) : isFull ? (
        <p>{words.full}</p>
      ) : (
        <ButtonLink kind="secondary" href={PASSKEYS}>
          {words.add}
        </ButtonLink>
      )}
    </Section>
  );
}

export function AddPasskeyPage(props: PageFrame & { readonly state: FormState }): JSX.Element {
  return (
    <FormPage
      {...props}
      title={words.add}
      lead={words.begin.lead}
      action={PASSKEYS}
      fields={passkeyFields}
      submit={words.begin.submit}
      back={<Back />}
    />
  );
}

/** The browser makes the key; `options`: what it makes it by. */
export function CreatePasskeyPage(props: PageFrame & { readonly name: string; readonly options: string }): JSX.Element {
  const { chrome, csrf, flash, name, options } = props;
  const say = words.create;
  const title = say.title(name);
  return (
    <Page chrome={chrome} flash={flash} title={title} scripts={['passkey.js']}>
      <BackLink href={PASSKEYS}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{title}</PageTitle>
      <PasskeyPrompt
        act="create"
        action={CREATION}
        csrf={csrf}
        options={options}
        submit={say.submit}
        without={<p>{say.without}</p>}
      />
    </Page>
  );
}

type OneKey = PageFrame & { readonly passkey: Passkey; readonly state: FormState };

export function RenamePasskeyPage({ passkey, ...props }: OneKey): JSX.Element {
  const { title, submit } = words.renaming;
  return (
    <FormPage
      {...props}
      title={title}
      action={passkeyAddress(passkey.id)}
      fields={[passkeyNameField]}
      submit={submit}
      back={<Back />}
    />
  );
}

export function RemovePasskeyPage({ passkey, ...props }: OneKey): JSX.Element {
  const { title, lead, submit } = words.removal;
  return (
    <FormPage
      {...props}
      title={title(passkey.name)}
      lead={lead}
      action={passkeyRemoval(passkey.id)}
      fields={[currentPasswordField]}
      submit={submit}
      back={<Back />}
    />
  );
}
