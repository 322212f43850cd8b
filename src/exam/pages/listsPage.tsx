import type { JSX } from 'preact';
import { Alert, BackLink, EmptyState, ListHead, type Option, Table, wholeNumber } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { listTexts as say } from '../listTexts.ts';
import { LIST_KINDS } from '../printLists.ts';
import type { CentreDay } from '../store/lists.ts';
import { type ExamFrame, ExamPage } from './examPage.tsx';
import { SessionChoice } from './sessionChoice.tsx';

export type ListsView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly days: readonly CentreDay[];
  readonly refused: string | null;
};

/** What a centre prints for a day: to sign, for the doors, for the tables. */
export function ListsPage(view: ListsView): JSX.Element {
  const { session, days } = view;
  return (
    <ExamPage {...view} tab="summonses" title={say.title}>
      <BackLink href={addresses.summonses({ session })}>{say.back}</BackLink>
      <ListHead title={say.title} count={say.count(days.length)} help={say.help} />
      <SessionChoice action={addresses.lists()} sessions={view.sessions} session={session} />
      {view.refused !== null && <Alert tone="danger">{view.refused}</Alert>}
      {days.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <Table
          caption={say.title}
          captionUnseen
          columns={say.columns.map((label, index) => ({
            label,
            figures: index === 2 || index === 3,
            narrow: index > 3,
          }))}
          rows={days.map(({ centreId, code, name, day, seats, rooms }) => ({
            key: `${centreId} ${day}`,
            cells: [
              say.day(day),
              say.centre(code, name),
              wholeNumber(seats),
              wholeNumber(rooms),
              ...LIST_KINDS.map((kind) => (
                <a key={kind} href={addresses.list(kind, { session, centre: centreId, jour: day.toString() })} download>
                  {say.kinds[kind]}
                  <span class="unseen">, {say.about(day, code)}</span>
                </a>
              )),
            ],
          }))}
        />
      )}
    </ExamPage>
  );
}
