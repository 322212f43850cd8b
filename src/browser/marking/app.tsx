import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SheetActing } from '../../marking/device/acting.ts';
import { type MarkingToSend, nameOf, type OwnBoards, type SheetLine, shownLine } from '../../marking/device/board.ts';
import { BoardHead, BoardList, CandidateList } from '../../marking/device/boardView.tsx';
import { halfPointsOf } from '../../marking/device/sheet.ts';
import { SheetView } from '../../marking/device/sheetView.tsx';
import { words as say } from '../../marking/device/words.ts';
import type { Draft } from '../kept/store.ts';
import { type KeptProps, useKept } from '../kept/useKept.tsx';

const HOME = '/commission/notes';
const asked = (): URLSearchParams => new URLSearchParams(location.search);

/** The boards of an examiner on their tablet. */
export function App(props: Pick<KeptProps<OwnBoards, MarkingToSend>, 'page' | 'day' | 'over' | 'below'>): JSX.Element {
  const [query, setQuery] = useState(asked);
  const { kept, own, isAlone, isBare, add, base, bar } = useKept({
    ...props,
    say: say.online,
    home: HOME,
    nameOf,
    onBack: () => setQuery(asked()),
  });
  const { store } = props.page;
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft> | null>(null);
  useEffect(() => void store.drafts().then(setDrafts), []);
  if (!isAlone) return bar;
  // Until the list has come the page has its title all the same.
  if (kept === null || drafts === null) return isBare ? <BoardHead title={say.title}>{bar}</BoardHead> : bar;
  const boards = kept.day.boards.map((one) => ({ ...one, lines: one.lines.map((line) => shownLine(line, own)) }));
  const board = boards.find(({ id }) => id === query.get('commission')) ?? null;
  const line = board?.lines.find(({ enrolment }) => enrolment === query.get('candidat')) ?? null;
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.pathname !== HOME || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    setQuery(asked());
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('#notation h1')?.focus();
  };
  const draftOf = ({ enrolment }: SheetLine): string => `${board?.id} ${enrolment}`;
  const keepDraft = (of: SheetLine, draft: Draft | null): void => {
    setDrafts((now) => {
      const others = [...(now ?? [])].filter(([key]) => key !== draftOf(of));
      return new Map(draft === null ? others : [...others, [draftOf(of), draft]]);
    });
    void store.keepDraft(draftOf(of), draft);
  };
  const acting: SheetActing = {
    hidden: () => ({}),
    fault: null,
    draft: (of) => drafts.get(draftOf(of)) ?? null,
    onDraft: keepDraft,
    onSheet: (of, { outcome, answers, words }) => {
      if (board === null) return;
      const { id: boardId, form } = board;
      const label = `${board.title}, ${of.hour}`;
      void add({
        ...base(label),
        kind: 'sheet',
        boardId,
        enrolmentId: of.enrolment,
        version: form.version,
        outcome,
        answers,
        halfPoints: outcome === 'mark' ? halfPointsOf(form, answers) : null,
        words,
        seen: of.rank,
      });
      keepDraft(of, null);
    },
    onVerdict: (of, { verdict, code, words }) => {
      if (board === null || of.sheet === null) return;
      const label = `${board.title}, ${of.hour}`;
      void add({
        ...base(label),
        kind: 'verdict',
        boardId: board.id,
        sheetId: of.sheet.id,
        verdict,
        code,
        words,
        seen: of.rank,
      });
    },
  };
  const href = (commission: string, candidat?: string): string =>
    `${HOME}?commission=${commission}${candidat === undefined ? '' : `&candidat=${candidat}`}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its links are followed here, by the keyboard too
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div class="checkin-page" onClick={follow}>
      {board === null ? (
        <BoardHead title={say.title}>
          {bar}
          <BoardList boards={boards} href={href} />
        </BoardHead>
      ) : line === null ? (
        <BoardHead title={board.title} kicker={board.place} lead={board.begins} back={{ href: HOME, label: say.back }}>
          {bar}
          <CandidateList board={board} href={href} />
        </BoardHead>
      ) : (
        <BoardHead title={line.name} kicker={board.title} back={{ href: href(board.id), label: say.candidates }}>
          {bar}
          <SheetView key={`${line.enrolment} ${line.sheet?.id}`} board={board} line={line} acting={acting} />
        </BoardHead>
      )}
    </div>
  );
}
