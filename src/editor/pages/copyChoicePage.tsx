import type { JSX } from 'preact';
import {
  ButtonLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  oneOf,
  wholeNumberBetween,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { nameOf } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { codeOf, type PackEntry } from '../rules/entries.ts';
import { texts } from '../texts/sessions.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

const say = texts.copying;
const shifts = [
  { value: 'weeks', ...say.shifts.weeks },
  { value: 'dates', ...say.shifts.dates },
] as const;

/** Which session, for which year, and how its dates move. */
export function choosingFields(sessions: readonly PackEntry[]) {
  const options = sessions.map((one) => ({ value: codeOf(one, 'sessions'), label: nameOf('sessions', one) }));
  return [
    defineField({
      name: 'base',
      label: say.base,
      control: 'select',
      options,
      missing: say.baseMissing,
      check: oneOf(options),
    }),
    defineField({
      name: 'annee',
      label: say.year,
      hint: say.yearHint,
      control: 'number',
      width: 6,
      missing: say.yearMissing,
      check: wholeNumberBetween(2000, 2100),
    }),
    defineField({
      name: 'decalage',
      label: say.shift,
      control: 'radio',
      options: shifts,
      missing: say.shiftMissing,
      check: oneOf(shifts),
    }),
  ] as const;
}

/** Which session is copied, and for which year. */
export function CopyChoicePage({
  view,
  sessions,
  state,
}: {
  readonly view: DraftView;
  readonly sessions: readonly PackEntry[];
  readonly state: FormState;
}): JSX.Element {
  return (
    <DraftFrame view={view} part="sessions" title={say.title} lead={say.lead} faults={state.faults}>
      <Form method="get" action={addresses.part(view.open.draft.id, 'sessions/copier')} state={state} submit={say.see}>
        <FormFields fields={choosingFields(sessions)} />
      </Form>
    </DraftFrame>
  );
}

/** Where a new session is begun. */
export function CopyLink({ view: { open } }: { readonly view: DraftView }): JSX.Element | null {
  if (!DRAFT_LIFE.may('save', open.draft.state)) return null;
  return (
    <p>
      <ButtonLink href={addresses.part(open.draft.id, 'sessions/copier')}>{texts.copy}</ButtonLink>
    </p>
  );
}
