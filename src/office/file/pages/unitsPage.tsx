import type { JSX } from 'preact';
import type { Completion, SummaryBlock } from '../../../enrolment/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Card,
  defineField,
  type Field,
  Form,
  FormField,
  FormFields,
  type FormState,
  freeText,
  Page,
  type PageFrame,
  PageTitle,
  printedLines,
  Section,
  SummaryList,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { unitsTexts as say } from '../unitsTexts.ts';

const CHARACTERS = 2000;

const trade = defineField({
  name: 'metier',
  label: say.trade,
  hint: say.tradeHint,
  control: 'textarea',
  rows: 6,
  missing: say.tradeMissing,
  check: printedLines(CHARACTERS),
});
const general = defineField({
  name: 'general',
  label: say.general,
  hint: say.generalHint,
  control: 'textarea',
  rows: 3,
  optional: true,
  check: printedLines(CHARACTERS),
});
const language = defineField({
  name: 'langue',
  label: say.language,
  hint: say.languageHint,
  control: 'text',
  optional: true,
  check: freeText(120),
});
export const unitFields = [trade, general, language] as const;

/** What the buttons send in `etape`. */
export const STAGES = { units: 'unites', acquis: 'acquis', epreuves: 'epreuves', drop: 'retirer' } as const;

export type UnitsView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly idempotencyKey: string;
  /** Do the rules know the units by now? Then only the choices are asked. */
  readonly known: boolean;
  readonly completion: Completion | null;
  /** What was registered in words. */
  readonly told: readonly SummaryBlock[];
  /** null: nothing is to be completed. */
  readonly stage: 'units' | 'acquis' | 'epreuves' | null;
  /** Of the two steps, as far as they are asked. */
  readonly fields: readonly Field[];
  /** The units that these fields were made of. */
  readonly seen: string;
  readonly state: FormState;
};

/** An officer writes the units from the transcript, then what the candidate does with each; the candidate confirms. */
export function UnitsPage(view: UnitsView): JSX.Element {
  const { enrolmentId, state, stage, completion } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${view.number}`} faults={state.faults}>
      <BackLink href={deskAddresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} {...(stage === null ? {} : { lead: say.lead })}>
        {say.title}
      </PageTitle>
      {completion?.state === 'proposed' && <Standing view={view} completion={completion} />}
      {completion?.state === 'contested' && completion.answeredAt !== null && (
        <Alert tone="warn" title={say.contested(completion.answeredAt)}>
          {completion.words}
        </Alert>
      )}
      {stage === null ? <Alert tone="info">{say.none}</Alert> : <Units view={view} stage={stage} />}
    </Page>
  );
}

function Standing({ view, completion }: { readonly view: UnitsView; readonly completion: Completion }): JSX.Element {
  return (
    <Alert tone="info" title={say.standing.title}>
      <p>{say.standing.text(completion.proposedAt)}</p>
      <ActionForm action={addresses.units(view.enrolmentId)} csrf={view.csrf} hidden={{ etape: STAGES.drop }}>
        <Button kind="secondary">{say.drop}</Button>
      </ActionForm>
    </Alert>
  );
}

function Units(props: { readonly view: UnitsView; readonly stage: 'units' | 'acquis' | 'epreuves' }): JSX.Element {
  const { view, stage } = props;
  return (
    <>
      <Section title={say.told}>
        {view.told.map(({ step, lines }) => (
          <SummaryList key={step} rows={lines} />
        ))}
      </Section>
      <Form
        action={addresses.units(view.enrolmentId)}
        csrf={view.csrf}
        version={view.version}
        idempotencyKey={view.idempotencyKey}
        hidden={{ etape: STAGES[stage], vues: view.seen }}
        state={view.state}
        label={say.title}
      >
        {view.known ? (
          <p>{say.known}</p>
        ) : (
          <Section title={say.list}>
            <FormFields fields={unitFields} />
          </Section>
        )}
        {view.fields.length > 0 && (
          <Section title={say.choices}>
            {byUnit(view.fields).map((fields) => (
              <Choice key={fields[0]?.name} fields={fields} />
            ))}
          </Section>
        )}
        <Actions>
          <Button>{stage === 'epreuves' ? say.submit : say.continue}</Button>
          <ButtonLink kind="secondary" href={deskAddresses.file(view.enrolmentId)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}

const CHOICE = /^choice-/;
const MARK = /^(unit|mark|date)-/;
const GROUND = /^ground-/;

/** A unit's choice and what it asks for, together; what belongs to none by itself. */
function byUnit(fields: readonly Field[]): readonly (readonly Field[])[] {
  const groups: Field[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const follows = MARK.test(field.name) || GROUND.test(field.name);
    if (follows && last !== undefined && CHOICE.test(last[0]?.name ?? '')) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

function Choice({ fields }: { readonly fields: readonly Field[] }): JSX.Element | null {
  const [first, ...others] = fields;
  if (first === undefined) return null;
  if (!CHOICE.test(first.name)) return <FormField field={first} />;
  // Which of the alternatives a mark is of, or on which ground: asked where there is more than one answer.
  const asked = others.filter(({ options }) => options === undefined || options.length > 1);
  return (
    <Card>
      <div class="reveal">
        <FormField field={first} />
        <div class="when-mark">
          <FormFields fields={asked.filter(({ name }) => MARK.test(name))} />
        </div>
        <div class="when-exempt">
          <FormFields fields={others.filter(({ name, options }) => GROUND.test(name) && (options?.length ?? 0) > 0)} />
        </div>
      </div>
    </Card>
  );
}
