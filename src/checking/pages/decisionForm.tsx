import type { ComponentChildren, JSX } from 'preact';
import type { PieceType } from '../../catalogue/index.ts';
import { keptFileTexts } from '../../keptFiles/index.ts';
import {
  Actions,
  AsWritten,
  Button,
  ButtonLink,
  defineField,
  type Field,
  Fieldset,
  Form,
  FormField,
  type FormState,
  freeText,
  frenchDate,
  someOf,
  tickedOrNot,
  unmarked,
} from '../../ui/index.ts';
import { reviewTexts } from '../reviewTexts.ts';

const say = reviewTexts;

export const commentField = defineField({
  name: 'comment',
  label: say.comment,
  hint: say.commentHint,
  control: 'textarea',
  rows: 4,
  optional: true,
  check: freeText(2000),
});

/** Shown only where a refusal takes back a validation that its candidate wasn't told. */
export const unvalidateField = defineField({
  name: 'unvalidate',
  label: say.unvalidate,
  hint: say.unvalidateHint,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});

/** The catalogue's reasons for this piece type; what is ticked is joined to the comment. */
export function reasonsField(type: Pick<PieceType, 'cannedReasons'> | undefined): Field<'reasons', readonly string[]> {
  const options = (type?.cannedReasons ?? []).map(({ code, text }) => ({ value: code, label: text }));
  return defineField({
    name: 'reasons',
    label: say.canned,
    control: 'checkboxes',
    options,
    optional: true,
    check: someOf(options),
  });
}

/** Of a paper: nothing was received before enrolments opened, nor tomorrow. */
export function receivedField(days: {
  readonly from?: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}): Field<'receivedOn', Temporal.PlainDate | null> {
  return defineField({
    name: 'receivedOn',
    label: say.received,
    hint: say.receivedHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    optional: true,
    check: frenchDate(days),
  });
}

/** Of an envelope: what decides whether a paper is in time. */
export function postedField(days: {
  readonly from?: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}): Field<'postedOn', Temporal.PlainDate | null> {
  return defineField({
    name: 'postedOn',
    label: say.posted,
    hint: say.postedHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    optional: true,
    check: frenchDate(days),
  });
}

/** Of a refused paper that goes back to its candidate. */
export function returnedField(days: {
  readonly to: Temporal.PlainDate;
}): Field<'returnedOn', Temporal.PlainDate | null> {
  return defineField({
    name: 'returnedOn',
    label: say.returned,
    hint: say.returnedHint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    optional: true,
    check: frenchDate(days),
  });
}

/** Hidden beside the version. */
export const seenNames = { decisions: 'decisions-vues', files: 'fichiers-vus', onPaper: 'sur-papier' } as const;

type Waits = { readonly files: number; readonly at: string };

export type DecisionFormProps = {
  readonly action: string;
  readonly csrf: string;
  readonly version: number;
  /** What this page shows, so that a conflict can say what came since. */
  readonly seen: { readonly decisions: number; readonly files: number };
  readonly type: PieceType | undefined;
  readonly onPaper: boolean;
  /** How many files of it wait to be read, and the page itself, to see whether they are; null: it may be decided. */
  readonly waits: Waits | null;
  /** A refusal would take back the validation of the enrolment; `told`: its candidate knows of it, and is heard first. */
  readonly validation: 'untold' | 'told' | null;
  /** Where they are heard. */
  readonly hearings: string;
  readonly today: Temporal.PlainDate;
  readonly state: FormState;
  /** What the decision rests on. */
  readonly children: ComponentChildren;
};

/**
 * What to check, what may be wrong, and the three decisions, which stay in sight while the rest scrolls. The keys are added by
 * the script (`browser/review.ts`).
 */
export function DecisionForm(props: DecisionFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      csrf={props.csrf}
      version={props.version}
      hidden={{
        [seenNames.decisions]: String(props.seen.decisions),
        [seenNames.files]: String(props.seen.files),
        [seenNames.onPaper]: props.onPaper ? 'oui' : 'non',
      }}
      state={props.state}
      label={say.decide}
    >
      {/* Enter in a text field presses the first button of a form, and does nothing where it is disabled; on a box it presses the first that
          isn't: that one decides nothing. */}
      <button type="submit" disabled hidden />
      <button type="submit" hidden />
      {props.onPaper && (
        <>
          <FormField field={postedField({ to: props.today })} />
          <FormField field={unmarked(receivedField({ to: props.today }))} />
        </>
      )}
      {props.children}
      <Fieldset legend={say.otherwise}>
        <Wordless reasons={props.type?.cannedReasons.length ?? 0} />
        <FormField field={unmarked(reasonsField(props.type))} titled />
        <FormField field={unmarked(commentField)} />
        <AsWritten />
        {props.onPaper && <FormField field={unmarked(returnedField({ to: props.today }))} />}
        {props.validation === 'untold' && <FormField field={unmarked(unvalidateField)} />}
        {props.validation === 'told' && (
          <p>
            {say.validationTold} <a href={props.hearings}>{say.openHearing}</a>
          </p>
        )}
      </Fieldset>
      <div class="decisions">{props.waits === null ? <Decisions /> : <BeingRead {...props.waits} />}</div>
    </Form>
  );
}

/** Where the key of a refusal without a word leads: said there by the script, which alone has keys. */
function Wordless({ reasons }: { readonly reasons: number }): JSX.Element {
  return (
    <p class="note warn" id="sans-motif" hidden>
      {reasons === 0 ? say.wordless.comment : say.wordless.reasons(reasons)}
    </p>
  );
}

function Decisions(): JSX.Element {
  return (
    <Actions>
      <Button name="decision" value="compliant">
        {say.decisions.compliant}
      </Button>
      <Button name="decision" value="non-compliant" kind="secondary">
        {say.decisions['non-compliant']}
      </Button>
      <Button name="decision" value="received" kind="secondary">
        {say.decisions.received}
      </Button>
    </Actions>
  );
}

/** What was typed stays in the form until it may be sent. */
function BeingRead({ files, at }: Waits): JSX.Element {
  return (
    <>
      <p>{say.waits(files)}</p>
      <ButtonLink kind="secondary" href={at}>
        {keptFileTexts.reading.go}
      </ButtonLink>
    </>
  );
}
