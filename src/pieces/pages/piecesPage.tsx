import type { JSX } from 'preact';
import { isBeingChanged, isRunning } from '../../enrolment/index.ts';
import { Alert, BackLink, ButtonLink, Details, Page, PageTitle, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { isOffered } from '../piece.ts';
import { progressInWords } from '../remainingTexts.ts';
import { type PieceList, pieceLists } from '../rules/pieceLists.ts';
import { readyTogether } from '../rules/together.ts';
import { texts } from '../texts.ts';
import { BeingRead } from './beingRead.tsx';
import { fileField } from './depositPage.tsx';
import { HandOverAll } from './handOver.tsx';
import { InterruptedUploads, interruptedOf } from './interruptedUploads.tsx';
import { Deadline, MainList, OwnList, Rows, sanctionsOf } from './pieceSections.tsx';
import { isOpen, type PiecesView } from './piecesView.ts';

/** *Mes justificatifs*: one day on top, then what is left to do, what is in, what is in order; what is due otherwise apart. */
export function PiecesPage(view: PiecesView): JSX.Element {
  const { enrolment, pieces, remaining } = view;
  const running = isRunning(enrolment);
  // Of one that has ended nothing is asked any more: what was given, and what was said of it, alone stays.
  const shown = running ? pieces : pieces.filter(({ status, files }) => status !== 'none' || files.length > 0);
  const lists = pieceLists(shown, remaining.standings);
  const together = running ? readyTogether(pieces) : null;
  const progress = running ? progressInWords(remaining) : undefined;
  const isReady = ({ groups }: PieceList): boolean => groups.some((code) => together?.groups.includes(code) === true);
  const main = lists.filter(({ own }) => own === null);
  // What is ready of R.408 alone stands in its own list: it doesn't say that all the rest is there.
  const handsOver = main.some(isReady) ? 'above' : 'own';
  return (
    <Page
      chrome={view.chrome}
      title={texts.title}
      flash={view.flash}
      layout="wide"
      scripts={['deposit.js']}
      sheets={['deposit']}
    >
      <BackLink href={view.hub}>{enrolment.number ?? ''}</BackLink>
      <PageTitle aside={progress}>{texts.title}</PageTitle>
      {isBeingChanged(enrolment) && <Alert tone="warn">{texts.changing}</Alert>}
      {!running && <Alert tone="info">{texts.ended}</Alert>}
      {running && <BeingRead pieces={pieces} enrolmentId={enrolment.id} />}
      <InterruptedUploads
        uploads={interruptedOf(view.uploads, pieces)}
        csrf={view.csrf}
        pieceName={(code) => view.catalogue.pieceType({ session: enrolment.session, code })?.label ?? code}
      />
      <div class="above">
        {main.map((list) => (
          <Deadline key="main" view={view} list={list} />
        ))}
        {pieces.some((piece) => isOpen(view, piece)) && (
          <p class="hint" id="formats">
            {fileField.limits}
          </p>
        )}
        {running && <WhatIf view={view} lists={main} />}
      </div>
      {handsOver === 'above' && (
        <HandOverAll view={view} pieces={pieces.filter(({ group }) => together?.groups.includes(group) === true)} />
      )}
      {lists.map((list) =>
        list.own === null ? (
          <MainList key="main" view={view} list={list} ready={isReady(list) ? handsOver : null} />
        ) : (
          <OwnList key={list.own} view={view} list={list} ready={isReady(list) ? handsOver : null} />
        ),
      )}
      <NoLongerAsked view={view} />
      <p>
        <ButtonLink kind="secondary" href={addresses.list(enrolment.id)}>
          {texts.refresh}
        </ButtonLink>
      </p>
    </Page>
  );
}

/** What a missing piece leads to, and what nobody may do to an enrolment without telling: folded, never left out. */
function WhatIf({ view, lists }: { readonly view: PiecesView; readonly lists: readonly PieceList[] }): JSX.Element {
  const sanctions = lists.flatMap((list) => sanctionsOf(view, list));
  return (
    <Details summary={texts.annulment.title}>
      {[...sanctions, ...texts.annulment.paragraphs].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Details>
  );
}

/** What was only offered, and never given, is not missed. */
function NoLongerAsked({ view }: { readonly view: PiecesView }): JSX.Element | null {
  const gone = view.pieces.filter(
    (piece) => piece.status === 'not-applicable' && (!isOffered(piece) || piece.files.length > 0),
  );
  if (gone.length === 0) return null;
  return (
    <Section title={texts.noLongerAsked}>
      <Details summary={texts.noLongerAskedCount(gone.length)}>
        <Rows view={view} list={{ until: null }} pieces={gone} />
      </Details>
    </Section>
  );
}
