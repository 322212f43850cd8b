import type { JSX } from 'preact';
import { Alert, EmptyState, Table } from '../../ui/index.ts';
import type { Consequences } from '../examination.ts';
import { texts } from '../texts/checking.ts';
import { Sentences } from './casesPage.tsx';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.effects;

/** What the draft would do to running enrolments. `consequences` null: it has faults. */
export function EffectsPage({
  view,
  consequences,
  named,
}: {
  readonly view: DraftView;
  readonly named: boolean;
  readonly consequences: Consequences | null;
}): JSX.Element {
  return (
    <DraftFrame view={view} part="inscriptions" title={say.title} lead={say.lead}>
      {consequences === null ? (
        <Alert tone="warn">{say.notYet}</Alert>
      ) : (
        <ConsequenceList academy={view.open.draft.academy} named={named} {...consequences} />
      )}
    </DraftFrame>
  );
}

/** Fewer are near to a name. */
export const FEW = 10;

/** Lines shown at most: beyond, their number says enough. */
const SHOWN = 200;

/** Those that would be lost first. Of another academy, only the number is shown. */
export function ConsequenceList({
  academy,
  touched,
  lostNames,
  breaches,
  closures,
  named,
}: Consequences & {
  readonly academy: string;
  /** May this person read files? Others learn how many enrolments are touched, and of few only that they are few. */
  readonly named: boolean;
}): JSX.Element {
  const lost = touched.filter(({ effects }) => effects.lost);
  const own = [...lost, ...touched.filter(({ effects }) => !effects.lost)].filter(
    ({ enrolment }) => enrolment.academy === academy,
  );
  return (
    <>
      {lostNames.length + breaches.length > 0 && (
        <Alert tone="danger" title={say.lostNames}>
          <Sentences sentences={[...lostNames, ...breaches.map(({ message }) => message)]} />
        </Alert>
      )}
      {closures.length > 0 && (
        <Alert tone="warn" title={say.closures}>
          <Sentences
            sentences={closures.map(({ message, registered, drafts }) => say.closure(message, registered, drafts))}
          />
        </Alert>
      )}
      {lost.length > 0 && <Alert tone="danger">{named ? say.lost(lost.length) : say.lostUncounted}</Alert>}
      {touched.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : !named ? (
        <>
          <p>
            <strong>{touched.length < FEW ? say.few(FEW) : say.count(touched.length)}</strong>
          </p>
          <p class="muted">{say.unnamed}</p>
        </>
      ) : (
        <Table
          caption={say.count(touched.length)}
          captionShown
          columns={Object.values(say.columns)}
          rows={own.slice(0, SHOWN).map(({ enrolment, name, effects }) => ({
            key: enrolment.id,
            cells: [enrolment.number ?? say.draft, name, <Sentences key="what" sentences={effects.sentences} />],
          }))}
        />
      )}
      {named && touched.length > Math.min(SHOWN, own.length) && (
        <p>{say.more(touched.length - Math.min(SHOWN, own.length))}</p>
      )}
    </>
  );
}
