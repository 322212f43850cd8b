import type { ComponentChildren, JSX } from 'preact';
import { type PackFault, THINGS } from '../../catalogue/index.ts';
import { ErrorSummary, type Field, FormField, type FormState, Identifier } from '../../ui/index.ts';
import { shelfOf } from '../doors.ts';
import type { ThingForm } from '../form/thingForm.ts';
import { codeOf, type Thing } from '../rules/things.ts';
import { texts } from '../texts/forms.ts';
import { DraftFrame, type DraftView, type Part } from './draftFrame.tsx';
import { FormPart } from './formNodes.tsx';
import { FaultsHere, ThingForm as FormOfThing, fileHref } from './thingParts.tsx';

export type ThingView = {
  readonly view: DraftView;
  readonly part: Part;
  /** null: it is being made. */
  readonly thing: Thing | null;
  readonly form: ThingForm;
  /** Asked beside its own fields. */
  readonly extra: readonly Field[];
  readonly state: FormState;
  readonly faults: readonly PackFault[];
  readonly title: string;
  readonly action: string;
  readonly back: string;
  /** What stands above the form, beside it, among its fields and below it. */
  readonly above?: ComponentChildren;
  readonly beside?: ComponentChildren;
  readonly first?: ComponentChildren;
  readonly below?: ComponentChildren;
};

/** One thing of a draft: its form as the schema makes it, with what a person needs beside it. */
export function ThingPage(props: ThingView): JSX.Element {
  const { view, part, thing, form, state, faults, title, action, back } = props;
  const open = view.open.draft.state === 'open';
  const file = thing?.file ?? '';
  const inner = (
    <FormOfThing
      view={view}
      action={action}
      state={state}
      save={thing === null ? texts.create : texts.save}
      back={{ href: back, label: texts.back }}
    >
      {props.first}
      {form.parts.map((one) => (
        <FormPart key={one.legend} part={one} state={state} open={open} href={fileHref(view, file)} />
      ))}
      {props.extra.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
    </FormOfThing>
  );
  return (
    <DraftFrame
      view={view}
      part={part}
      title={title}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      {thing !== null && (
        <p class="muted">
          {THINGS[form.kind].words.counted[0]} <Identifier>{codeOf(thing, shelfOf(form.kind))}</Identifier> ·{' '}
          <a href={fileHref(view, file)}>{file}</a>
        </p>
      )}
      <FaultsHere view={view} faults={faults} />
      {props.above}
      {props.beside === undefined ? (
        inner
      ) : (
        <div class="beside">
          {inner}
          {props.beside}
        </div>
      )}
      {props.below}
    </DraftFrame>
  );
}
