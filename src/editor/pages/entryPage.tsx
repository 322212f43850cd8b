import type { ComponentChildren, JSX } from 'preact';
import { ENTRIES, type PackFault } from '../../catalogue/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  type Field,
  Form,
  FormFields,
  type FormState,
  Identifier,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { doorOf, pageOf, shelfOf } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import type { EntryForm } from '../form/entryForm.ts';
import { codeOf, type PackEntry } from '../rules/entries.ts';
import { texts } from '../texts/forms.ts';
import { DraftFrame, type DraftPart, type DraftView } from './draftFrame.tsx';
import { FaultsHere, fileHref } from './entryParts.tsx';
import { FormPart } from './formNodes.tsx';

export type EntryView = {
  readonly view: DraftView;
  readonly part: DraftPart;
  /** null: it is being made. */
  readonly entry: PackEntry | null;
  readonly lead?: string;
  readonly form: EntryForm;
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

/** One entry of a draft: its form as the schema makes it, with what a person needs beside it. */
export function EntryPage(props: EntryView): JSX.Element {
  const { view, part, entry, form, state, faults, title, action, back } = props;
  const open = DRAFT_LIFE.may('save', view.open.draft.state);
  const file = entry?.file ?? '';
  const shelf = shelfOf(form.kind);
  const { words } = ENTRIES[form.kind];
  const inner = (
    <Form action={action} csrf={view.csrf} version={view.open.draft.version} state={state}>
      {props.first}
      {form.parts.map((one) => (
        <FormPart key={one.legend} part={one} state={state} open={open} href={fileHref(view, file)} />
      ))}
      <FormFields fields={props.extra} />
      <Actions>
        {open && <Button>{entry === null ? texts.create : texts.save}</Button>}
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
      faults={state.faults}
    >
      {entry !== null && (
        <p class="muted">
          {texts.capital(words.counted[0])} <Identifier>{codeOf(entry, shelf)}</Identifier> ·{' '}
          <a href={fileHref(view, file)}>{file}</a>
        </p>
      )}
      {entry !== null && open && doorOf(shelf).made.includes('copy') && (
        <p>
          <a href={addresses.part(view.open.draft.id, `${pageOf(view.open, shelf, entry)}/copie`)}>
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
