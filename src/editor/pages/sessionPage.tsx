import type { JSX } from 'preact';
import type { PackFault } from '../../catalogue/index.ts';
import {
  Alert,
  Details,
  ErrorSummary,
  Fieldset,
  FormField,
  type FormState,
  faultOf,
  Identifier,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { dateInWords, momentInWords } from '../rules/moments.ts';
import type { Check } from '../rules/sessionChecklist.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { SessionChecks } from './sessionChecks.tsx';
import type { SessionForm } from './sessionForm.ts';
import { FaultsHere, Fields, fileHref, ThingForm } from './thingParts.tsx';

const say = texts.edit;

export type SessionView = {
  readonly view: DraftView;
  readonly session: Thing;
  readonly form: SessionForm;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
  readonly checks: readonly Check[];
};

/** One session: what to check, its dates in the order of time, its switches in words, its groups of pieces. */
export function SessionPage({ view, session, form, state, faults, checks }: SessionView): JSX.Element {
  const { draft } = view.open;
  const code = textAt(session.value, ['code']);
  const back = addresses.part(draft.id, 'sessions');
  const faulty = state.faults.length > 0;
  return (
    <DraftFrame
      view={view}
      part="sessions"
      title={say.title(textAt(session.value, ['label']) || code)}
      faulty={faulty}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p class="muted">
        <Identifier>{code}</Identifier> · <a href={fileHref(view, session.file)}>{session.file}</a>
      </p>
      <FaultsHere view={view} faults={faults} />
      {isRelative(session.value) ? (
        <Alert tone="info">{say.relative}</Alert>
      ) : (
        <>
          <SessionChecks view={view} checks={checks} />
          <ThingForm
            view={view}
            action={addresses.part(draft.id, `sessions/${encodeURIComponent(code)}`)}
            state={state}
            save={say.save}
            back={{ href: back, label: say.back }}
          >
            <Fieldset legend={say.timeline} hint={say.timelineHint}>
              <ol class="moments">
                {form.timeline.map(({ instant, bound }) => (
                  <li key={bound.field.name}>
                    <FormField field={bound.field} />
                    <p class="muted">
                      {instant.at.length === 10 ? dateInWords(instant.at) : momentInWords(instant.at)}
                    </p>
                  </li>
                ))}
              </ol>
            </Fieldset>
            <Fieldset legend={say.origin}>
              <div class="pairs">
                <Fields bounds={form.origins} />
              </div>
            </Fieldset>
            <Fieldset legend={say.identity}>
              <Fields bounds={form.identity} />
            </Fieldset>
            <Fieldset legend={say.switches}>
              <Fields bounds={form.switches} />
            </Fieldset>
            <Fieldset legend={say.groups}>
              {form.groups.map(({ label, pieces, bounds }, index) => (
                <Details
                  key={index}
                  summary={say.groupSummary(label, pieces)}
                  open={bounds.some(({ field }) => faultOf(state, field.name) !== null)}
                >
                  <Fields bounds={bounds} />
                </Details>
              ))}
            </Fieldset>
            <Fieldset legend={say.sources}>
              <Fields bounds={form.sources} />
            </Fieldset>
          </ThingForm>
        </>
      )}
    </DraftFrame>
  );
}
