import type { JSX } from 'preact';
import { instantOfWallClock } from '../../platform/time.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  Fieldset,
  Form,
  FormField,
  type FormState,
  Section,
  Table,
  Tag,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { CopyPlan } from '../rules/copySession.ts';
import { dayOffAt } from '../rules/holidays.ts';
import { dateInWords, momentInWords } from '../rules/moments.ts';
import { together } from '../rules/sessionInstants.ts';
import type { Thing } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/sessions.ts';
import { choosingFields, namingFields } from './copyForms.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import { ThingForm } from './thingParts.tsx';

const say = texts.copying;

/** First question: which session is copied, and for which year. */
export function CopyChoicePage({
  view,
  sessions,
  state,
}: {
  readonly view: DraftView;
  readonly sessions: readonly Thing[];
  readonly state: FormState;
}): JSX.Element {
  return (
    <DraftFrame
      view={view}
      part="sessions"
      title={say.title}
      lead={say.lead}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <Form method="get" action={addresses.part(view.open.draft.id, 'sessions/copier')} state={state} summary={false}>
        {choosingFields(sessions).map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Actions>
          <Button>{say.see}</Button>
        </Actions>
      </Form>
    </DraftFrame>
  );
}

/** Every date before and after, then the name and the numbers of the new session. */
export function CopyReviewPage({
  view,
  plan,
  state,
}: {
  readonly view: DraftView;
  readonly plan: CopyPlan;
  readonly state: FormState;
}): JSX.Element {
  const { base, year, shift, weeks, instants } = plan;
  const chosen = { base: textAt(base.value, ['code']), annee: year, decalage: shift };
  const label = textAt(base.value, ['label']);
  return (
    <DraftFrame
      view={view}
      part="sessions"
      title={say.review(label)}
      lead={say.reviewLead(shift, weeks)}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <Section title={texts.edit.timeline}>
        <Table
          caption={say.review(label)}
          captionUnseen
          columns={Object.values(say.columns).map((one) => ({ label: one }))}
          rows={together(instants).map(({ name, group, at, after, path }) => ({
            key: path.join('-'),
            cells: [
              texts.instants(name, group),
              at === '' ? say.unknown : inWords(at),
              after === null ? say.unknown : <After key="after" at={after} />,
            ],
          }))}
        />
      </Section>
      <ThingForm
        view={view}
        action={addresses.part(view.open.draft.id, 'sessions/copier', chosen)}
        state={state}
        save={say.submit}
        back={{ href: addresses.part(view.open.draft.id, 'sessions/copier'), label: say.other }}
      >
        <Fieldset legend={say.names}>
          {namingFields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
        </Fieldset>
      </ThingForm>
    </DraftFrame>
  );
}

function After({ at }: { readonly at: string }): JSX.Element {
  const off = dayOffAt(at);
  const wrong = at.length > 10 && !instantOfWallClock(at).ok;
  return (
    <>
      <strong>{inWords(at)}</strong>
      {wrong && (
        <>
          {' '}
          <Tag>{say.wrongHour}</Tag>
        </>
      )}
      {off !== null && (
        <>
          {' '}
          <Tag>{texts.daysOff[off]}</Tag>
        </>
      )}
    </>
  );
}

function inWords(at: string): string {
  return at.length === 10 ? dateInWords(at) : momentInWords(at);
}
