import type { JSX } from 'preact';
import { isRunning } from '../../enrolment/index.ts';
import { Details, distanceToEnd, exactInstant, Section, shortEnd, untilInWords } from '../../ui/index.ts';
import type { PieceWithFiles } from '../piece.ts';
import { shutInWords, whomOf } from '../refusals.ts';
import { isOver } from '../rules/deadline.ts';
import type { PieceList } from '../rules/pieceLists.ts';
import { hasNotCome, isHandedOver, refuseDeposit, shutBy } from '../rules/pieceState.ts';
import { endByMode, lastPostingDay } from '../rules/postmark.ts';
import { doubtOf } from '../rules/remaining.ts';
import { endsBy, type PreparedPages } from '../rules/sheets.ts';
import { texts } from '../texts.ts';
import { type Grouped, HandOverGroups, type Ready } from './handOver.tsx';
import { saidOf } from './justGiven.tsx';
import { PieceRow, type RowView } from './pieceRow.tsx';
import { isOpen, type PiecesView, sharersOf } from './piecesView.ts';
import { signingView } from './signing.tsx';
import { WaiverOffer } from './waiverOffer.tsx';

type Shown = { readonly view: PiecesView; readonly list: PieceList; readonly ready: Ready };

/** What the enrolment hangs on: *reste à faire*, *déposées*, *conformes*. `ready`: where its hand-over stands. */
export function MainList({ view, list, ready }: Shown): JSX.Element {
  return (
    <>
      {list.todo.length > 0 && (
        <Section title={isRunning(view.enrolment) ? texts.parts.todo : texts.parts.refused} id="reste-a-faire">
          <Rows view={view} list={list} pieces={list.todo} />
        </Section>
      )}
      {list.given.length > 0 && (
        <Section title={texts.parts.given} id="deposees">
          <Rows view={view} list={list} pieces={list.given} />
        </Section>
      )}
      <HandOverGroups view={view} groups={groupsOf(view, list)} isOpen={anyOpen(view, list)} ready={ready} />
      {list.settled.length > 0 && (
        <Section title={texts.parts.settled} id="conformes">
          <Details summary={texts.parts.settledCount(list.settled.length)}>
            <Rows view={view} list={list} pieces={list.settled} />
          </Details>
        </Section>
      )}
    </>
  );
}

/** A group with a way, a day or a sanction of its own: by post, R.408. */
export function OwnList({ view, list, ready }: Shown): JSX.Element {
  const groups = groupsOf(view, list);
  const pieces = [...list.todo, ...list.given, ...list.settled];
  return (
    <>
      {groups.map(({ group }) => (
        <Section key={group.code} title={group.label} id={`groupe-${group.code}`}>
          <Deadline view={view} list={list} />
          {group.mode === 'post' && (
            <>
              <p>
                {texts.byPostNote} {group.postalAddress}
              </p>
              {list.until !== null && (
                <p>{texts.postmark(lastPostingDay({ dueAt: group.dueAt, correctableUntil: null }))}</p>
              )}
            </>
          )}
          {list.until !== null && <p class="muted">{group.sanction}</p>}
          {group.help !== undefined && <p class="muted">{group.help}</p>}
          <Rows view={view} list={list} pieces={pieces} />
          {isRunning(view.enrolment) && <WaiverOffer {...view} pieces={pieces} />}
          <HandOverGroups view={view} groups={groups} isOpen={anyOpen(view, list)} ready={ready} />
        </Section>
      ))}
    </>
  );
}

/** The day, once. Who has only refused pieces left reads their own dates, in the rows. */
export function Deadline({ view, list }: { readonly view: PiecesView; readonly list: PieceList }): JSX.Element | null {
  const [first] = list.todo;
  if (list.until === null || first === undefined || !isRunning(view.enrolment)) return null;
  if (first.mode === 'post') return <p>{texts.byPostUntil(untilInWords(endByMode(first.mode, list.until)))}</p>;
  const isEarly = Temporal.Instant.compare(view.now, first.opensAt) < 0;
  const isLate = Temporal.Instant.compare(view.now, list.until) >= 0;
  if (isEarly || isLate) return <p>{texts.onlineUntil(exactInstant(first.opensAt), shortEnd(list.until))}</p>;
  return (
    <p>
      {texts.deposit.until(untilInWords(list.until), distanceToEnd(view.now, list.until))}{' '}
      <span class="muted">{texts.openSince(exactInstant(first.opensAt))}</span>
    </p>
  );
}

/** The sanctions and the help of the groups of a list, each once. */
export function sanctionsOf(view: PiecesView, list: PieceList): readonly string[] {
  const groups = groupsOf(view, list).map(({ group }) => group);
  return [...new Set(groups.flatMap(({ sanction, help }) => [sanction, ...(help === undefined ? [] : [help])]))];
}

function groupsOf(view: PiecesView, list: PieceList): readonly Grouped[] {
  return view.session.pieceGroups
    .filter(({ code }) => list.groups.includes(code))
    .map((group) => ({
      group,
      pieces: view.pieces.filter((piece) => piece.group === group.code && piece.status !== 'not-applicable'),
    }));
}

function anyOpen(view: PiecesView, list: PieceList): boolean {
  return list.todo.some((piece) => isOpen(view, piece));
}

export function Rows({
  view,
  list,
  pieces,
}: {
  readonly view: PiecesView;
  readonly list: Pick<PieceList, 'until'>;
  readonly pieces: readonly PieceWithFiles[];
}): JSX.Element {
  return (
    <ul class="pieces">
      {pieces.map((piece) => (
        <PieceRow key={piece.code} {...rowOf(view, list, piece)} />
      ))}
    </ul>
  );
}

function rowOf(view: PiecesView, { until }: Pick<PieceList, 'until'>, piece: PieceWithFiles): RowView {
  const { catalogue, pieces, enrolment, now } = view;
  const type = catalogue.pieceType(piece);
  const open = (one: PieceWithFiles): boolean => isOpen(view, one);
  const send = piece.mode === 'post' && isRunning(enrolment) && !isOver(piece, now);
  const doubt = doubtOf(view.remaining, piece.code);
  // A sheet that was handed over is given again where something is doubted of it; its own page takes it anyhow.
  const may = { give: open(piece) && (!isHandedOver(piece) || doubt !== null), send };
  // Past the half hour after the closing nothing of it can be deposited any more.
  const held = isRunning(enrolment) ? (view.prepared.get(piece.id) ?? null) : null;
  const prepared = may.give || endsBy(piece, held, now) !== null ? held : null;
  return {
    piece,
    type,
    catalogue,
    all: pieces,
    may,
    shut: shutOf(view, piece, prepared),
    signing: signingView(view, piece, may.give || may.send),
    sharers: sharersOf(view, piece),
    until,
    version: enrolment.version,
    csrf: view.csrf,
    prepared,
    said: saidOf(view, piece),
    doubt,
    notes: view.notes,
  };
}

/** Why what hasn't come can't be given; of an enrolment that has ended the page says it once. */
function shutOf(
  { catalogue, enrolment, now }: PiecesView,
  piece: PieceWithFiles,
  prepared: PreparedPages | null,
): string | null {
  if (!isRunning(enrolment) || !hasNotCome(piece) || piece.mode === 'post') return null;
  const code = refuseDeposit(piece, { begunAt: now, now });
  if (code === null) return null;
  return shutInWords({ ...shutBy(piece, code), whom: whomOf(catalogue, piece) }, piece, endsBy(piece, prepared, now));
}
