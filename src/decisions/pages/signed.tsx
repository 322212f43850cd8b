import type { ComponentChildren, JSX } from 'preact';
import { Actions, Alert, AsWritten, Button, defineField, freeText } from '../../ui/index.ts';
import type { DecisionAuthor, DeclaredAct } from '../decision.ts';
import { PREPARE, PREPARED } from '../prepared.ts';
import { notDelegated } from '../refusals.ts';
import { authorOf, type MaySign } from '../rules/signing.ts';
import { texts } from '../texts.ts';

/** Above the button of a decision: under what name it will be signed, or who can. */
export function SignedBy({
  act,
  signing,
  service,
}: {
  readonly act: DeclaredAct;
  readonly signing: MaySign;
  readonly service: string;
}): JSX.Element {
  if (signing.may) return <p class="muted">{texts.signing.you(texts.author(authorOf(signing.delegation, service)))}</p>;
  return <Alert tone="warn">{notDelegated(act.title, signing.ended, signing.who).join(' ')}</Alert>;
}

/** Under whose name, or who could; `may`: this person, today. */
export type SignerShown = { readonly may: boolean; readonly note: JSX.Element };

/** The end of a decision's form: who may sign it takes it here; who may not deposits it in « À signer ». `children`: other ways out. */
export function SignActions({
  signer,
  submit,
  kind = 'primary',
  children,
}: {
  readonly signer: SignerShown;
  readonly submit: string;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <>
      {signer.note}
      {!signer.may && <p>{texts.prepareText}</p>}
      <AsWritten />
      <Actions>
        {signer.may ? (
          <Button kind={kind}>{submit}</Button>
        ) : (
          <Button kind="secondary" {...PREPARE}>
            {texts.prepare}
          </Button>
        )}
        {children}
      </Actions>
    </>
  );
}

/** Why a prepared one goes back to who wrote it. */
export const backField = defineField({
  name: 'mot',
  label: texts.one.word,
  hint: texts.one.wordHint,
  control: 'textarea',
  rows: 4,
  missing: texts.one.wordMissing,
  check: freeText(PREPARED.words),
});

/** Who took it, where a decision is read; nothing for those of before they had an author. */
export function TakenBy({ author }: { readonly author: DecisionAuthor | null }): JSX.Element | null {
  return author === null ? null : <p>{texts.takenBy(author)}</p>;
}

/** A decision, as whom it is about reads it on a page: why, on what law, who took it, where its notification stands, and its paper. */
export type DecisionRead = {
  readonly reason: string;
  /** Null: from before a ground was asked. */
  readonly ground: string | null;
  readonly author: DecisionAuthor | null;
  /** In words; null: nothing is said of it. */
  readonly notified: string | null;
  /** Where its paper is. */
  readonly href: string;
};

export function ReadDecision({ reason, ground, author, notified, href }: DecisionRead): JSX.Element {
  return (
    <>
      <p class="typed">{texts.words(reason)}</p>
      {ground !== null && <p>{texts.ground(ground)}</p>}
      <TakenBy author={author} />
      {notified !== null && <p>{notified}</p>}
      <p>
        <a href={href}>{texts.read}</a>
      </p>
    </>
  );
}
