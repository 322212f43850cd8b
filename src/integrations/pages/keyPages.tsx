import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  shortInstant,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { ApiKey } from '../apiKey.ts';
import { integrationTexts } from '../texts.ts';
import { scopesInWords, stateInWords } from './homePage.tsx';
import { keyForm } from './keyForm.ts';
import { NewPage, type NewView } from './parts.tsx';

const say = integrationTexts;

/** Which program, what it may read, for how long; and, beside each tick, which data of people that is. */
export function NewKeyPage(view: NewView): JSX.Element {
  return <NewPage view={view} action={addresses.newKey} fields={keyForm} words={say.make} />;
}

/** The one page that shows it. `secret` null: the form was sent twice, and its first answer showed it. */
export function MadeKeyPage(view: PageFrame & { readonly name: string; readonly secret: string | null }): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.made.title}>
      <PageTitle {...(view.secret !== null && { lead: say.made.lead(view.name) })}>{say.made.title}</PageTitle>
      {view.secret === null ? (
        <Alert tone="warn">{say.made.again}</Alert>
      ) : (
        <>
          <SummaryList large rows={[{ label: say.made.key, value: <span class="typed">{view.secret}</span> }]} />
          <p>{say.made.how}</p>
        </>
      )}
      <Actions>
        <ButtonLink href={addresses.home()}>{view.secret === null ? say.title : say.made.done}</ButtonLink>
      </Actions>
    </Page>
  );
}

/** What a key opens, who made it, and the way to take it away. */
export function KeyPage(
  view: PageFrame & {
    readonly key_: ApiKey;
    readonly now: Temporal.Instant;
    readonly madeBy: string;
    readonly stands: boolean;
  },
): JSX.Element {
  const { key_: key, now, madeBy, stands, csrf } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={key.name}>
      <BackLink href={addresses.home()}>{say.title}</BackLink>
      <PageTitle kicker={say.keys.title}>{key.name}</PageTitle>
      <SummaryList
        rows={[
          { label: say.key.state, value: stateInWords(key, now) },
          { label: say.key.opens, value: scopesInWords(key) },
          { label: say.key.shown, value: `${key.shown}…` },
          { label: say.key.madeBy, value: madeBy },
          { label: say.key.madeAt, value: shortInstant(key.madeAt) },
          { label: say.key.expires, value: shortInstant(key.expiresAt) },
          { label: say.key.lastUse, value: key.lastUsedAt === null ? say.keys.never : shortInstant(key.lastUsedAt) },
        ]}
      />
      {stands && (
        <Section title={say.key.revoke}>
          <p>{say.key.revokeText}</p>
          <ActionForm action={addresses.key(key.id)} csrf={csrf}>
            <Button kind="secondary">{say.key.revoke}</Button>
          </ActionForm>
        </Section>
      )}
    </Page>
  );
}
