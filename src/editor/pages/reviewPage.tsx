import type { JSX } from 'preact';
import type { CaseOutcome } from '../../simulation/index.ts';
import { Alert, type Field, Form, FormFields, type FormState, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { type Consequences, obstaclesIn } from '../examination.ts';
import type { Differences as Found } from '../rules/difference.ts';
import { texts } from '../texts/checking.ts';
import { CaseTable, failing } from './casesPage.tsx';
import { Differences } from './differencesPage.tsx';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { ConsequenceList } from './effectsPage.tsx';
import { sendBackFields } from './reviewForms.ts';

const say = texts.publish;

export type ReviewView = {
  readonly view: DraftView;
  readonly differences: Found | null;
  /** null: they couldn't be run. */
  readonly cases: readonly CaseOutcome[] | null;
  readonly consequences: Consequences;
  /** May this person read files? */
  readonly named: boolean;
  /** What must be said to publish: nothing, or what happens to pieces, or why although cases fail. */
  readonly fields: readonly Field[];
  readonly publishing: FormState;
  readonly sendingBack: FormState;
};

/** All that the second person reads, then the two decisions. */
export function ReviewPage(props: ReviewView): JSX.Element {
  const { view, differences, cases, consequences, named, fields, publishing, sendingBack } = props;
  const { draft } = view.open;
  const lost = obstaclesIn(consequences).length > 0;
  const failed = failing(cases ?? []);
  return (
    <DraftFrame
      view={view}
      part=""
      title={say.title}
      lead={say.lead}
      faults={[...publishing.faults, ...sendingBack.faults]}
    >
      {draft.purpose !== null && (
        <Section title={texts.overview.purpose}>
          <p class="typed">{draft.purpose}</p>
        </Section>
      )}
      <Section title={texts.differences.title}>
        <Differences differences={differences} />
      </Section>
      <Section title={texts.cases.title}>
        {cases === null ? (
          <Alert tone="warn">{texts.cases.notRun}</Alert>
        ) : failed.length === 0 ? (
          <Alert tone="ok">{texts.cases.holding(cases.length)}</Alert>
        ) : (
          <CaseTable cases={failed} draft={draft.id} />
        )}
      </Section>
      <Section title={texts.effects.title}>
        <ConsequenceList academy={draft.academy} named={named} {...consequences} />
      </Section>
      <Section title={say.submit}>
        {lost ? (
          <Alert tone="danger">{say.cantYet}</Alert>
        ) : (
          <Form
            action={addresses.part(draft.id, 'publier')}
            csrf={view.csrf}
            version={draft.version}
            state={publishing}
            submit={say.submit}
          >
            <FormFields fields={fields} />
          </Form>
        )}
      </Section>
      <Section title={say.sendBackTitle}>
        <Form
          action={addresses.part(draft.id, 'renvoyer')}
          csrf={view.csrf}
          version={draft.version}
          state={sendingBack}
          submit={say.sendBack}
          kind="secondary"
        >
          <FormFields fields={sendBackFields} />
        </Form>
      </Section>
    </DraftFrame>
  );
}
