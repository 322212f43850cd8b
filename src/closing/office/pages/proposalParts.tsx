import type { JSX } from 'preact';
import type { OnePerson } from '../../../accounts/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import { Identifier, TypedWords } from '../../../ui/index.ts';
import { lotTexts as say } from '../lotTexts.ts';

/** A proposal as the second person reads it. */
export type ShownProposal = {
  readonly cancellationId: string;
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly words: string;
  readonly ground: string;
  readonly missing: readonly string[];
  readonly observations: number;
  readonly proposer: string;
  /** Why whoever reads this is no second person for it; null: they may be. */
  readonly barred: OnePerson | null;
};

export function FileNumber({ one }: { readonly one: Pick<ShownProposal, 'enrolmentId' | 'number'> }): JSX.Element {
  return (
    <a href={deskAddresses.closingCase(one.enrolmentId)}>
      <Identifier>{one.number}</Identifier>
    </a>
  );
}

export function Motives({ one }: { readonly one: Pick<ShownProposal, 'words' | 'ground'> }): JSX.Element {
  return (
    <div>
      <TypedWords>{one.words}</TypedWords>
      <p class="muted">{say.ground(one.ground)}</p>
    </div>
  );
}
