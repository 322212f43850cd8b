import type { JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  DangerLink,
  Details,
  EmptyState,
  FoldedForm,
  Form,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { DeclaredAct } from '../decision.ts';
import type { Delegation } from '../delegation.ts';
import { endOf, isInForce } from '../rules/signing.ts';
import { texts } from '../texts.ts';
import type { DelegationFields } from './delegationFields.ts';

const say = texts.delegations;

export type DelegationsView = PageFrame & {
  readonly delegations: readonly Delegation[];
  /** The name under which each account signs in, by its id. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly acts: readonly DeclaredAct[];
  readonly now: Temporal.Instant;
  readonly fields: DelegationFields;
  /** As it came back refused; null: it didn't. */
  readonly refused: FormState | null;
  readonly idempotencyKey: string;
};

/** Who signs what: the delegations of the academy, and the form that keeps another. */
export function DelegationsPage(view: DelegationsView): JSX.Element {
  const { delegations, refused } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={refused?.faults ?? []}
      form="delegation"
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {delegations.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={delegations.map((one) => ({ key: one.id, cells: cellsOf(one, view) }))}
        />
      )}
      <FoldedForm
        name="delegation"
        title={say.add}
        action={addresses.delegations()}
        csrf={view.csrf}
        idempotencyKey={view.idempotencyKey}
        fields={view.fields}
        refused={refused}
        open={delegations.length === 0}
        submit={say.submit}
        kind="primary"
      />
    </Page>
  );
}

function cellsOf(one: Delegation, { accounts, acts, now }: DelegationsView): readonly (JSX.Element | string)[] {
  const name = `${one.firstName} ${one.surname}`;
  const end = endOf(one, now);
  const titles = acts.filter(({ code }) => one.acts.includes(code)).map(({ title }) => title);
  return [
    <>
      {name}
      <br />
      <small>{one.capacity}</small>
      <br />
      <small class="muted">{say.account(accounts.get(one.accountId) ?? say.gone)}</small>
    </>,
    <Details key="acts" summary={say.acts(titles.length)}>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Details>,
    say.source(one.title, one.grantor, one.publishedOn),
    end !== null ? say.over(end) : isInForce(one, now) ? say.days(one.from, one.until) : say.to(one.from),
    end !== null ? '' : <DangerLink href={addresses.end(one.id)}>{say.end}</DangerLink>,
  ];
}

export type EndView = PageFrame & { readonly delegation: Delegation };

/** The page that asks before a delegation ends. */
export function EndDelegationPage({ delegation, csrf, ...view }: EndView): JSX.Element {
  const title = say.endTitle(`${delegation.firstName} ${delegation.surname}`);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={title}>
      <BackLink href={addresses.delegations()}>{say.back}</BackLink>
      <PageTitle lead={say.endText}>{title}</PageTitle>
      <Form action={addresses.end(delegation.id)} csrf={csrf}>
        <Actions>
          <Button>{say.end}</Button>
          <ButtonLink kind="secondary" href={addresses.delegations()}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
