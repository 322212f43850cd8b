import type { JSX } from 'preact';
import type { Catalogue, ResolvedPieceGroup, ResolvedSession } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentTexts, isBeingChanged, isRunning } from '../../enrolment/index.ts';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  Details,
  exactInstant,
  type Flash,
  Page,
  PageTitle,
  RowList,
  Section,
  shortEnd,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { isOffered, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { progressInWords, signAgainInWords } from '../remainingTexts.ts';
import { closingOf, handOverState, isGiven, refuseDeposit, waitingForWaiver } from '../rules/pieceState.ts';
import { lastPostingDay } from '../rules/postmark.ts';
import { whatRemains } from '../rules/remaining.ts';
import { readyTogether } from '../rules/together.ts';
import { texts } from '../texts.ts';
import { pieceRow } from './pieceLines.tsx';
import { WaiverOffer } from './waiverOffer.tsx';

export type PiecesView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly pieces: readonly PieceWithFiles[];
  readonly now: Temporal.Instant;
  readonly csrf: string;
  readonly flash: Flash | null;
  /** Of the deposit that was just made: said where the page opens, at its piece. */
  readonly receipt: string | null;
  /** What is odd about the signed confirmation that was just given; null: nothing. */
  readonly sheet: string | null;
  readonly hub: string;
};

