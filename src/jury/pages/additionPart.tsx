import type { JSX } from 'preact';
import { Actions, Alert, Button, Details, Form, FormField, Section, Table, TypedWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { recordTexts } from '../recordTexts.ts';
import { codeOf, outcomeInWords } from '../said.ts';
import type { CandidateView, Said } from './candidateViews.ts';
import { additionFields, reasonField } from './fields.ts';

const say = candidateTexts.addition;

/** What the record says, what changed since, and the addition that is proposed or could be. */
export function AdditionPart(view: CandidateView & { readonly said: Said }): JSX.Element {
  const { said, head } = view;
  const { verdict, drift, pending } = said;
  const name = verdict.addition === 0 ? say.said(verdict.record) : say.later(verdict.record, verdict.addition);
  return (
    <>
      <p class="muted">{name}</p>
      {drift.length > 0 && (
        <Alert tone="warn" title={say.drift}>
          <Table
            caption={say.drift}
            captionUnseen
            columns={Object.values(say.driftColumns).map((label) => ({ label }))}
            rows={drift.map(({ unit, said: before, now }) => ({
              key: unit.id,
              cells: [`${codeOf(unit)} ${unit.title}`, outcomeInWords(before), outcomeInWords(now)],
            }))}
          />
        </Alert>
      )}
      {pending === null ? head && <Propose {...view} /> : <Pending {...view} pending={pending} />}
    </>
  );
}

function Propose({ jury, account, csrf, form, state, said }: CandidateView & { readonly said: Said }): JSX.Element {
  const typed = said.drift.length > 0 ? { objet: 'mark' } : {};
  return (
    <Details summary={say.title} open={form === 'additif' || said.drift.length > 0}>
      <p>{say.lead}</p>
      <Form
        action={addresses.addition(jury.id, account.enrolmentId)}
        csrf={csrf}
        state={form === 'additif' ? state : { typed, faults: [] }}
        prefix="additif"
        summary={false}
        label={say.title}
      >
        {additionFields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button kind="secondary">{say.submit}</Button>
        </Actions>
      </Form>
    </Details>
  );
}

function Pending(
  view: CandidateView & { readonly said: Said; readonly pending: NonNullable<Said['pending']> },
): JSX.Element {
  const { jury, csrf, said, pending, personOf, head, form, state } = view;
  const { id, rowVersion, reason, proposedBy } = pending;
  return (
    <Section title={say.pending}>
      <p>
        <TypedWords>{reason}</TypedWords> ({personOf(proposedBy)})
      </p>
      <Table
        caption={recordTexts.added.title}
        captionUnseen
        columns={recordTexts.added.head.map((label) => ({ label }))}
        rows={said.changes.map((cells, index) => ({ key: String(index), cells }))}
      />
      {said.fallen.length > 0 && <p>{say.fallen(said.fallen)}</p>}
      {said.mayConfirm && (
        <Form
          action={addresses.additionEnd(jury.id, id, 'confirmation')}
          csrf={csrf}
          version={rowVersion}
          label={say.confirm}
        >
          <Actions>
            <Button>{say.confirm}</Button>
          </Actions>
        </Form>
      )}
      {head && (
        <Details summary={say.drop} open={form === 'retrait'}>
          <Form
            action={addresses.additionEnd(jury.id, id, 'retrait')}
            csrf={csrf}
            version={rowVersion}
            state={form === 'retrait' ? state : { typed: {}, faults: [] }}
            prefix="retrait"
            summary={false}
            label={say.drop}
          >
            <FormField field={reasonField} />
            <Actions>
              <Button kind="secondary">{say.drop}</Button>
            </Actions>
          </Form>
        </Details>
      )}
    </Section>
  );
}
