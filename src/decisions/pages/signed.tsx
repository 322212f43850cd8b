import type { JSX } from 'preact';
import { Alert } from '../../ui/index.ts';
import type { Author, DeclaredAct } from '../decision.ts';
import { notDelegated } from '../refusals.ts';
import { authorOf, type Signing } from '../rules/signing.ts';
import { texts } from '../texts.ts';

/** Above the button of a decision: under what name it will be signed, or who can. */
export function SignedBy({
  act,
  signing,
  service,
}: {
  readonly act: DeclaredAct;
  readonly signing: Signing;
  readonly service: string;
}): JSX.Element {
  if (signing.may) return <p class="muted">{texts.signing.you(texts.author(authorOf(signing.delegation, service)))}</p>;
  return <Alert tone="warn">{notDelegated(act.title, signing.ended, signing.who).join(' ')}</Alert>;
}

/** Who took it, where a decision is read; nothing for those of before they had an author. */
export function TakenBy({ author }: { readonly author: Author | null }): JSX.Element | null {
  return author === null ? null : <p>{texts.takenBy(author)}</p>;
}
