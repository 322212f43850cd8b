import type { JSX } from 'preact';
import { ActionForm, Alert, Button, NBSP, shortDay, TypedWords } from '../../ui/index.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Pen } from '../pen.ts';
import { texts } from '../texts.ts';

const say = texts.entry;

/** Said to an officer on every page of the steps: in whose name, what was asked, and how to leave it. */
export function InTheirName({
  pen,
  enrolment,
  csrf,
  isStep,
}: {
  readonly pen: Pen;
  readonly enrolment: Enrolment;
  readonly csrf: string;
  /** Are fields below, in the candidate's words? */
  readonly isStep: boolean;
}): JSX.Element | null {
  const { entry, addresses } = pen;
  if (entry === null) return null;
  return (
    <Alert
      tone="warn"
      title={
        enrolment.number === null
          ? say.newTitle(pen.inNameOf)
          : say.title(pen.inNameOf, enrolment.number, enrolment.version)
      }
    >
      <p>
        {say.ways[entry.way]} {shortDay(entry.receivedOn)}
        {NBSP}: <TypedWords>{entry.words}</TypedWords>
      </p>
      {isStep && <p>{say.voice}</p>}
      <p>{enrolment.number === null ? say.newNothingYet : say.nothingYet}</p>
      <ActionForm action={addresses.abandon(enrolment.id)} csrf={csrf}>
        <input type="hidden" name="saisie" value={entry.id} />
        <Button kind="danger">{say.leave}</Button>
      </ActionForm>
    </Alert>
  );
}
