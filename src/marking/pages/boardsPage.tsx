import type { JSX } from 'preact';
import { EmptyState, Page, type PageFrame } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { SheetActing } from '../device/acting.ts';
import type { BoardPage, OwnBoards, SheetLine } from '../device/board.ts';
import { BoardHead, BoardList, CandidateList } from '../device/boardView.tsx';
import { SheetView } from '../device/sheetView.tsx';
import { words } from '../device/words.ts';
import { texts as say } from '../texts.ts';

export type BoardsView = PageFrame & {
  readonly own: OwnBoards;
  readonly board: BoardPage | null;
  readonly line: SheetLine | null;
  readonly acting: SheetActing;
};

const href = (commission: string, candidat?: string): string => addresses.boards({ commission, candidat });
/** What the script and the sheet of these pages are. */
const DRAWN = { scripts: ['marking.js'], sheets: ['checkin'] } as const;

/** The boards of somebody: all, one, or one candidate's sheet. A script takes the part in `#notation` over. */
export function BoardsPage(view: BoardsView): JSX.Element {
  const { own, board, line, acting } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={words.title} {...DRAWN} faulty={acting.fault !== null}>
      <div
        id="notation"
        data-owner={own.owner}
        data-day={own.boards.length === 0 || acting.fault !== null ? '' : 'boards'}
      >
        {board === null ? (
          <BoardHead title={words.title}>
            {own.boards.length === 0 ? (
              <EmptyState title={words.none}>{words.noneText}</EmptyState>
            ) : (
              <BoardList boards={own.boards} href={href} />
            )}
          </BoardHead>
        ) : line === null ? (
          <BoardHead
            title={board.title}
            kicker={board.place}
            lead={board.begins}
            back={{ href: addresses.boards(), label: words.back }}
          >
            <CandidateList board={board} href={href} />
          </BoardHead>
        ) : (
          <BoardHead title={line.name} kicker={board.title} back={{ href: href(board.id), label: words.candidates }}>
            <SheetView board={board} line={line} acting={acting} />
          </BoardHead>
        )}
      </div>
    </Page>
  );
}

/** What a device keeps to open without a network: no name, no list, no account. */
export function ShellPage({ chrome }: Pick<PageFrame, 'chrome'>): JSX.Element {
  return (
    <Page chrome={chrome} flash={null} title={words.title} {...DRAWN}>
      <div id="notation" data-owner="" data-day="">
        <BoardHead title={say.shell.title}>
          <p>{say.shell.text}</p>
        </BoardHead>
      </div>
    </Page>
  );
}
