import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import {
  Actions,
  Alert,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Fieldset,
  type FormState,
  Identifier,
  Section,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { regulationHref, UnitsTable } from './regulationParts.tsx';
import type { SpecialityForm } from './specialityForm.ts';
import { FaultsHere, Fields, fileHref, ThingForm } from './thingParts.tsx';

const say = texts.edit;

export type SpecialityView = {
  readonly view: DraftView;
  readonly speciality: Thing;
  readonly regulations: readonly Thing[];
  readonly form: SpecialityForm;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
};

/** One speciality: its regulations with their units, then what is said of itself. */
export function SpecialityPage(props: SpecialityView): JSX.Element {
  const { view, speciality, regulations, form, state, faults } = props;
  const { draft } = view.open;
  const cfd = textAt(speciality.value, ['cfd']);
  return (
    <DraftFrame
      view={view}
      part="specialites"
      title={textAt(speciality.value, ['name']) || cfd}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p class="muted">
        <Identifier>{cfd}</Identifier> · <a href={fileHref(view, speciality.file)}>{speciality.file}</a>
      </p>
      <FaultsHere view={view} faults={faults} />
      <Section title={say.regulations}>
        {regulations.length === 0 && <EmptyState title={say.noRegulation}>{say.noRegulationText}</EmptyState>}
        {regulations.map((regulation) => (
          <RegulationCard key={regulation.file} view={view} cfd={cfd} regulation={regulation} />
        ))}
      </Section>
      <Section title={say.about}>
        <ThingForm
          view={view}
          action={addresses.part(draft.id, `specialites/${encodeURIComponent(cfd)}`)}
          state={state}
          save={say.save}
          back={{ href: addresses.part(draft.id, 'specialites'), label: say.back }}
        >
          <Fields bounds={form.about} />
          <Fieldset legend={say.sessions} hint={say.sessionsHint}>
            <div class="facts-grid">
              <Fields bounds={form.sessions} />
            </div>
          </Fieldset>
          <Fieldset legend={say.scaffolding} hint={say.scaffoldingHint}>
            <Fields bounds={form.scaffolding} />
          </Fieldset>
          <Fieldset legend={say.sources}>
            <Fields bounds={form.sources} />
          </Fieldset>
        </ThingForm>
      </Section>
    </DraftFrame>
  );
}

function RegulationCard({
  view,
  cfd,
  regulation,
}: {
  readonly view: DraftView;
  readonly cfd: string;
  readonly regulation: Thing;
}): JSX.Element {
  const completeness = textAt(regulation.value, ['completeness']);
  return (
    <>
      <UnitsTable regulation={regulation} />
      {completeness !== '' && <Alert tone="info">{completeness}</Alert>}
      {view.open.draft.state === 'open' && (
        <Actions>
          <ButtonLink kind="secondary" href={regulationHref(view, cfd, regulation)}>
            {texts.regulation.edit}
          </ButtonLink>
          <ButtonLink kind="secondary" href={regulationHref(view, cfd, regulation, '/version')}>
            {texts.regulation.copy}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}
