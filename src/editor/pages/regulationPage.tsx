import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import { Details, ErrorSummary, Fieldset, FormField, type FormState, faultOf, Identifier } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { type RegulationForm, removal } from './regulationForm.ts';
import { regulationHref } from './regulationParts.tsx';
import { FaultsHere, Fields, fileHref, ThingForm } from './thingParts.tsx';

const say = texts.regulation;

export type RegulationView = {
  readonly view: DraftView;
  readonly speciality: Thing;
  readonly regulation: Thing;
  readonly form: RegulationForm;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
};

/** One regulation: what is known of it, its units folded, a line for one more. */
export function RegulationPage(props: RegulationView): JSX.Element {
  const { view, speciality, regulation, form, state, faults } = props;
  const { draft } = view.open;
  const cfd = textAt(speciality.value, ['cfd']);
  const back = addresses.part(draft.id, `specialites/${encodeURIComponent(cfd)}`);
  const faulty = (names: readonly string[]): boolean => names.some((name) => faultOf(state, name) !== null);
  return (
    <DraftFrame
      view={view}
      part="specialites"
      title={textAt(regulation.value, ['title']) || cfd}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p class="muted">
        <a href={back}>{textAt(speciality.value, ['name']) || cfd}</a> · <Identifier>{cfd}</Identifier> ·{' '}
        <a href={fileHref(view, regulation.file)}>{regulation.file.replace(/^.*\//, '')}</a>
      </p>
      <FaultsHere view={view} faults={faults} />
      <ThingForm
        view={view}
        action={regulationHref(view, cfd, regulation)}
        state={state}
        save={say.save}
        back={{ href: back, label: say.back(textAt(speciality.value, ['name'])) }}
      >
        <Fieldset legend={say.units} hint={say.unitsHint}>
          <div class="folded">
            {form.units.map((unit) => (
              <Details
                key={unit.name}
                summary={`${unit.summary} (${unit.facts})`}
                open={faulty(unit.bounds.map(({ field }) => field.name))}
              >
                <div class="facts-grid">
                  <Fields bounds={unit.bounds} />
                </div>
                {draft.state === 'open' && <FormField field={removal(unit)} />}
              </Details>
            ))}
            {draft.state === 'open' && (
              <Details
                summary={say.newUnit}
                open={faulty([form.fresh.id.name, ...form.fresh.bounds.map(({ field }) => field.name)])}
              >
                <div class="facts-grid">
                  <FormField field={form.fresh.id} />
                  <Fields bounds={form.fresh.bounds} />
                </div>
              </Details>
            )}
          </div>
        </Fieldset>
        <Fieldset legend={say.about}>
          <div class="facts-grid">
            <Fields bounds={form.about} />
          </div>
        </Fieldset>
        <Fieldset legend={texts.edit.sources}>
          <Fields bounds={form.words} />
        </Fieldset>
      </ThingForm>
    </DraftFrame>
  );
}
