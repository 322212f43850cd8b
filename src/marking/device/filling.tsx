import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type LineProps, type SheetActing, textOf, typedOn } from './acting.ts';
import { OUTCOMES, type SheetLine } from './board.ts';
import { BoardForm } from './boardForm.tsx';
import { type Answers, type Criterion, halfPointsOf, readTyped, type SheetForm, writeAnswer } from './sheet.ts';
import { words as say } from './words.ts';

const nameOf = (criterion: string): string => `c-${criterion}`;

/** What stands in the fields of a form, by criterion. */
export function typedIn(form: SheetForm, fields: (name: string) => string): ReturnType<typeof readTyped> {
  return readTyped(form, (id) => fields(nameOf(id)));
}

/** The sheet to fill, criterion by criterion, with the mark that it makes so far. */
export function Filling({
  form,
  line,
  acting,
}: Pick<LineProps, 'line' | 'acting'> & { readonly form: SheetForm }): JSX.Element {
  const { onSheet, onDraft, fault } = acting;
  // Said instead of the mark, until something is typed again.
  const [instead, setInstead] = useState<string | null>(null);
  const draft = typedOn(line, acting) ?? {};
  const typedOf = (id: string): string => draft[nameOf(id)] ?? writeAnswer(form, answersOn(line)[id]);
  const read = readTyped(form, typedOf);
  const parts = Map.groupBy(form.criteria, ({ part }) => part ?? '');
  const send = (fields: FormData, element: HTMLFormElement): void => {
    const outcome = OUTCOMES.find((one) => one === textOf(fields, 'issue')) ?? 'mark';
    const { answers, faults } = typedIn(form, (name) => textOf(fields, name));
    if (outcome === 'mark' && faults[0] !== undefined) {
      setInstead(faults.map(say.faulty).join(' '));
      element.querySelector<HTMLElement>(`[name="${nameOf(faults[0].id)}"]`)?.focus();
      return;
    }
    onSheet?.(line, { outcome, answers: outcome === 'mark' ? answers : {}, words: textOf(fields, 'mots') });
  };
  const keep = (fields: FormData): void => {
    const typed = [...fields].filter(([name]) => name !== 'version');
    setInstead(null);
    onDraft?.(line, Object.fromEntries(typed.map(([name, value]) => [name, String(value)])));
  };
  return (
    <BoardForm
      line={line}
      acting={acting}
      to="fiche"
      title={form.title}
      hidden={{ version: form.version }}
      onSend={onSheet && send}
      onType={onDraft && keep}
    >
      <p class="muted">{say.source(form)}</p>
      {[...parts].map(([part, criteria]) =>
        part === '' ? (
          criteria.map((one) => (
            <CriterionField key={one.id} form={form} criterion={one} value={typedOf(one.id)} fault={fault} />
          ))
        ) : (
          <fieldset key={part}>
            <legend>{part}</legend>
            {criteria.map((one) => (
              <CriterionField key={one.id} form={form} criterion={one} value={typedOf(one.id)} fault={fault} />
            ))}
          </fieldset>
        ),
      )}
      <div class="field">
        <label for="mots">{say.comment}</label>
        <p class="hint">{say.commentHint}</p>
        <textarea id="mots" name="mots" rows={2} maxlength={1000}>
          {draft.mots ?? line.sheet?.words ?? ''}
        </textarea>
      </div>
      <output class="sheet-mark">
        {instead ??
          say.computed(
            { halfPoints: halfPointsOf(form, read.answers), answers: read.answers },
            form,
            read.faults.length,
          )}
      </output>
      <p class="muted">{say.rounding(form)}</p>
      <div class="actions">
        <button type="submit" class="button" name="issue" value="mark">
          {say.sign}
        </button>
      </div>
      {form.part !== 'apart' && (
        <details>
          <summary>{say.noMark}</summary>
          <p class="hint">{say.noMarkHint}</p>
          <div class="actions">
            {OUTCOMES.filter((one) => one !== 'mark').map((outcome) => (
              <button key={outcome} type="submit" class="button secondary" name="issue" value={outcome}>
                {say.outcomes[outcome]}
              </button>
            ))}
          </div>
        </details>
      )}
    </BoardForm>
  );
}

function answersOn({ sheet }: SheetLine): Answers {
  return sheet?.outcome === 'mark' ? sheet.answers : {};
}

function CriterionField(props: {
  readonly form: SheetForm;
  readonly criterion: Criterion;
  /** As it is typed. */
  readonly value: string;
  readonly fault: SheetActing['fault'];
}): JSX.Element {
  const { form, criterion, value, fault } = props;
  const name = nameOf(criterion.id);
  const faulty = fault?.ids.includes(criterion.id) ?? false;
  if (form.levels.length > 0)
    return (
      <fieldset class={faulty ? 'field faulty levels' : 'field levels'}>
        <legend>
          {criterion.label} <span class="muted">{say.most(criterion)}</span>
        </legend>
        {form.levels.map(({ code, label }) => (
          <label key={code} class="level">
            <input type="radio" name={name} value={code} checked={value === code} /> {label}
          </label>
        ))}
      </fieldset>
    );
  return (
    <div class={faulty ? 'field faulty criterion' : 'field criterion'}>
      <label for={name}>{criterion.label}</label>
      <input
        id={name}
        name={name}
        inputmode="decimal"
        size={6}
        maxlength={6}
        autocomplete="off"
        value={value}
        aria-invalid={faulty ? true : undefined}
      />
      <span class="muted">{say.most(criterion)}</span>
    </div>
  );
}
