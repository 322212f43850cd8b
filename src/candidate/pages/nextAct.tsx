import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, type StepName, titleOf } from '../../enrolment/index.ts';
import { messageAddresses } from '../../messages/index.ts';
import { codesOf, pieceAddresses, type Remaining, SIGNED_CONFIRMATION, type Todo } from '../../pieces/index.ts';
import { ButtonLink } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const words = texts.hub.actions;

export type ActOf = {
  readonly enrolment: Enrolment;
  readonly catalogue: Catalogue;
  /** Where they go on with their answers. */
  readonly step: StepName;
};

/**
 * The one thing to do next, as the primary button of a page; to write, where something is too late for the candidate alone. That all is there
 * isn't said before it is.
 */
export function NextAct({
  of,
  remaining,
  kind = 'primary',
}: {
  readonly of: ActOf;
  readonly remaining: Remaining;
  /** Secondary, where something else comes before. */
  readonly kind?: 'primary' | 'secondary';
}): JSX.Element | null {
  const { next } = remaining;
  if (codesOf(remaining, 'late').length > 0)
    return (
      <ButtonLink kind={kind} href={messageAddresses.messages(of.enrolment.id)}>
        {words.write}
      </ButtonLink>
    );
  if (next === null || (next.act === 'hand-over' && !next.whole)) return null;
  return (
    <ButtonLink kind={kind} href={addressOf(of, next)}>
      {labelOf(of, next)}
    </ButtonLink>
  );
}

function labelOf({ step, ...of }: ActOf, todo: Todo): string {
  switch (todo.act) {
    case 'register':
      return words.register(titleOf(step));
    case 'correct':
      return words.correct(labelOfPiece(of, todo.code));
    case 'give': {
      const [only, ...others] = todo.codes;
      return todo.later && only !== undefined && others.length === 0
        ? words.later(labelOfPiece(of, only))
        : words.give(todo.codes.length);
    }
    case 'other':
      return todo.answer?.act ?? todo.label;
    case 'hand-over':
      return words[todo.whole ? 'hand-over' : 'hand-over-some'];
    default:
      return words[todo.act];
  }
}

function addressOf({ enrolment, catalogue, step }: ActOf, todo: Todo): string {
  const confirmation = `${enrolmentAddresses.hub(enrolment.id)}/confirmation`;
  switch (todo.act) {
    case 'register':
    case 'finish-change':
      return enrolmentAddresses.step(enrolment.id, step);
    case 'correct':
      return todo.code === SIGNED_CONFIRMATION ? confirmation : pieceAddresses.piece(enrolment.id, todo.code);
    case 'sign':
      return signAddress({ enrolment, catalogue }, todo);
    case 'hand-over':
      return `${pieceAddresses.list(enrolment.id)}#remettre`;
    case 'other':
      return todo.href;
    default:
      return pieceAddresses.list(enrolment.id);
  }
}

/** Where a session lets confirmations be signed on line, that page names paper first; all others are signed on the one that prints them. */
export function signAddress({ catalogue, enrolment }: Pick<ActOf, 'catalogue' | 'enrolment'>, todo: Todo): string {
  const setting = catalogue.session(enrolment.session)?.switches.signature ?? 'paper';
  const isOnline = setting !== 'paper' && todo.act === 'sign' && todo.mode === 'online';
  return isOnline ? pieceAddresses.sign(enrolment.id) : `${enrolmentAddresses.hub(enrolment.id)}/confirmation`;
}

export function labelOfPiece({ catalogue, enrolment }: Pick<ActOf, 'catalogue' | 'enrolment'>, code: string): string {
  return catalogue.pieceType({ session: enrolment.session, code })?.label ?? code;
}
