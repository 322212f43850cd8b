import type { ComponentChildren, JSX } from 'preact';
import { type PackFault, THINGS } from '../../catalogue/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  type Field,
  Form,
  FormField,
  type FormState,
  Identifier,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { doorOf, pageOf, shelfOf } from '../doors.ts';
import type { ThingForm } from '../form/thingForm.ts';
import { codeOf, type Thing } from '../rules/things.ts';
import { texts } from '../texts/forms.ts';
import { DraftFrame, type DraftView, type Part } from './draftFrame.tsx';
import { FormPart } from './formNodes.tsx';
import { FaultsHere, fileHref } from './thingParts.tsx';

export type ThingView = {
  readonly view: DraftView;
  readonly part: Part;
  /** null: it is being made. */
  readonly thing: Thing | null;
  readonly lead?: string;
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
  const shelf = shelfOf(form.kind);
  const { words } = THINGS[form.kind];
  const inner = (
    <Form action={action} csrf={view.csrf} version={view.open.draft.version} state={state} summary={false}>
      {props.first}
      {form.parts.map((one) => (
        <FormPart key={one.legend} part={one} state={state} open={open} href={fileHref(view, file)} />
      ))}
      {props.extra.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <Actions>
        {open && <Button>{thing === null ? texts.create : texts.save}</Button>}
        <ButtonLink kind="secondary" href={back}>
          {texts.back}
        </ButtonLink>
      </Actions>
    </Form>
  );
  return (
    <DraftFrame
      view={view}
      part={part}
      title={title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      {thing !== null && (
        <p class="muted">
          {texts.capital(words.counted[0])} <Identifier>{codeOf(thing, shelf)}</Identifier> ·{' '}
          <a href={fileHref(view, file)}>{file}</a>
        </p>
      )}
      {thing !== null && open && doorOf(shelf).made.includes('copy') && (
        <p>
          <a href={addresses.part(view.open.draft.id, `${pageOf(view.open, shelf, thing)}/copie`)}>
            {texts.addLike(words.article, words.counted[0])}
          </a>
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
