import type { ComponentChildren, JSX } from 'preact';
import { paperDesk } from '../../../papers/index.ts';
import { deskAddresses, listFilters } from '../../../scope/index.ts';
import {
  Button,
  EmptyState,
  FilterSelect,
  Form,
  type FormState,
  Identifier,
  ListHead,
  type Option,
  Page,
  type PageFrame,
  Pagination,
  Section,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import type { CaseState, Regularisation } from '../../closing.ts';
import { addresses as closingDesk } from '../addresses.ts';
import { closingTexts as say } from '../closingTexts.ts';
import { lotTexts } from '../lotTexts.ts';
import type { CancelledFile } from '../store.ts';

export type ClosingLine = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly state: CaseState;
  readonly invitation: Regularisation | null;
  readonly sent: number;
  readonly opened: number;
  readonly observations: number;
};

export type ClosingView = PageFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly lead: string;
  /** Is the register closed, so that something can be done? */
  readonly isClosed: boolean;
  /** And what was begun before it has had its time to arrive, so that whoever is incomplete may be invited. */
  readonly isFinal: boolean;
  readonly lines: readonly ClosingLine[];
  /** Files on which a cancellation stands. */
  readonly cancellations: readonly CancelledFile[];
  /** Proposals that wait for this head of office, or another. */
  readonly toApprove: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly state: FormState;
};

/** *Clôture*: who is incomplete, with the evidence, and who can be invited to regularise. */
export function ClosingPage(view: ClosingView): JSX.Element {
  const { session, state } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <ListHead title={say.title} count={say.count(view.total)}>
        {view.sessions.length > 1 && (
          <Form action={deskAddresses.closing()} method="get" label={say.session}>
            {view.sessions.length > 1 && (
              <FilterSelect
                {...listFilters.session}
                options={view.sessions}
                every={say.everySession}
                chosen={session}
              />
            )}
            <Button kind="secondary">{say.show}</Button>
          </Form>
        )}
      </ListHead>
      <p>{view.lead}</p>
      <p>
        <a href={paperDesk.letters({ session, nature: 'decisions' })}>{say.letters}</a>
      </p>
      {view.toApprove > 0 && (
        <p>
          <a href={closingDesk.proposals({ session })}>{lotTexts.link(view.toApprove)}</a>
        </p>
      )}
      {view.lines.length === 0 ? <EmptyState title={say.empty}>{say.emptyText}</EmptyState> : <Lines view={view} />}
      <Pagination page={view.page} pages={view.pages} href={(page) => deskAddresses.closing({ session, page })} />
      {view.cancellations.length > 0 && (
        <Section title={say.cancellation.list}>
          <Table
            caption={say.cancellation.list}
            columns={say.cancellation.listColumns}
            rows={view.cancellations.map(({ id, number, name, cancellation }) => ({
              key: id,
              cells: [
                <a key="number" href={deskAddresses.closingCase(id)}>
                  <Identifier>{number}</Identifier>
                </a>,
                <TypedWords key="name">{name}</TypedWords>,
                say.cancellation.states[cancellation],
              ],
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

function Lines({ view }: { readonly view: ClosingView }): JSX.Element {
  const canInvite = view.isFinal && view.lines.some(isInvitable);
  const table = (
    <Table
      caption={say.list}
      columns={say.columns}
      rows={view.lines.map((line) => ({
        key: line.id,
        cells: cellsOf(line, view.isClosed, canInvite && isInvitable(line)),
      }))}
    />
  );
  if (!canInvite) return table;
  return (
    <Form
      action={deskAddresses.closing({ session: view.session })}
      csrf={view.csrf}
      label={say.batch.title}
      submit={say.batch.preview}
      kind="secondary"
    >
      {table}
      <p>{say.batch.text}</p>
    </Form>
  );
}

function isInvitable({ state }: ClosingLine): boolean {
  return state === 'to-invite' || state === 'expired';
}

function cellsOf(line: ClosingLine, isClosed: boolean, ticks: boolean): readonly ComponentChildren[] {
  return [
    <>
      {ticks && <input type="checkbox" name="dossiers" value={line.id} aria-label={say.choose(line.number)} />}{' '}
      <a href={deskAddresses.closingCase(line.id)}>
        <Identifier>{line.number}</Identifier>
      </a>
    </>,
    <TypedWords key="name">{line.name}</TypedWords>,
    line.missing.join(', '),
    say.state(line.state, line.invitation, isClosed),
    say.reminders(line.sent, line.opened),
    say.observations(line.observations),
  ];
}
