import type { JSX } from 'preact';
import type { Catalogue, PieceType } from '../../catalogue/index.ts';
import { OFFERED } from '../../platform/documents/documents.ts';
import {
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  defineFileField,
  distanceToEnd,
  FileInput,
  Form,
  type FormState,
  Page,
  PageTitle,
  Section,
  untilInWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { phoneTexts } from '../phoneTexts.ts';
import {
  type DepositId,
  type OpenUpload,
  type Original,
  type PieceWithFiles,
  type SaidBeside,
  SIGNED_CONFIRMATION,
} from '../piece.ts';
import { isHandedOver } from '../rules/pieceState.ts';
import type { PreparedPages } from '../rules/sheets.ts';
import { mayLackSide } from '../rules/sides.ts';
import { sheetTexts } from '../sheetTexts.ts';
import { texts } from '../texts.ts';
import { AlreadyGiven } from './alreadyGiven.tsx';
import { BeingRead } from './beingRead.tsx';
import { FileLine, FileProof, PieceStatusPill, Unreadable } from './fileLines.tsx';
import { InterruptedUploads, interruptedOf } from './interruptedUploads.tsx';
import type { Sharer } from './piecesView.ts';
import { Beside } from './saidBeside.tsx';
import { LacksSide } from './sideAsked.tsx';

const say = texts.deposit;
export const fileField = defineFileField({
  name: 'fichier',
  label: say.file,
  hint: say.photo,
  accept: OFFERED,
  limits: say.limits,
});

export type DepositView = {
  readonly chrome: Chrome;
  readonly piece: PieceWithFiles;
  readonly catalogue: Catalogue;
  /** Of its enrolment. */
  readonly all: readonly PieceWithFiles[];
  /** The enrolment goes on: something may still be expected of its candidate. */
  readonly running: boolean;
  readonly type: PieceType;
  /** Until when a file may be given; null when none may be given any more, with the reason. */
  readonly open: { readonly until: Temporal.Instant | null } | { readonly closed: string };
  readonly now: Temporal.Instant;
  /** Of a file that wasn't taken. */
  readonly said: SaidBeside;
  /** The pieces that the same file may be given for. */
  readonly sharers: readonly Sharer[];
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly state: FormState;
  /** May a telephone deposit it by a square code? */
  readonly handsOff: boolean;
  /** Pages prepared to become one document, that may be deposited. */
  readonly prepared: PreparedPages | null;
  /** Files of it that were cut on their way. */
  readonly uploads: readonly OpenUpload[];
  readonly originals: ReadonlyMap<DepositId, readonly Original[]>;
};

/** One piece: what it is, why, until when, what stands there, and the form that adds a file. */
export function DepositPage(view: DepositView): JSX.Element {
  const { piece, type, open } = view;
  const lacks = mayLackSide(piece, type);
  return (
    <Page
      chrome={view.chrome}
      title={type.label}
      faults={view.state.faults}
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={addresses.list(piece.enrolmentId)}>{say.back}</BackLink>
      <PageTitle kicker={piece.code} aside={<PieceStatusPill piece={piece} />} lead={type.description}>
        {type.label}
      </PageTitle>
      <ul>
        {piece.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {type.example !== undefined && <p class="muted">{texts.example(type.example)}</p>}
      {piece.code === SIGNED_CONFIRMATION && (
        <p>
          {say.confirmationHelp} <a href={`/candidatures/${piece.enrolmentId}/confirmation`}>{say.confirmationLink}</a>
        </p>
      )}
      {piece.status === 'non-compliant' && piece.comment !== null && (
        <Alert tone="danger" title={piece.confidential ? texts.accommodationSays : texts.officerSays}>
          <p>{piece.comment}</p>
        </Alert>
      )}
      <Unreadable piece={piece} mayGive={'until' in open} until={'until' in open ? open.until : null} />
      {view.running && (
        <BeingRead
          pieces={[piece]}
          among={view.all}
          enrolmentId={piece.enrolmentId}
          follows={view.state.faults.length === 0}
        />
      )}
      {view.prepared !== null && (
        <Alert tone="warn" title={sheetTexts.waiting.title(view.prepared)}>
          <p>{sheetTexts.waiting.text}</p>
          <ButtonLink href={addresses.sheets(piece.enrolmentId, piece.code)}>
            {sheetTexts.waiting.go(view.prepared)}
          </ButtonLink>
        </Alert>
      )}
      <InterruptedUploads uploads={interruptedOf(view.uploads, [piece])} csrf={view.csrf} />
      {piece.files.length > 0 && (
        <Section title={say.files}>
          <ul>
            {piece.files.map((file) => (
              <li key={file.id}>
                <FileLine file={file} piece={piece} removable={'until' in open && !isHandedOver(piece)} />
                <FileProof file={file} originals={view.originals.get(file.id) ?? []} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {'closed' in open ? (
        view.state.faults.length === 0 && (
          <Alert tone="info" title={view.prepared === null ? say.locked : sheetTexts.ends.title}>
            <p>{open.closed}</p>
            {piece.refused.length > 0 && !piece.confidential && (
              <p>
                <a href={addresses.question(piece.enrolmentId, piece.code)}>{texts.question}</a>
              </p>
            )}
          </Alert>
        )
      ) : (
        <>
          {open.until !== null && <p>{untilLine(view.piece, open.until, view.now)}</p>}
          {view.piece.awaitsNotice && <p>{texts.correctionsFromNotice}</p>}
          <AlreadyGiven {...view} />
          {lacks && <LacksSide />}
          <Form
            action={addresses.piece(piece.enrolmentId, piece.code)}
            multipart
            csrf={view.csrf}
            idempotencyKey={view.idempotencyKey}
            state={view.state}
          >
            <Beside piece={piece} repeatable={type.repeatable} sharers={view.sharers} said={view.said} />
            <FileInput field={{ ...fileField, multiple: true }} />
            <Button>{lacks ? texts.side.submit : say.submit}</Button>
          </Form>
          <p>
            {sheetTexts.several} <a href={addresses.sheets(piece.enrolmentId, piece.code)}>{sheetTexts.oneByOne}</a>
          </p>
          {view.handsOff && (
            <p>
              {phoneTexts.offer} <a href={addresses.handOff(piece.enrolmentId, piece.code)}>{phoneTexts.go}</a>
            </p>
          )}
          <p>
            <a href="/aide">{say.help}</a>
            {!piece.confidential && (
              <>
                <br />
                <a href={addresses.question(piece.enrolmentId, piece.code)}>{texts.question}</a>
              </>
            )}
          </p>
        </>
      )}
    </Page>
  );
}

function untilLine({ status }: PieceWithFiles, until: Temporal.Instant, now: Temporal.Instant): string {
  const line = status === 'non-compliant' ? say.correctUntil : say.until;
  return line(untilInWords(until), distanceToEnd(now, until));
}
