import type { JSX } from 'preact';
import { ok, refuse } from '../../platform/result.ts';
import {
  ActionForm,
  Alert,
  defineField,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  instantInWords,
  Section,
  textCheck,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { texts } from '../texts/preview.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';

export const previewFields = [
  defineField({ name: 'day', label: texts.day, control: 'date', missing: texts.dayMissing, check: frenchDate() }),
  defineField({
    name: 'hour',
    label: texts.hour,
    control: 'text',
    inputMode: 'text',
    width: 5,
    example: '17:00',
    missing: texts.hourMissing,
    check: textCheck((text) => {
      const parts = /^(\d{1,2})\s*[:h]\s*(\d{2})$/i.exec(text);
      const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
      if (parts === null || hour > 23 || minute > 59) return refuse(texts.hourUnreadable);
      return ok(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    }, String),
  }),
] as const;

export type Moment = { readonly label: string; readonly at: Temporal.Instant };

/** Which instant to look at: a day and an hour, or one of those that matter. */
export function PreviewPage({
  view,
  state,
  moments,
}: {
  readonly view: DraftView;
  readonly state: FormState;
  readonly moments: readonly Moment[];
}): JSX.Element {
  const { draft, read } = view.open;
  const action = addresses.part(draft.id, 'apercu');
  return (
    <DraftFrame view={view} part="apercu" title={texts.title} lead={texts.lead} faults={state.faults}>
      {!read.ok ? (
        <Alert tone="warn">{texts.notYet}</Alert>
      ) : (
        <>
          <Form action={action} csrf={view.csrf} state={state} submit={texts.submit}>
            <FormFields fields={previewFields} />
          </Form>
          <Section title={texts.moments}>
            <ul class="rows">
              {moments.map(({ label, at }) => (
                <li key={label}>
                  <ActionForm action={`${action}?instant=${at.epochMilliseconds}`} csrf={view.csrf}>
                    <button type="submit" class="link">
                      {label}
                    </button>
                  </ActionForm>
                  <p class="muted">{instantInWords(at)}</p>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </DraftFrame>
  );
}
