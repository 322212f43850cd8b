import type { JSX } from 'preact';
import { reviewTexts } from '../../../checking/index.ts';
import { isBeingRewritten } from '../../../enrolment/index.ts';
import { hearingDesk, hearingsTexts } from '../../../hearings/index.ts';
import { publicationAddresses } from '../../../publication/index.ts';
import { deskAddresses, FILE_LOOKS, fileStateOf, filesTexts, isEnded } from '../../../scope/index.ts';
import { Alert, Checklist, Details, Section, Status } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { appealTexts } from '../appealTexts.ts';
import { fileTexts as say } from '../fileTexts.ts';
import { reserveTexts } from '../reserveTexts.ts';
import { unitsTexts } from '../unitsTexts.ts';
import type { FileView } from './fileView.ts';

export function StatePill({ view }: { readonly view: FileView }): JSX.Element {
  const state = fileStateOf(view.at.enrolment);
  return <Status name={FILE_LOOKS[state]} label={filesTexts.states[state]} />;
}

export function State({ view }: { readonly view: FileView }): JSX.Element {
  const { enrolment } = view.at;
  const state = fileStateOf(enrolment);
  return (
    <Section title={say.state}>
      <p>
        {state === 'set-aside' && enrolment.endedAt === null
          ? view.appealHeld
            ? ''
            : say.setAsideSigned
          : say.states[state]}{' '}
        {isEnded(state) && enrolment.endedAt !== null && say.since(enrolment.endedAt)}
      </p>
      {view.appealHeld && <Held />}
      <ReserveNotice view={view} />
      {view.units !== null && (
        <Alert tone="warn">
          <p>
            {unitsTexts.file[view.units]} <a href={addresses.units(enrolment.id)}>{unitsTexts.link}</a>
          </p>
        </Alert>
      )}
      {isBeingRewritten(enrolment) && <Alert tone="warn">{say.changing}</Alert>}
      {!isEnded(state) && <Checklist items={view.acts} />}
      {view.todo.length > 0 && (
        <Details summary={say.todo(view.todo.length)}>
          <ul>
            {view.todo.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      <Sanction view={view} />
      {view.hearings && (
        <p>
          <a href={hearingDesk.hearings(enrolment.id)}>{hearingsTexts.file.link}</a>
        </p>
      )}
      {view.contestable && (
        <p>
          <a href={addresses.postedAppeal(enrolment.id)}>{appealTexts.link}</a>
        </p>
      )}
    </Section>
  );
}

/** Whatever the page says of a decision that ended it, an appeal against one was accepted. */
function Held(): JSX.Element {
  return (
    <Alert tone="warn" title={appealTexts.held} level={3}>
      <p>
        {appealTexts.heldText} <a href={publicationAddresses.cases()}>{appealTexts.see}</a>
      </p>
    </Alert>
  );
}

/** A reserve, with the way to decide on it or to read what was decided. */
function ReserveNotice({ view }: { readonly view: FileView }): JSX.Element | null {
  const { id, reserve, status } = view.at.enrolment;
  const words = reserveTexts;
  if (reserve === null || (reserve === 'pending' && status !== 'registered')) return null;
  if (reserve === 'lifted')
    return (
      <p>
        {words.decisions.lifted}. <a href={deskAddresses.reserve(id)}>{words.read}</a>
      </p>
    );
  return (
    <Alert tone="warn" title={reserve === 'pending' ? reviewTexts.reserve.alert : words.setAsideAlert} level={3}>
      <p>
        <a href={deskAddresses.reserve(id)}>{reserve === 'pending' ? reviewTexts.reserve.open : words.read}</a>
      </p>
    </Alert>
  );
}

/** The sanction of a certificate that is not in; it keeps nobody's enrolment from being validated. */
function Sanction({ view }: { readonly view: FileView }): JSX.Element | null {
  const { notAdmitted, scaffoldingUnits } = view;
  const words = say.notAdmitted;
  if (notAdmitted === null) return null;
  const { missing, dueAt, openUntil } = notAdmitted;
  return (
    <Alert tone="danger" title={words.title} level={3}>
      <p>
        {words.missing(missing, dueAt)} {openUntil !== null && words.open(openUntil)} {words.stillValid}
      </p>
      <p>{scaffoldingUnits === null ? words.unitsUnknown : words.units(scaffoldingUnits)}</p>
    </Alert>
  );
}
