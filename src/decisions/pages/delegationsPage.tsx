import type { JSX } from 'preact';
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  DangerLink,
  Details,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  wholeFault,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { DeclaredAct } from '../decision.ts';
import type { Delegation } from '../delegation.ts';
import { isInForce } from '../rules/signing.ts';
import { texts } from '../texts.ts';
import type { DelegationFields } from './delegationFields.ts';

const say = texts.delegations;

export type DelegationsView = PageFrame & {
  readonly delegations: readonly Delegation[];
  readonly acts: readonly DeclaredAct[];
  readonly today: Temporal.PlainDate;
  readonly fields: DelegationFields;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** Who signs what: the delegations of the academy, and the form that keeps another. */
export function DelegationsPage(view: DelegationsView): JSX.Element {
  const { delegations, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
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
      <Section title={say.add}>
        <Form action={addresses.delegations()} csrf={view.csrf} idempotencyKey={view.idempotencyKey} state={state}>
          <FormFields fields={view.fields} />
          <Actions>
            <Button>{say.submit}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}

function cellsOf(one: Delegation, { acts, today }: DelegationsView): readonly (JSX.Element | string)[] {
  const name = `${one.firstName} ${one.surname}`;
  const over = one.until !== null && Temporal.PlainDate.compare(one.until, today) < 0;
  const titles = acts.filter(({ code }) => one.acts.includes(code)).map(({ title }) => title);
  return [
    <>
      {name}
      <br />
      <small>{one.capacity}</small>
    </>,
    <Details key="acts" summary={say.acts(titles.length)}>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Details>,
    say.source(one.title, one.grantor, one.publishedOn),
    over && one.until !== null
      ? say.over(one.until)
      : isInForce(one, today)
        ? say.days(one.from, one.until)
        : say.to(one.from),
    over ? '' : <DangerLink href={addresses.end(one.id)}>{say.end}</DangerLink>,
  ];
}

export type EndView = PageFrame & { readonly delegation: Delegation; readonly refusal: string | null };

/** The page that asks before a delegation ends. */
export function EndDelegationPage({ delegation, refusal, csrf, ...view }: EndView): JSX.Element {
  const title = say.endTitle(`${delegation.firstName} ${delegation.surname}`);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={title} faults={wholeFault(refusal)}>
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
