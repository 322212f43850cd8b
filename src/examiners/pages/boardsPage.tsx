import type { JSX } from 'preact';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  ActionForm,
  Actions,
  AheadFirst,
  Button,
  ButtonLink,
  Details,
  dayInWords,
  EmptyState,
  FilterSelect,
  type FormState,
  ListHead,
  type Option,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { boardTexts as words } from '../boardTexts.ts';
import { conveningTexts } from '../conveningTexts.ts';
import { type BoardTally, type StandingBoard, waitingOf } from '../rules/standing.ts';
import { isWhole } from '../rules/suits.ts';
import { texts } from '../texts.ts';

const say = texts.boards;
export const SIGHTS = ['a-completer', 'reponses', 'toutes'] as const;
export type Sight = (typeof SIGHTS)[number];

export type BoardDay = { readonly day: Temporal.PlainDate; readonly boards: readonly StandingBoard[] };

export type BoardsView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly tally: BoardTally;
  readonly sight: Sight;
  /** As that sight leaves them. */
  readonly days: readonly BoardDay[];
  readonly today: Temporal.PlainDate;
  readonly titleOf: (board: StandingBoard) => string;
  readonly state: FormState;
};

/** Boards and halls of a session, day by day: who is there, and what is missing. */
export function BoardsPage(view: BoardsView): JSX.Element {
  const { session, sessions, tally, sight, days, state, csrf } = view;
  const opened =
    days.find(({ boards }) => boards.some(({ lack }) => !isWhole(lack))) ??
    days.find(({ boards }) => boards.some(({ hasBegun }) => !hasBegun)) ??
    days.at(-1);
  return (
    <ExamPage {...view} tab="examiners" title={say.title} state={state}>
      <ListHead
        title={say.title}
        count={words.tally(tally)}
        action={
          <Actions>
            <ButtonLink href={addresses.convene({ session })}>
              {conveningTexts.convene.open(tally.toConvene)}
            </ButtonLink>
            <ButtonLink kind="secondary" href={addresses.people({ session })}>
              {say.people}
            </ButtonLink>
            {tally.boards > 0 && (
              <ButtonLink kind="secondary" href={addresses.presences({ session })} download>
                {texts.presence.csv}
              </ButtonLink>
            )}
          </Actions>
        }
      >
        <SessionChoice action={addresses.boards()} sessions={sessions} session={session}>
          <FilterSelect
            name="voir"
            label={say.only}
            options={SIGHTS.map((value) => ({ value, label: say.filters[value] }))}
            chosen={sight}
          />
        </SessionChoice>
      </ListHead>
      {tally.boards === 0 ? (
        <EmptyState title={say.noPlan}>{say.noPlanText}</EmptyState>
      ) : (
        <>
          {tally.short > 0 && (
            <ActionForm action={addresses.fill({ session })} csrf={csrf}>
              <p class="muted">{say.fillText}</p>
              <Button>{say.fill}</Button>
            </ActionForm>
          )}
          {days.length === 0 && (
            <EmptyState title={sight === 'reponses' ? say.allAnswered : say.allWhole}>{words.tally(tally)}</EmptyState>
          )}
          <AheadFirst all={days} isOver={({ day }) => Temporal.PlainDate.compare(day, view.today) < 0} over={say.past}>
            {(some) =>
              some.map((one) => (
                <Day key={one.day.toString()} {...view} one={one} open={one === opened || one.day.equals(view.today)} />
              ))
            }
          </AheadFirst>
        </>
      )}
    </ExamPage>
  );
}

function Day({
  one,
  open,
  session,
  titleOf,
  today,
}: BoardsView & { readonly one: BoardDay; readonly open: boolean }): JSX.Element {
  const short = one.boards.filter(({ lack }) => !isWhole(lack)).length;
  const isOver = Temporal.PlainDate.compare(one.day, today) < 0;
  const title = `${dayInWords(one.day)}, ${say.day(one.boards.length, short)}`;
  return (
    <Details summary={title} open={open}>
      <Table
        caption={title}
        columns={[{ label: say.columns.hours, narrow: true }, say.columns.where, say.columns.who, say.columns.state]}
        rows={one.boards.map((board) => ({
          key: board.id,
          cells: [
            <a key="h" href={addresses.board(board.id, { session })}>
              {words.hours(board)}
            </a>,
            <TypedWords key="w">{`${board.centre}, ${board.room}\n${titleOf(board)}`}</TypedWords>,
            board.members.length === 0 ? (
              <span key="n" class="muted">
                {say.nobody}
              </span>
            ) : (
              <TypedWords key="m">
                {board.members.map(({ person }) => `${person.firstName} ${person.lastName}`).join(', ')}
              </TypedWords>
            ),
            <div key="s">
              {board.hasBegun ? (
                isOver ? (
                  say.over
                ) : (
                  say.begun
                )
              ) : isWhole(board.lack) ? (
                say.whole
              ) : (
                <strong>{words.lack(board.lack)}</strong>
              )}
              {waitingOf(board) > 0 && <p class="muted">{words.waiting(waitingOf(board))}</p>}
            </div>,
          ],
        }))}
      />
    </Details>
  );
}
