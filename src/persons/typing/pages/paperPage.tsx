import type { JSX } from 'preact';
import { deskAddresses, filesTexts } from '../../../scope/index.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonLink,
  defineField,
  type Field,
  Form,
  FormField,
  type FormState,
  type Option,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { changeoverTexts } from '../../changeover/changeoverTexts.ts';
import { paperTexts as say } from '../paperTexts.ts';
import { typingTexts } from '../typingTexts.ts';
import { AskedFields } from './typingPage.tsx';
import { WhoseAccount, WhoTheyAre } from './whoFields.tsx';

export function sessionField(sessions: readonly Option[]): Field<'session', string> {
  return defineField({
    name: 'session',
    label: say.session,
    control: 'select',
    options: sessions,
    missing: say.sessionMissing,
    check: oneOf<string>(sessions),
  });
}

/** A draft that this officer opened and has not registered. */
export type OwnDraft = {
  readonly id: string;
  readonly name: string;
  readonly session: string;
  readonly openedAt: Temporal.Instant;
};

export type PaperView = PageFrame & {
  readonly sessions: readonly Option[];
  /** Accounts that may be this person's already. */
  readonly accounts: readonly Option[];
  readonly drafts: readonly OwnDraft[];
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** An enrolment that came on paper: who it is, what was asked, then the steps. */
export function PaperPage(view: PaperView): JSX.Element {
  const { state, sessions, accounts } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={say.title}
      faults={state.faults}
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={deskAddresses.files()}>{filesTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <p>
        <a href={personAddresses.changeover()}>{changeoverTexts.link}</a>
      </p>
      <Drafts drafts={view.drafts} />
      {sessions.length === 0 ? (
        <Alert tone="info">{say.noSession}</Alert>
      ) : (
        <Form
          action={personAddresses.paperEnrolment()}
          multipart
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          state={state}
        >
          <WhoseAccount accounts={accounts} text={say.found.text} />
          <FormField field={sessionField(sessions)} />
          <WhoTheyAre />
          <AskedFields />
          <p class="muted">{say.arrangements}</p>
          <Button>{typingTexts.submit}</Button>
        </Form>
      )}
    </Page>
  );
}

function Drafts({ drafts }: { readonly drafts: readonly OwnDraft[] }): JSX.Element | null {
  if (drafts.length === 0) return null;
  return (
    <Section title={say.mine}>
      <p class="muted">{say.mineLead}</p>
      <Table
        caption={say.mine}
        columns={Object.values(say.columns)}
        rows={drafts.map(({ id, name, session, openedAt }) => ({
          key: id,
          cells: [
            <TypedWords key="nom">{name}</TypedWords>,
            session,
            shortInstant(openedAt),
            <ButtonLink key="suite" kind="secondary" href={personAddresses.typing(id, 'recapitulatif')} about={name}>
              {say.resume}
            </ButtonLink>,
          ],
        }))}
      />
    </Section>
  );
}