/** *Mes justificatifs*: the computed list by groups, each line with its reason, its status and its one action. */
export function PiecesPage(view: PiecesView): JSX.Element {
  const asked = view.pieces.filter((piece) => piece.status !== 'not-applicable');
  const { closesAt } = view.session.window;
  const remaining = whatRemains(view.enrolment, view.pieces, { now: view.now, closesAt });
  const together = isRunning(view.enrolment) ? readyTogether(view.pieces) : null;
  // What was only offered, and never given, is not missed.
  const gone = view.pieces.filter(
    (piece) => piece.status === 'not-applicable' && (!isOffered(piece) || piece.files.length > 0),
  );
  return (
    <Page chrome={view.chrome} title={texts.title} flash={view.flash} layout="wide">
      <BackLink href={view.hub}>{view.enrolment.number ?? ''}</BackLink>
      <PageTitle aside={progressInWords(remaining)} lead={texts.intro}>
        {texts.title}
      </PageTitle>
      {isBeingChanged(view.enrolment) && <Alert tone="warn">{texts.changing}</Alert>}
      {!isRunning(view.enrolment) && <Alert tone="info">{texts.ended}</Alert>}
      {together !== null && (
        <Section title={texts.allReady} id="remettre">
          <p>{texts.allReadyText(progressInWords(remaining))}</p>
          <p>{texts.handOverAllExplained}</p>
          <ActionForm action={addresses.handOverAll(view.enrolment.id)} csrf={view.csrf}>
            <Button>{texts.handOver}</Button>
          </ActionForm>
        </Section>
      )}
      {groupsOf(view, asked).map(({ group, pieces, sanction }) => (
        <Group
          key={group.code}
          view={view}
          group={group}
          pieces={pieces}
          sanction={sanction}
          isAbove={together?.groups.includes(group.code) === true}
        />
      ))}
      {isRunning(view.enrolment) && (
        <Details summary={texts.annulment.title}>
          {[...texts.annulment.paragraphs, ...enrolmentTexts.reserve.remedies].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Details>
      )}
      <p>
        <ButtonLink kind="secondary" href={addresses.list(view.enrolment.id)}>
          {texts.refresh}
        </ButtonLink>
      </p>
      {gone.length > 0 && (
        <Section title={texts.noLongerAsked}>
          <RowList rows={gone.map((piece) => pieceRow(view.catalogue, piece, false, view.pieces))} />
        </Section>
      )}
    </Page>
  );
}

type Grouped = {
  readonly group: ResolvedPieceGroup;
  readonly pieces: readonly PieceWithFiles[];
  /** Said the first time only: several groups share one. */
  readonly sanction: string | null;
};

function groupsOf(view: PiecesView, asked: readonly PieceWithFiles[]): readonly Grouped[] {
  const said = new Set<string>();
  return view.session.pieceGroups.flatMap((group) => {
    const pieces = asked.filter((piece) => piece.group === group.code);
    if (pieces.length === 0) return [];
    const sanction = said.has(group.sanction) ? null : group.sanction;
    said.add(group.sanction);
    return [{ group, pieces, sanction }];
  });
}

function Group({
  view,
  group,
  pieces,
  sanction,
  isAbove,
}: Grouped & {
  readonly view: PiecesView;
  /** Is it handed over by the button at the top of the page, with the others? */
  readonly isAbove: boolean;
}): JSX.Element {
  const moment = { begunAt: view.now, now: view.now };
  const isOpen = (piece: PieceWithFiles): boolean => isRunning(view.enrolment) && refuseDeposit(piece, moment) === null;
  const rows = pieces.map((piece) => {
    const mayGive = isOpen(piece);
    const maySend =
      piece.mode === 'post' && isRunning(view.enrolment) && Temporal.Instant.compare(view.now, closingOf(piece)) < 0;
    const row = pieceRow(view.catalogue, piece, mayGive, view.pieces);
    const again = piece.code === SIGNED_CONFIRMATION ? signAgainInWords(view.enrolment.version) : null;
    const own = [
      ...(piece.code === SIGNED_CONFIRMATION ? signOnlineLines(view, piece, mayGive || maySend) : []),
      ...(again !== null && piece.status === 'none' && piece.files.length === 0 ? [again] : []),
      ...(piece.status === 'non-compliant' && (mayGive || maySend)
        ? [texts.correctionsUntil(untilInWords(closingOf(piece)))]
        : []),
      ...(piece.status === 'non-compliant' && maySend ? [texts.sendAgain] : []),
    ];
    const came = view.receipt !== null && piece.files.some(({ receipt }) => receipt === view.receipt);
    return {
      ...row,
      lines: [...(row.lines ?? []), ...own],
      ...(came && view.receipt !== null
        ? { note: noteOf(view.receipt, piece.code === SIGNED_CONFIRMATION ? view.sheet : null, isAbove) }
        : {}),
    };
  });
  // Who has only refused pieces left reads one date, their own: neither the group's nor its sanction is theirs any more.
  const onlyToCorrect = pieces.some((piece) => piece.status === 'non-compliant') && pieces.every(isNoLongerDue);
  return (
    <Section title={group.label} id={`groupe-${group.code}`}>
      {!onlyToCorrect && (
        <p>
          {group.mode === 'online'
            ? texts.onlineUntil(exactInstant(group.opensAt), shortEnd(group.dueAt))
            : texts.byPostUntil(untilInWords(group.dueAt))}
        </p>
      )}
      {group.mode === 'post' && (
        <>
          <p>
            {texts.byPostNote} {group.postalAddress}
          </p>
          {!onlyToCorrect && <p>{texts.postmark(lastPostingDay({ dueAt: group.dueAt, correctableUntil: null }))}</p>}
        </>
      )}
      {sanction !== null && !onlyToCorrect && <p class="muted">{sanction}</p>}
      {group.help !== undefined && <p class="muted">{group.help}</p>}
      <RowList rows={rows} />
      {isRunning(view.enrolment) && <WaiverOffer {...view} pieces={pieces} />}
      {group.mode === 'online' &&
        isRunning(view.enrolment) &&
        (isAbove ? (
          <Details summary={texts.handOverAlone}>
            <HandOver view={view} group={group} pieces={pieces} open={pieces.some(isOpen)} />
          </Details>
        ) : (
          <HandOver view={view} group={group} pieces={pieces} open={pieces.some(isOpen)} />
        ))}
    </Section>
  );
}

/** How the confirmation was signed on line, or where it may be. */
function signOnlineLines(
  { enrolment, session }: PiecesView,
  piece: PieceWithFiles,
  isOpen: boolean,
): readonly JSX.Element[] {
  const { signature } = enrolment;
  const link = (words: string): JSX.Element => <a href={addresses.sign(enrolment.id)}>{words}</a>;
  if (piece.status === 'compliant' && signature?.way === 'online')
    return [
      <>
        {texts.signedOnline(exactInstant(signature.at))} {link(texts.signedProof)}
      </>,
    ];
  return isOpen && session.switches.signature !== 'paper' ? [link(texts.signOnline)] : [];
}

function isNoLongerDue(piece: PieceWithFiles): boolean {
  return piece.status === 'non-compliant' || isGiven(piece) || isOffered(piece);
}

/** Proposed when the last piece is in; says before and after what it does. */
function HandOver({
  view,
  group,
  pieces,
  open,
}: {
  readonly view: PiecesView;
  readonly group: ResolvedPieceGroup;
  readonly pieces: readonly PieceWithFiles[];
  /** Can what is missing still be given? */
  readonly open: boolean;
}): JSX.Element | null {
  const state = handOverState(pieces);
  const given = pieces.some((piece) => piece.confidential && piece.handedOverAt !== null);
  const last = pieces
    .map((piece) => piece.handedOverAt)
    .filter((at) => at !== null)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (state === 'handed-over')
    return last === undefined ? null : <p class="muted">{texts.handedOverAt(exactInstant(last), given)}</p>;
  if (state === 'missing') return open ? <p class="muted">{texts.handOverMissing}</p> : null;
  const waiting = waitingForWaiver(pieces);
  const isForWaiver = pieces.some((piece) => piece.files.length === 0 && waiting.has(piece.code));
  return (
    <ActionForm action={addresses.handOver(view.enrolment.id, group.code)} csrf={view.csrf}>
      <Alert tone="info">
        <p>{isForWaiver ? texts.handOverWaiver : texts.handOverReady}</p>
        <p>{texts.handOverExplained}</p>
      </Alert>
      <Button about={group.label}>{texts.handOver}</Button>
    </ActionForm>
  );
}

/** `isLast`: nothing is missing any more of what is due with it. */
function noteOf(receipt: string, odd: string | null, isLast: boolean) {
  const said = [texts.flash.receipt(receipt), ...(odd === null ? [] : [odd])].join(' ');
  const text = isLast ? (
    <>
      <p>{said}</p>
      <p>
        <a href="#remettre">{texts.flash.last}</a>
      </p>
    </>
  ) : (
    said
  );
  return { tone: odd === null ? 'ok' : 'warn', title: texts.flash.deposited, text } as const;
}
