import type { ComponentChildren, JSX } from 'preact';
import { AheadFirst } from '../../ui/device/aheadFirst.tsx';
import { type BoardPage, countsOf, type SheetLine } from './board.ts';
import type { SheetForm } from './sheet.ts';
import { words as say } from './words.ts';

type Href = (board: string, candidate?: string) => string;

/** What stands above each of them. */
export function BoardHead(props: {
  readonly title: string;
  readonly kicker?: string;
  readonly lead?: string;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, kicker, lead, back } = props;
  return (
    <>
      {back !== undefined && (
        <p class="back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <div class="page-title">
        {kicker !== undefined && (
          <div class="kicker">
            <p>{kicker}</p>
          </div>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {props.children}
    </>
  );
}

export function BoardList({
  boards,
  href,
}: {
  readonly boards: readonly BoardPage[];
  readonly href: Href;
}): JSX.Element {
  return (
    <AheadFirst all={boards} isOver={({ isOver = false }) => isOver} over={say.past}>
      {(some) => (
        <ul class="checkin-rooms">
          {some.map((board) => (
            <li key={board.id}>
              <a href={href(board.id)}>{board.title}</a>
              <p class="muted">
                {board.place} · {board.begins}
              </p>
              <p>{board.later ?? say.counts(countsOf(board.lines), board.locked)}</p>
            </li>
          ))}
        </ul>
      )}
    </AheadFirst>
  );
}

/** Whom a board examines, in the order of their calls. */
export function CandidateList({ board, href }: { readonly board: BoardPage; readonly href: Href }): JSX.Element {
  return (
    <>
      <p class="muted">{say.members(board.members)}</p>
      <p>{board.later ?? say.counts(countsOf(board.lines), board.locked)}</p>
      {board.locked !== null && <p class="alert info">{say.locked(board.locked)}</p>}
      <ul class="checkin-rooms sheets">
        {board.lines.map((line) => (
          <li key={line.enrolment} class={line.state}>
            <a href={href(board.id, line.enrolment)}>
              {line.hour} · {line.name}
            </a>
            <p class="muted">{stateOf(line, board.form)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf({ state, sheet, beside, isLate }: SheetLine, form: SheetForm): string {
  if (sheet === null) return beside ?? say.states[state];
  return [say.worth(sheet, form), say.states[state], ...(isLate ? [say.late] : [])].join(', ');
}
