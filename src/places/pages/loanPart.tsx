import type { JSX } from 'preact';
import { examAddresses as addresses } from '../../exam/index.ts';
import {
  ActionForm,
  Button,
  type Field,
  FoldedForm,
  type FormState,
  numericDay,
  Section,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import type { Centre } from '../places.ts';
import { placesTexts } from '../placesTexts.ts';
import type { Loan } from '../store/loans.ts';

const say = placesTexts.loans;

export type LoansView = {
  readonly loans: readonly (Loan & { readonly isGiven: boolean; readonly other: string })[];
  readonly fields: readonly Field[];
  /** As it came back refused; null: it didn't. */
  readonly refused: FormState | null;
};

/** Rooms that the academy lends others and has of them, by day. */
export function LoanPart({
  loans,
  used,
  fields,
  refused,
  ...around
}: LoansView & {
  /** Centres of other academies that the session uses. */
  readonly used: readonly Centre[];
  readonly session: string;
  readonly csrf: string;
  readonly idempotencyKey: string;
}): JSX.Element {
  const { session, csrf, idempotencyKey } = around;
  return (
    <Section title={say.title} id="prets">
      <p class="muted">{say.lead}</p>
      {loans.length > 0 && (
        <Table
          caption={say.title}
          columns={say.columns.map((label, index) => ({ label, figures: index === 1 }))}
          rows={loans.map((one) => ({
            key: one.id,
            cells: [
              `${one.centre}, ${one.room}`,
              wholeNumber(one.capacity),
              [...new Set([one.firstDay, one.lastDay].map(numericDay))].join(' – '),
              one.isGiven ? say.to(one.other) : say.from(one.other),
              one.isGiven && !one.hasBegun ? (
                <ActionForm key="a" action={addresses.loanEnded(one.id, { session })} csrf={csrf}>
                  <Button kind="secondary">{say.end}</Button>
                </ActionForm>
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
      {used.map(({ id, code, name }) => (
        <ActionForm key={id} action={addresses.lentCentreLeft(id, { session })} {...{ csrf, idempotencyKey }}>
          <p>
            {say.used(code, name)} <Button kind="secondary">{say.leave}</Button>
          </p>
        </ActionForm>
      ))}
      <FoldedForm
        name="pret"
        title={say.lend}
        action={addresses.loans({ session })}
        csrf={csrf}
        idempotencyKey={idempotencyKey}
        fields={fields}
        refused={refused}
        submit={say.submit}
      />
    </Section>
  );
}
