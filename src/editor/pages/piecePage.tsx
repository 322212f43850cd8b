import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { Details, ErrorSummary, Fieldset, FormField, type FormState, faultOf, Identifier } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/pieces.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { type PieceForm, type RuleForm, removal, ruleFields } from './pieceForm.ts';
import { FaultsHere, Fields, fileHref, ThingForm } from './thingParts.tsx';

const say = texts.edit;

export type PieceView = {
  readonly view: DraftView;
  readonly piece: Thing;
  readonly form: PieceForm;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
};

/** One piece: what it is, when it is asked and why, what it must prove, the sentences of its refusals. */
export function PiecePage({ view, piece, form, state, faults }: PieceView): JSX.Element {
  const { draft } = view.open;
  const code = textAt(piece.value, ['code']);
  const { fresh } = form;
  return (
    <DraftFrame
      view={view}
      part="pieces"
      title={textAt(piece.value, ['label']) || code}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p class="muted">
        <Identifier>{code}</Identifier> · <a href={fileHref(view, piece.file)}>{piece.file}</a>
      </p>
      <FaultsHere view={view} faults={faults} />
      <ThingForm
        view={view}
        action={addresses.part(draft.id, `pieces/${encodeURIComponent(code)}`)}
        state={state}
        save={say.save}
        back={{ href: addresses.part(draft.id, 'pieces'), label: say.back }}
      >
        <Fieldset legend={say.about}>
          <Fields bounds={form.about} />
        </Fieldset>
        <Fieldset legend={say.rules} hint={say.rulesHint}>
          {form.rules.map((rule, index) => (
            <div key={rule.name} class="card">
              <h2 class="small">{say.rule(index + 1)}</h2>
              {rule.words !== null && <p class="muted">{texts.asked(rule.words)}</p>}
              <RuleFields rule={rule} view={view} file={piece.file} />
              {form.rules.length > 1 && draft.state === 'open' && <FormField field={removal(rule)} />}
            </div>
          ))}
          {draft.state === 'open' && (
            <Details
              summary={say.newRule}
              open={ruleFields(fresh.rule).some(({ name }) => faultOf(state, name) !== null)}
            >
              <p class="muted">{say.newRuleHint}</p>
              <RuleFields rule={fresh.rule} view={view} file={piece.file} />
            </Details>
          )}
        </Fieldset>
        <Fieldset legend={say.mustProve}>
          <Fields bounds={form.mustProve} />
        </Fieldset>
        <Fieldset legend={say.reasonsTitle} hint={say.reasonsHint}>
          <Fields bounds={form.reasons} />
          {draft.state === 'open' && (
            <>
              <FormField field={fresh.reason} />
              <FormField field={fresh.reasonCode} />
            </>
          )}
        </Fieldset>
      </ThingForm>
    </DraftFrame>
  );
}

function RuleFields({
  rule,
  view,
  file,
}: {
  readonly rule: RuleForm;
  readonly view: DraftView;
  readonly file: string;
}): JSX.Element {
  return (
    <>
      {rule.rows === null ? (
        <p>
          {say.otherShape} <a href={fileHref(view, file)}>{say.change}</a>
        </p>
      ) : (
        <>
          <FormField field={rule.join} />
          {rule.facts.map(({ fact, number }) => (
            <div key={fact.name} class="pairs">
              <FormField field={fact} />
              <FormField field={number} />
            </div>
          ))}
        </>
      )}
      <Fields bounds={rule.bounds} />
    </>
  );
}
