import type { ComponentChildren, JSX } from 'preact';
import { paperDesk } from '../../../papers/index.ts';
import { keysOf } from '../../../platform/keys.ts';
import type { Query } from '../../../platform/query.ts';
import { deskAddresses, listFilters } from '../../../scope/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
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
  Parts,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import type { CancellationState } from '../../cancellation.ts';
import type { CaseState, Regularisation } from '../../closing.ts';
import { LOT } from '../../lot.ts';
import { CLOSING_LISTS, type ClosingList, type ClosingSearch, closingQuery } from '../../rules/closingSearch.ts';
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
  /** Where the one that is proposed or decided stands. */
  readonly annulment: CancellationState | null;
  readonly sent: number;
  readonly opened: number;
  readonly observations: number;
};

export type ClosingView = PageFrame & {
  readonly choices: Readonly<Record<'sessions' | 'specialities' | 'pieces', readonly Option[]>>;
  readonly session: string;
  readonly search: ClosingSearch;
  /** Of each list, what the other filters leave; of annulments, all. */
  readonly counts: Readonly<Record<ClosingList, number>>;
  readonly lead: string;
  /** Is the register closed, so that something can be done? */
  readonly isClosed: boolean;
  /** And what was begun before it has had its time to arrive, so that whoever is incomplete may be invited. */
  readonly isFinal: boolean;
  readonly lines: readonly ClosingLine[];
  /** Files on which a cancellation of the list that is read stands. */
  readonly cancellations: readonly CancelledFile[];
  /** Proposals that wait for this head of office, or another. */
  readonly toApprove: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly state: FormState;
};

const hrefOf = ({ session, search }: ClosingView, more: Query = {}): string =>
  deskAddresses.closing({ ...closingQuery(search), session, ...more });

/** *Clôture*, a bench: who is incomplete in lists by what is to be done, with the evidence; who can be invited to regularise, one by one or all of a list. */
export function ClosingPage(view: ClosingView): JSX.Element {
  const { session, state, search, cancellations } = view;
  const isStanding = search.list === 'proposed' || search.list === 'cancelled';
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <ListHead
        title={say.title}
        count={say.count(isStanding ? cancellations.length : view.total)}
        {...(view.isFinal && { help: view.lead })}
      >
        <Filters view={view} />
      </ListHead>
      <div class="list-head">
        <Lists view={view} />
        <a href={paperDesk.letters({ session, nature: 'decisions' })}>{say.letters}</a>
        {view.toApprove > 0 && <a href={closingDesk.proposals({ session })}>{lotTexts.link(view.toApprove)}</a>}
      </div>
      {!view.isFinal && <p>{view.lead}</p>}
      {isStanding ? <Cancelled files={cancellations} /> : <Lines view={view} />}
      <Pagination page={view.page} pages={view.pages} href={(page) => hrefOf(view, { page })} />
    </Page>
  );
}

function Filters({ view }: { readonly view: ClosingView }): JSX.Element {
  const { search, choices, session } = view;
  return (
    <Form action={deskAddresses.closing()} method="get" label={say.filters}>
      {search.list !== null && <input type="hidden" name="etat" value={CLOSING_LISTS[search.list]} />}
      {choices.sessions.length > 1 && (
        <FilterSelect {...listFilters.session} options={choices.sessions} every={say.everySession} chosen={session} />
      )}
      <FilterSelect {...listFilters.speciality} options={choices.specialities} chosen={search.speciality} />
      <FilterSelect {...listFilters.piece} options={choices.pieces} chosen={search.piece} />
      <FilterSelect
        name="observations"
        label={say.wrote.label}
        every={say.wrote.every}
        options={[
          { value: 'oui', label: say.wrote.yes },
          { value: 'non', label: say.wrote.no },
        ]}
        chosen={search.wrote === null ? null : search.wrote ? 'oui' : 'non'}
      />
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}

/** By what is to be done; those in which nobody is are left out. */
function Lists({ view }: { readonly view: ClosingView }): JSX.Element {
  const { counts, search } = view;
  const names = keysOf(CLOSING_LISTS).filter((name) => counts[name] > 0 || name === search.list);
  return (
    <Parts
      label={say.lists.label}
      parts={[
        { key: 'all', href: hrefOf(view, { etat: null }), label: say.lists.all },
        ...names.map((name) => ({
          key: name,
          href: hrefOf(view, { etat: CLOSING_LISTS[name] }),
          label: say.listed(say.lists[name], counts[name]),
        })),
      ]}
      here={search.list ?? 'all'}
    />
  );
}

function Cancelled({ files }: { readonly files: readonly CancelledFile[] }): JSX.Element {
  if (files.length === 0) return <EmptyState title={say.emptyList}>{say.emptyListText}</EmptyState>;
  return (
    <Table
      caption={say.cancellation.list}
      columns={say.cancellation.listColumns}
      rows={files.map(({ id, number, name, cancellation }) => ({
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
  );
}

function Lines({ view }: { readonly view: ClosingView }): JSX.Element {
  const { lines, search, total } = view;
  const canInvite = view.isFinal && lines.some(isInvitable);
  const [first] = lines;
  if (first === undefined)
    return search.list === null ? (
      <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
    ) : (
      <EmptyState title={say.emptyList}>{say.emptyListText}</EmptyState>
    );
  const cells = lines.map((line) => cellsOf(line, view.isClosed, canInvite && isInvitable(line)));
  // A column that says nothing of anybody here takes its width from what is missing, and a line of each row of a telephone.
  const said = say.columns.map((_, column) => cells.some((row) => row[column] !== ''));
  const table = (
    <Table
      caption={say.list}
      compact
      columns={say.columns.filter((_, column) => said[column])}
      rows={lines.map(({ id }, rank) => ({ key: id, cells: cells[rank]?.filter((_, column) => said[column]) ?? [] }))}
    />
  );
  if (!canInvite) return table;
  return (
    <Form action={hrefOf(view)} csrf={view.csrf} label={say.batch.title} submit={say.batch.preview} kind="secondary">
      <Actions>
        {search.list === 'expired' && (
          <ButtonLink href={`${deskAddresses.closingCase(first.id)}#annulation`}>{say.begin}</ButtonLink>
        )}
        {total > 1 && (
          <>
            <label>
              <input type="checkbox" name="tous" value="oui" /> {say.batch.all(total, LOT.invitations)}
            </label>
            <Button kind="secondary">{say.batch.preview}</Button>
          </>
        )}
      </Actions>
      {table}
      <p>{say.batch.text}</p>
    </Form>
  );
}

function isInvitable({ state, annulment }: ClosingLine): boolean {
  return annulment === null && (state === 'to-invite' || state === 'expired');
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
    say.state(line, isClosed),
    // Nothing is said of none in a list: on a telephone each word of fifty rows is a line.
    say.reminders(line.sent, line.opened),
    line.observations === 0 ? '' : say.observations(line.observations),
  ];
}
