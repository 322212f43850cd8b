import type { JSX } from 'preact';
import { Alert, FoldedForm, Form, Section, Table, type Typed, TypedWords } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { candidateTexts } from '../candidateTexts.ts';
import { codeOf, outcomeInWords } from '../inWords.ts';
import { recordTexts } from '../recordTexts.ts';
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
            columns={Object.values(say.driftColumns)}
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
  const typed: Typed = said.drift.length > 0 ? { objet: 'mark' } : {};
  return (
    <FoldedForm
      name="additif"
      title={say.title}
      action={addresses.addition(jury.id, account.enrolmentId)}
      csrf={csrf}
      fields={additionFields}
      refused={form === 'additif' ? state : null}
      typed={typed}
      open={said.drift.length > 0}
      submit={say.submit}
    >
      <p>{say.lead}</p>
    </FoldedForm>
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
        columns={recordTexts.added.head}
        rows={said.changes.map((cells, index) => ({ key: String(index), cells }))}
      />
      {said.fallen.length > 0 && <p>{say.fallen(said.fallen)}</p>}
      {said.mayConfirm && (
        <Form
          action={addresses.additionEnd(jury.id, id, 'confirmation')}
          csrf={csrf}
          version={rowVersion}
          label={say.confirm}
          submit={say.confirm}
        />
      )}
      {head && (
        <FoldedForm
          name="retrait"
          title={say.drop}
          action={addresses.additionEnd(jury.id, id, 'retrait')}
          csrf={csrf}
          version={rowVersion}
          fields={[reasonField]}
          refused={form === 'retrait' ? state : null}
        />
      )}
    </Section>
  );
}
