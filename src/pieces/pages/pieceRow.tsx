import { randomUUID } from 'node:crypto';
import type { ComponentChildren, JSX } from 'preact';
import type { Catalogue, PieceType } from '../../catalogue/index.ts';
import { Details, RowFileForm, Shape, untilInWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { isOffered, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { signAgainInWords } from '../remainingTexts.ts';
import { awaitsLetter, closingOf, untilOf } from '../rules/deadline.ts';
import { mayReplace } from '../rules/joining.ts';
import { isGiven, isHandedOver, viewOf } from '../rules/pieceState.ts';
import { endByMode } from '../rules/postmark.ts';
import type { Contribution } from '../rules/remaining.ts';
import type { PreparedPages } from '../rules/sheets.ts';
import { mayLackSide } from '../rules/sides.ts';
import { sheetTexts } from '../sheetTexts.ts';
import { texts } from '../texts.ts';
import { AlreadyGiven } from './alreadyGiven.tsx';
import { fileField } from './depositPage.tsx';
import { FileLine, PieceStatusPill, Unreadable } from './fileLines.tsx';
import { paperLines, waiverLines } from './pieceLines.ts';
import type { Sharer } from './piecesView.ts';
import { WillBeSeen } from './replaces.tsx';
import { Beside } from './saidBeside.tsx';
import { LacksSide } from './sideAsked.tsx';

/** All that a row shows of one piece. */
export type RowView = {
  readonly piece: PieceWithFiles;
  readonly type: PieceType | undefined;
  readonly catalogue: Catalogue;
  /** Of the enrolment, its waivers included. */
  readonly all: readonly PieceWithFiles[];
  /** Why what hasn't come can't be given; null: it can, or comes by the post. */
  readonly shut: string | null;
  /** May a file be given, or a paper be sent, now? */
  readonly may: { readonly give: boolean; readonly send: boolean };
  /** Of the signed confirmation, beside the sheet. */
  readonly signing: JSX.Element | null;
  /** The pieces that the same file may be given for. */
  readonly sharers: readonly Sharer[];
  /** The day that stands above the list: only another is said in the row. */
  readonly until: Temporal.Instant | null;
  /** Of the enrolment. */
  readonly version: number;
  readonly csrf: string;
  /** Pages prepared to become one document. */
  readonly prepared: PreparedPages | null;
  /** What a machine doubts of it, until somebody has looked. */
  readonly doubt: Contribution | null;
  readonly notes: ReadonlyMap<string, string>;
  /** What was just done to it, said here, where the page opens. */
  readonly said: { readonly tone: 'ok' | 'warn'; readonly text: ComponentChildren } | null;
};

/** A piece: its name and state, what is wrong with it, what was given, the one act; all else is folded. */
export function PieceRow(view: RowView): JSX.Element {
  const { piece, said } = view;
  const state = viewOf(piece, piece.files.length);
  const open = piece.files.filter(
    ({ kept }) => kept.erasedAt === null && kept.scan !== 'infected' && kept.unread !== true,
  );
  const first = open.find(({ id }) => !piece.foundWanting.includes(id)) ?? open[0];
  return (
    <li
      id={`piece-${piece.code}`}
      class={chooses(view) ? 'piece chooses' : 'piece'}
      tabindex={said === null ? undefined : -1}
    >
      {first !== undefined && state !== 'non-compliant' && (
        <a class="thumbnail" href={addresses.file(piece.enrolmentId, piece.code, first.id)}>
          <img
            src={addresses.thumbnail(piece.enrolmentId, piece.code, first.id)}
            alt={texts.see(first.name)}
            width="64"
            height="64"
            loading="lazy"
          />
        </a>
      )}
      <div class="about">
        <Title view={view} />
        {view.doubt !== null && said?.tone !== 'warn' && <Doubt doubt={view.doubt} />}
        {piece.files.flatMap(({ id, name }) => {
          const note = view.notes.get(id);
          return note === undefined
            ? []
            : [
                <p key={id} class="muted">
                  {texts.fileNote(name, note)}
                </p>,
              ];
        })}
        {said !== null && <div class={`note ${said.tone}`}>{said.text}</div>}
        <Refusal view={view} />
        <WillBeSeen piece={piece} mayGive={view.may.give} />
        <Unreadable piece={piece} mayGive={view.may.give} until={untilOf(piece)} />
        {view.prepared !== null && (
          <div class="note warn">
            <p>
              {sheetTexts.waiting.title(view.prepared)}.{' '}
              <a href={addresses.sheets(piece.enrolmentId, piece.code)}>{sheetTexts.waiting.go(view.prepared)}</a>
            </p>
          </div>
        )}
        {visibleLines(view).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {view.signing}
        {asksForSide(view) ? (
          <>
            <LacksSide />
            <Deposit view={view} submit={texts.side.submit} />
            <Folded view={view} />
          </>
        ) : isGiven(piece) ? (
          <Folded view={view}>{view.may.give && <Deposit view={view} submit={texts.addAgain} />}</Folded>
        ) : (
          <>
            {view.may.give && <AlreadyGiven {...view} />}
            {view.may.give && <Deposit view={view} submit={texts.submit} />}
            <Folded view={view} />
          </>
        )}
      </div>
    </li>
  );
}

/** Its file is chosen in the row itself, not behind what is folded. */
function chooses(view: RowView): boolean {
  return view.may.give && (!isGiven(view.piece) || asksForSide(view));
}

function asksForSide({ piece, type, may }: RowView): boolean {
  return may.give && mayLackSide(piece, type);
}

/** Only what is still to be given says its state by a shape: the title of its list says it in words. */
function Title({ view: { piece, type } }: { readonly view: RowView }): JSX.Element {
  const state = viewOf(piece, piece.files.length);
  const label = type?.label ?? piece.code;
  if (state !== 'to-give' || isOffered(piece))
    return (
      <div class="heading">
        <h3>{label}</h3>
        <PieceStatusPill piece={piece} />
      </div>
    );
  return (
    <h3 class="todo">
      <Shape name="ring" />
      {label}
      <span class="unseen">{texts.toGive}</span>
    </h3>
  );
}

/** It is in, at its date; what to look at, and what to do. */
function Doubt({ doubt: { label, until, otherwise } }: { readonly doubt: Contribution }): JSX.Element {
  return (
    <div class="note warn">
      <p>
        <strong>
          {label}
          {until === null ? '.' : `, ${untilInWords(until)}.`}
        </strong>
      </p>
      {otherwise !== null && <p>{otherwise}</p>}
    </div>
  );
}

function Refusal({ view: { piece, type, may } }: { readonly view: RowView }): JSX.Element | null {
  if (piece.status !== 'non-compliant' || piece.comment === null) return null;
  const again = mayReplace(piece, type?.repeatable === true) ? texts.whatToDoJoins : texts.whatToDo;
  return (
    <div class="note danger">
      <p>
        <strong>{piece.confidential ? texts.accommodationSays : texts.officerSays}</strong>
      </p>
      <p>{piece.comment}</p>
      {may.give && <p>{isOffered(piece) ? texts.whatToDoOffered : again}</p>}
    </div>
  );
}

/** What can't wait until the row is opened. */
function visibleLines({ piece, all, may, until, version, shut }: RowView): readonly string[] {
  const closing = closingOf(piece);
  const isRefused = piece.status === 'non-compliant';
  const isMissing = isRefused || viewOf(piece, piece.files.length) === 'to-give';
  const again = piece.code === SIGNED_CONFIRMATION ? signAgainInWords(version) : null;
  const hasOwnDay = until === null || Temporal.Instant.compare(until, closing) !== 0;
  return [
    ...(again !== null && piece.status === 'none' && piece.files.length === 0 ? [again] : []),
    ...waiverLines(piece, all),
    ...paperLines(piece),
    ...(isRefused && (may.give || may.send)
      ? [
          awaitsLetter(piece)
            ? texts.correctionsFromNotice
            : texts.correctionsUntil(untilInWords(endByMode(piece.mode, closing))),
        ]
      : []),
    ...(!isRefused && isMissing && may.give && hasOwnDay && !awaitsLetter(piece)
      ? [texts.giveUntil(untilInWords(closing))]
      : []),
    ...(isRefused && may.send ? [texts.sendAgain] : []),
    ...(shut === null ? [] : [shut]),
    ...piece.files.filter(({ kept }) => kept.scan === 'infected').map(({ name }) => texts.infected(name)),
  ];
}

function Deposit({ view, submit }: { readonly view: RowView; readonly submit: string }): JSX.Element {
  const { piece, type, sharers } = view;
  const label = type?.label ?? piece.code;
  return (
    <RowFileForm
      action={addresses.piece(piece.enrolmentId, piece.code)}
      csrf={view.csrf}
      idempotencyKey={randomUUID()}
      field={{ ...fileField, multiple: true }}
      id={`fichier-${piece.code}`}
      label={texts.fileFor(label)}
      describedBy="formats"
      submit={submit}
      about={label}
    >
      <Beside piece={piece} repeatable={type?.repeatable === true} sharers={sharers} />
    </RowFileForm>
  );
}

/** Why it is asked, what suits, the code, the receipts: its first reason is what one reads before it is opened. */
function Folded({ view, children }: { readonly view: RowView; readonly children?: ComponentChildren }): JSX.Element {
  const { piece, type, may } = view;
  const label = type?.label ?? piece.code;
  const [first = label, ...reasons] = piece.reasons;
  return (
    <Details summary={piece.files.length > 0 ? texts.given(piece.files, may.give) : first}>
      {children}
      {piece.files.length > 0 && (
        <>
          {piece.files.map((file) => (
            <p key={file.id} data-sent={file.sent?.sha256}>
              <FileLine file={file} piece={piece} removable={may.give && !isHandedOver(piece)} />
            </p>
          ))}
          <p>{first}</p>
        </>
      )}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {type !== undefined && <p>{type.description}</p>}
      {type?.example !== undefined && <p class="muted">{texts.example(type.example)}</p>}
      <p class="code">{texts.codeOf(piece.code)}</p>
      <p class="links">
        {piece.mode === 'online' && (
          <a href={addresses.piece(piece.enrolmentId, piece.code)}>
            {texts.whole}
            <span class="unseen">{texts.questionAbout(label)}</span>
          </a>
        )}{' '}
        {mayBeAsked(piece) && (
          <a href={addresses.question(piece.enrolmentId, piece.code)}>
            {texts.question}
            <span class="unseen">{texts.questionAbout(label)}</span>
          </a>
        )}
      </p>
    </Details>
  );
}

/** Who reads messages doesn't read of documents of health; what is in order asks nothing. */
function mayBeAsked({ confidential, status }: PieceWithFiles): boolean {
  return !confidential && status !== 'compliant' && status !== 'not-applicable';
}
