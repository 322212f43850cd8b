import type { JSX } from 'preact';
import type { Catalogue, ResolvedPieceGroup, ResolvedSession } from '../../catalogue/index.ts';
import { type Enrolment, isBeingChanged } from '../../enrolment/index.ts';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  type Flash,
  instantInWords,
  noticeStamp,
  Page,
  PageTitle,
  RowList,
  Section,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PieceWithFiles } from '../piece.ts';
import { closingOf, handOverState, refuseDeposit } from '../rules/pieceState.ts';
import { texts } from '../texts.ts';
import { pieceRow } from './pieceLines.tsx';

export type PiecesView = {
  readonly chrome: Chrome;
  readonly enrolment: Enrolment;
  readonly session: ResolvedSession;
  readonly catalogue: Catalogue;
  readonly pieces: readonly PieceWithFiles[];
  readonly now: Temporal.Instant;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly hub: string;
};

/** *Mes justificatifs*: the computed list by groups, each line with its reason, its status and its one action. */
export function PiecesPage(view: PiecesView): JSX.Element {
  const asked = view.pieces.filter((piece) => piece.status !== 'not-applicable');
  const given = asked.filter(
    (piece) => piece.files.length > 0 || piece.status === 'received' || piece.status === 'compliant',
  ).length;
  const gone = view.pieces.filter((piece) => piece.status === 'not-applicable');
  return (
    <Page chrome={view.chrome} title={texts.title} flash={view.flash}>
      <BackLink href={view.hub}>{view.enrolment.number ?? ''}</BackLink>
      <PageTitle aside={texts.progress(given, asked.length)} lead={texts.intro}>
        {texts.title}
      </PageTitle>
      {isBeingChanged(view.enrolment) && <Alert tone="warn">{texts.changing}</Alert>}
      {view.session.pieceGroups.map((group) => {
        const pieces = asked.filter((piece) => piece.group === group.code);
        return pieces.length === 0 ? null : <Group key={group.code} view={view} group={group} pieces={pieces} />;
      })}
      <p>
        <ButtonLink kind="secondary" href={addresses.list(view.enrolment.id)}>
          {texts.refresh}
        </ButtonLink>
      </p>
      {gone.length > 0 && (
        <Section title={texts.noLongerAsked}>
          <RowList rows={gone.map((piece) => pieceRow(view.catalogue, piece, false))} />
        </Section>
      )}
    </Page>
  );
}

function Group({
  view,
  group,
  pieces,
}: {
  readonly view: PiecesView;
  readonly group: ResolvedPieceGroup;
  readonly pieces: readonly PieceWithFiles[];
}): JSX.Element {
  const correctionsEndAt = view.session.correctionsEndAt.at;
  const moment = { begunAt: view.now, now: view.now };
  const rows = pieces.map((piece) => {
    const row = pieceRow(view.catalogue, piece, refuseDeposit(piece, correctionsEndAt, moment) === null);
    if (piece.status !== 'non-compliant') return row;
    return {
      ...row,
      lines: [...(row.lines ?? []), texts.correctionsUntil(instantInWords(closingOf(piece, correctionsEndAt)))],
    };
  });
  return (
    <Section title={group.label} id={`groupe-${group.code}`}>
      <p>
        {group.mode === 'online'
          ? texts.onlineUntil(noticeStamp(group.opensAt), noticeStamp(group.dueAt))
          : texts.byPostUntil(noticeStamp(group.dueAt))}
      </p>
      {group.mode === 'post' && (
        <p>
          {texts.byPostNote} {group.postalAddress}
        </p>
      )}
      <p class="muted">{group.sanction}</p>
      {group.help !== undefined && <p class="muted">{group.help}</p>}
      <RowList rows={rows} />
      {group.mode === 'online' && <HandOver view={view} group={group} pieces={pieces} />}
    </Section>
  );
}

/** Proposed when the last piece is in; says before and after what it does. */
function HandOver({
  view,
  group,
  pieces,
}: {
  readonly view: PiecesView;
  readonly group: ResolvedPieceGroup;
  readonly pieces: readonly PieceWithFiles[];
}): JSX.Element | null {
  const state = handOverState(pieces);
  const last = pieces
    .map((piece) => piece.handedOverAt)
    .filter((at) => at !== null)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (state === 'handed-over')
    return last === undefined ? null : <p class="muted">{texts.handedOverAt(noticeStamp(last))}</p>;
  return (
    <ActionForm action={addresses.handOver(view.enrolment.id, group.code)} csrf={view.csrf}>
      {state === 'ready' ? (
        <Alert tone="info">{texts.handOverReady}</Alert>
      ) : (
        <p class="muted">{texts.handOverMissing}</p>
      )}
      <Button kind={state === 'ready' ? 'primary' : 'secondary'} about={group.label}>
        {texts.handOver}
      </Button>
      <p class="muted">{texts.handOverExplained}</p>
    </ActionForm>
  );
}
