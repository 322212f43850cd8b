import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses, type StepName, titleOf } from '../../enrolment/index.ts';
import { pieceAddresses, SIGNED_CONFIRMATION, type Todo } from '../../pieces/index.ts';
import { ButtonLink } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const words = texts.hub.actions;

export type ActOf = {
  readonly enrolment: Enrolment;
  readonly catalogue: Catalogue;
  /** Where they go on with their answers. */
  readonly step: StepName;
};

/** The one thing to do next, as the primary button of a page. */
export function NextAct({ of, todo }: { readonly of: ActOf; readonly todo: Todo }): JSX.Element {
  return <ButtonLink href={addressOf(of, todo)}>{labelOf(of, todo)}</ButtonLink>;
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
    default:
      return words[todo.act];
  }
}

function addressOf({ enrolment, step }: ActOf, todo: Todo): string {
  const confirmation = `${enrolmentAddresses.hub(enrolment.id)}/confirmation`;
  switch (todo.act) {
    case 'register':
    case 'finish-change':
      return enrolmentAddresses.step(enrolment.id, step);
    case 'correct':
      return todo.code === SIGNED_CONFIRMATION ? confirmation : pieceAddresses.piece(enrolment.id, todo.code);
    case 'sign':
      return confirmation;
    case 'hand-over':
      return `${pieceAddresses.list(enrolment.id)}#remettre`;
    default:
      return pieceAddresses.list(enrolment.id);
  }
}

export function labelOfPiece({ catalogue, enrolment }: Pick<ActOf, 'catalogue' | 'enrolment'>, code: string): string {
  return catalogue.pieceType({ session: enrolment.session, code })?.label ?? code;
}
