import type { JSX } from 'preact';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  EmptyState,
  type Field,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { EXTENSION_LIFE, type Extension } from '../extension.ts';
import { texts as say } from '../texts/extensions.ts';
import { texts as frame } from '../texts.ts';
import { Consequences, type ExtendedSession } from './extensionDates.tsx';

export type ExtensionsView = PageFrame & {
  readonly fields: readonly Field[];
  readonly state: FormState;
  readonly extensions: readonly Extension[];
  readonly labelOf: (session: string) => string;
};

/** The form, and what was proposed and decided before. */
export function ExtensionsPage({ fields, state, extensions, labelOf, ...view }: ExtensionsView): JSX.Element {
  const sessions = fields.find(({ name }) => name === 'sessions')?.options ?? [];
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      <BackLink href={addresses.home()}>{frame.home.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {sessions.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <Form action={addresses.extensions()} csrf={view.csrf} state={state} label={say.title} submit={say.preview}>
          <FormFields fields={fields} />
        </Form>
      )}
      {extensions.length > 0 && (
        <Section title={say.list}>
          <Table
            caption={say.list}
            columns={say.columns}
            rows={extensions.map((one) => ({
              key: one.id,
              cells: [
                <a key="at" href={addresses.extension(one.id)}>
                  {shortInstant(one.proposedAt)}
                </a>,
                <span key="reason" class="typed">
                  {one.reason}
                </span>,
                one.sessions.map(labelOf).join(', '),
                say.states[one.state],
              ],
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

export type ExtensionPreview = PageFrame & {
  readonly sessions: readonly ExtendedSession[];
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly reason: string;
  readonly length: { readonly days: number; readonly hours: number };
  readonly idempotencyKey: string;
};

/** What would be proposed, before it is. */
export function ExtensionPreviewPage(view: ExtensionPreview): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.previewTitle}>
      <BackLink href={addresses.extensions()}>{say.title}</BackLink>
      <PageTitle lead={say.by(view.length)}>{say.previewTitle}</PageTitle>
      <Consequences reason={view.reason} sessions={view.sessions} />
      <Form action={addresses.extensions()} csrf={view.csrf} idempotencyKey={view.idempotencyKey} label={say.propose}>
        <input type="hidden" name="confirme" value="oui" />
        <Typed hidden={view.hidden} />
        <Actions>
          <Button>{say.propose}</Button>
          <Button kind="secondary" name="confirme" value="non">
            {say.change}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

function Typed({ hidden }: Pick<ExtensionPreview, 'hidden'>): JSX.Element {
  return (
    <>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

export type ExtensionView = PageFrame & {
  readonly extension: Extension;
  /** Null once it is decided; the reason why it can't be put in force today. */
  readonly sessions: readonly ExtendedSession[] | null;
  readonly obstacle: string | null;
  readonly publication: number;
  readonly own: boolean;
  readonly state: FormState;
  readonly nameOf: (account: string | null) => string;
  readonly labelOf: (session: string) => string;
};

/** One extension: what it does, and the second person's act. */
export function ExtensionPage(view: ExtensionView): JSX.Element {
  const { extension, state } = view;
  const title = say.one(extension.proposedAt);
  const decider = extension.closedBy === null ? null : view.nameOf(extension.closedBy);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={title} faults={state.faults}>
      <BackLink href={addresses.extensions()}>{say.title}</BackLink>
      <PageTitle kicker={say.states[extension.state]} lead={say.by(extension)}>
        {title}
      </PageTitle>
      <p>{say.who(view.nameOf(extension.proposedBy), decider)}</p>
      {view.obstacle !== null && <Alert tone="warn">{view.obstacle}</Alert>}
      {view.sessions === null ? (
        <>
          <Alert tone="info">
            <p class="typed">{extension.reason}</p>
          </Alert>
          <p>{extension.sessions.map(view.labelOf).join(', ')}</p>
          <ul>
            {extension.deadlines.map((one) => (
              <li key={one}>{say.kinds[one]}</li>
            ))}
          </ul>
        </>
      ) : (
        <Consequences reason={extension.reason} sessions={view.sessions} />
      )}
      {extension.publication !== null && (
        <p>
          <a href={addresses.publication(extension.publication)}>{say.publication(extension.publication)}</a>
        </p>
      )}
      {EXTENSION_LIFE.may('approve', extension.state) && <Decide view={view} />}
    </Page>
  );
}

function Decide({ view }: { readonly view: ExtensionView }): JSX.Element {
  const { extension, own, obstacle } = view;
  return (
    <>
      {own && <p>{say.waits}</p>}
      <Form action={addresses.extension(extension.id)} csrf={view.csrf} version={view.publication} label={say.approve}>
        <Actions>
          {!own && obstacle === null && (
            <Button name="acte" value="prolonger">
              {say.approve}
            </Button>
          )}
          <Button kind="secondary" name="acte" value="abandonner">
            {say.drop}
          </Button>
        </Actions>
      </Form>
      {own && (
        <ButtonLink kind="secondary" href={addresses.home()}>
          {frame.home.title}
        </ButtonLink>
      )}
    </>
  );
}
