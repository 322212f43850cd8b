import type { ComponentChildren, JSX } from 'preact';
import { TakenBy } from '../../decisions/index.ts';
import { instantInWords, TypedWords } from '../../ui/index.ts';
import { receivedInWords, caseTexts as say } from '../caseTexts.ts';
import type { TimedCase } from '../timedCases.ts';

/** What was asked, and what was answered. `children`: what its reader is told besides. */
export function CaseWords({
  one,
  letterAt,
  waits = say.noDue,
  children,
}: {
  readonly one: TimedCase;
  readonly letterAt: string;
  /** Where it has no answer yet. */
  readonly waits?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <p>
        {say.received(receivedInWords(one))}{' '}
        {one.time.lateSince !== null && <strong>{say.late(one.time.lateSince)}</strong>}
      </p>
      {one.words !== '' && (
        <p>
          <TypedWords>{one.words}</TypedWords>
        </p>
      )}
      {one.letter !== null && (
        <p>
          {one.letter === 'kept' ? (
            <a href={letterAt} download>
              {say.letter}
            </a>
          ) : (
            say.letterStates[one.letter]
          )}
        </p>
      )}
      {one.outcome !== null && one.answeredAt !== null ? (
        <>
          <p>
            <strong>{say.answeredAs(one.outcome, one.contested !== null)}</strong>, {instantInWords(one.answeredAt)}
          </p>
          <p>
            <TypedWords>{one.answer ?? ''}</TypedWords>
          </p>
          <TakenBy author={one.author} />
        </>
      ) : (
        <p>{waits}</p>
      )}
      {children}
    </>
  );
}
