import type { JSX } from 'preact';
import type { ResolvedPieceGroup } from '../../catalogue/index.ts';
import { keptFileTexts } from '../../keptFiles/index.ts';
import { ActionForm, Alert, Button, Details, exactInstant, listing, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PieceWithFiles } from '../piece.ts';
import { handOverState, progressOf, unreadFiles, waitingForWaiver } from '../rules/pieceState.ts';
import { texts } from '../texts.ts';
import type { PiecesView } from './piecesView.ts';
import { SidesAsked } from './sideAsked.tsx';

/** A group of the session with its own pieces of this enrolment. */
export type Grouped = { readonly group: ResolvedPieceGroup; readonly pieces: readonly PieceWithFiles[] };

/** Where what is due together and whole is handed over: in one act on top, or in its own list; null: it isn't. */
export type Ready = 'above' | 'own' | null;

/** The one act once nothing is missing of what is due together: `pieces`, counted as on every page. */
export function HandOverAll({
  view,
  pieces,
}: {
  readonly view: PiecesView;
  readonly pieces: readonly PieceWithFiles[];
}): JSX.Element {
  const { given, counted } = progressOf(pieces);
  return (
    <Section title={texts.allReady} id="remettre">
      <p>{texts.handOverAllExplained}</p>
      <Before view={view} pieces={pieces} />
      <ActionForm action={addresses.handOverAll(view.enrolment.id)} csrf={view.csrf}>
        <Button>{counted.length > 0 ? texts.handOverAll(given, counted.length) : texts.handOver}</Button>
      </ActionForm>
    </Section>
  );
}

/** A side that may be missing; files that wait to be read: it may be handed over, and is looked at once they are. */
function Before({ view, pieces }: Pick<Grouped, 'pieces'> & { readonly view: PiecesView }): JSX.Element {
  const unread = unreadFiles(pieces);
  return (
    <>
      <SidesAsked pieces={pieces} catalogue={view.catalogue} />
      {unread > 0 && <p>{keptFileTexts.reading.before(unread)}</p>}
    </>
  );
}

/**
 * Groups that can be handed over on their own, what was handed over already, and what the button waits for. `isOpen`: can what is
 * missing still be given?
 */
export function HandOverGroups({
  view,
  groups,
  isOpen,
  ready: stands,
}: {
  readonly view: PiecesView;
  readonly groups: readonly Grouped[];
  readonly isOpen: boolean;
  readonly ready: Ready;
}): JSX.Element {
  const online = groups.filter(({ group }) => group.mode === 'online');
  const ready = online.filter(({ pieces }) => handOverState(pieces) === 'ready');
  const isMissing = online.some(({ pieces }) => handOverState(pieces) === 'missing');
  const isOwn = groups.length === 1;
  return (
    <>
      <HandedOver groups={online} />
      {isMissing && isOpen && <p class="muted">{isOwn ? texts.handOverMissing : texts.handOverAllMissing}</p>}
      {ready.length > 0 &&
        (isOwn && stands !== 'above' ? (
          <div id={stands === 'own' ? 'remettre' : undefined}>
            {ready.map((one) => (
              <HandOverOne key={one.group.code} view={view} {...one} kind="primary" />
            ))}
          </div>
        ) : (
          <Details summary={texts.handOverAlone}>
            {ready.map((one) => (
              <HandOverOne key={one.group.code} view={view} {...one} kind="secondary" />
            ))}
          </Details>
        ))}
    </>
  );
}

/** When, once for all that was handed over at the same time; of groups handed over apart, which. */
function HandedOver({ groups }: { readonly groups: readonly Grouped[] }): JSX.Element {
  const said = Map.groupBy(
    groups.flatMap(({ group, pieces }) => handedOver(pieces).map((line) => ({ line, label: group.label }))),
    ({ line }) => line,
  );
  return (
    <>
      {[...said].map(([line, these]) => (
        <p class="muted" key={line}>
          {said.size > 1 && `${texts.groupOf(listing(these.map(({ label }) => label)))} `}
          {line}
        </p>
      ))}
    </>
  );
}

function handedOver(pieces: readonly PieceWithFiles[]): readonly string[] {
  if (handOverState(pieces) !== 'handed-over') return [];
  const given = pieces.some((piece) => piece.confidential && piece.handedOverAt !== null);
  const last = pieces
    .flatMap(({ handedOverAt, status }) => (status === 'compliant' ? [] : (handedOverAt ?? [])))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  return last === undefined ? [] : [texts.handedOverAt(exactInstant(last), given)];
}

function HandOverOne({
  view,
  group,
  pieces,
  kind,
}: Grouped & { readonly view: PiecesView; readonly kind: 'primary' | 'secondary' }): JSX.Element {
  const waiting = waitingForWaiver(pieces);
  const isForWaiver = pieces.some((piece) => piece.files.length === 0 && waiting.has(piece.code));
  return (
    <ActionForm action={addresses.handOver(view.enrolment.id, group.code)} csrf={view.csrf}>
      <Alert tone="info" title={group.label} level={3}>
        <p>{isForWaiver ? texts.handOverWaiver : texts.handOverReady}</p>
        <p>{texts.handOverExplained}</p>
        <Before view={view} pieces={pieces} />
      </Alert>
      <Button kind={kind} about={group.label}>
        {texts.handOver}
      </Button>
    </ActionForm>
  );
}
