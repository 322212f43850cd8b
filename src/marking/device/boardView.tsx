import type { ComponentChildren, JSX, TargetedEvent, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { AheadFirst } from '../../ui/device/aheadFirst.tsx';
import { type BoardPage, countsOf, type LineOutcome, OUTCOMES, type SheetLine, type ShownSheet } from './board.ts';
import { type Answers, type Criterion, halfPointsOf, readTyped, type SheetForm, writeAnswer } from './sheet.ts';
import { words as say } from './words.ts';

/**
 * A board's list and the sheet of one candidate. As plain forms on the server; in a browser `onSheet` and `onVerdict` take what is sent instead.
 */
export type SheetActing = {
  /** Hidden fields of the forms of a line; without a network there are none. */
  readonly hidden: (line: SheetLine) => Readonly<Record<string, string>>;
  readonly onSheet?: (line: SheetLine, typed: TypedSheet) => void;
  readonly onVerdict?: (line: SheetLine, typed: TypedVerdict) => void;
  /** What stands in the fields of a sheet that isn't signed, by their names, as a tablet keeps it; null: nothing. */
  readonly draft?: (line: SheetLine) => Readonly<Record<string, string>> | null;
  readonly onDraft?: (line: SheetLine, draft: Readonly<Record<string, string>>) => void;
  /** What was refused, with what was typed. */
  readonly fault: {
    readonly texts: readonly string[];
    readonly ids: readonly string[];
    readonly typed: Readonly<Record<string, string>>;
  } | null;
};

export type TypedSheet = { readonly outcome: LineOutcome; readonly answers: Answers; readonly words: string };
export type TypedVerdict = { readonly verdict: 'agree' | 'disagree'; readonly code: string; readonly words: string };

type Href = (board: string, candidate?: string) => string;

/** What stands above each of them. */
export function BoardHead(props: {
  readonly title: string;
  readonly kicker?: string;
  readonly lead?: string;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, kicker, lead, back } = props;
  return (
    <>
      {back !== undefined && (
        <p class="back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <div class="page-title">
        {kicker !== undefined && (
          <div class="kicker">
            <p>{kicker}</p>
          </div>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {props.children}
    </>
  );
}

export function BoardList({
  boards,
  href,
}: {
  readonly boards: readonly BoardPage[];
  readonly href: Href;
}): JSX.Element {
  return (
    <AheadFirst all={boards} isOver={({ isOver = false }) => isOver} over={say.past}>
      {(some) => (
        <ul class="checkin-rooms">
          {some.map((board) => (
            <li key={board.id}>
              <a href={href(board.id)}>{board.title}</a>
              <p class="muted">
                {board.place} · {board.begins}
              </p>
              <p>{say.counts(countsOf(board.lines), board.locked)}</p>
            </li>
          ))}
        </ul>
      )}
    </AheadFirst>
  );
}

/** Whom a board examines, in the order of their calls. */
export function CandidateList({ board, href }: { readonly board: BoardPage; readonly href: Href }): JSX.Element {
  return (
    <>
      <p class="muted">{say.members(board.members)}</p>
      <p>{say.counts(countsOf(board.lines), board.locked)}</p>
      {board.locked !== null && <p class="alert info">{say.locked(board.locked)}</p>}
      <ul class="checkin-rooms sheets">
        {board.lines.map((line) => (
          <li key={line.enrolment} class={line.state}>
            <a href={href(board.id, line.enrolment)}>
              {line.hour} · {line.name}
            </a>
            <p class="muted">{stateOf(line, board.form)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf({ state, sheet, beside, isLate }: SheetLine, form: SheetForm): string {
  if (sheet === null) return beside ?? say.states[state];
  return [say.worth(sheet, form), say.states[state], ...(isLate ? [say.late] : [])].join(', ');
}

type LineProps = { readonly board: BoardPage; readonly line: SheetLine; readonly acting: SheetActing };

/** One candidate: what stands, the agreement of another, and the sheet to fill. */
export function SheetView({ board, line, acting }: LineProps): JSX.Element {
  const { sheet, other, state } = line;
  const { form } = board;
  return (
    <>
      {acting.fault !== null && (
        <div class="alert danger" role="alert">
          {acting.fault.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {board.locked !== null && <p class="alert info">{say.locked(board.locked)}</p>}
      {line.beside && <p class="alert info">{line.beside}</p>}
      {sheet !== null && (
        <section class="section">
          <p class="sheet-mark">
            <strong>{say.worth(sheet, form)}</strong>
          </p>
          <p>{[say.states[state], say.filledBy(sheet), ...(line.isLate ? [say.late] : [])].join(' · ')}</p>
          <ul>
            {sheet.verdicts.map(({ name, agrees, words }) => (
              <li key={`${name}${agrees}${words}`}>
                {agrees ? say.agreedBy(name) : say.contestedBy(name)}
                {words !== '' && ` (${words})`}
              </li>
            ))}
          </ul>
          {sheet.words !== '' && <p>{sheet.words}</p>}
          {state === 'contested' && <p class="fault">{say.contested}</p>}
          {other !== null && <p class="fault">{say.disputed(say.worth(other, form))}</p>}
        </section>
      )}
      {sheet !== null && state !== 'agreed' && state !== 'unchecked' && (
        <Agreement line={line} sheet={sheet} acting={acting} />
      )}
      {sheet === null ? (
        <Filling form={form} line={line} acting={acting} />
      ) : (
        <details open={typedOn(line, acting) !== null}>
          <summary>{say.again}</summary>
          <p class="muted">{say.againHint}</p>
          <Filling form={form} line={line} acting={acting} />
        </details>
      )}
    </>
  );
}

function Hidden({
  line,
  acting,
  more = {},
}: Pick<LineProps, 'line' | 'acting'> & { readonly more?: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <>
      {Object.entries({ ...acting.hidden(line), ...more }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

const textOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

/** What was typed on a sheet and isn't signed; what came back of a verdict has a form of its own. */
function typedOn(line: SheetLine, { fault, draft }: SheetActing): Readonly<Record<string, string>> | null {
  return (fault !== null && fault.typed.avis === undefined ? fault.typed : null) ?? draft?.(line) ?? null;
}

function Agreement({
  line,
  sheet,
  acting,
}: Pick<LineProps, 'line' | 'acting'> & { readonly sheet: ShownSheet }): JSX.Element {
  const { onVerdict } = acting;
  const { agreement } = say;
  const [isMissing, setMissing] = useState(false);
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget, event.submitter);
    const verdict = textOf(fields, 'avis') === 'disagree' ? 'disagree' : 'agree';
    const code = textOf(fields, 'code');
    setMissing(sheet.isOwn && code === '');
    if (sheet.isOwn && code === '') return;
    onVerdict?.(line, { verdict, code, words: textOf(fields, 'ecart') });
    event.currentTarget.reset();
  };
  return (
    <form
      class="form section"
      method="post"
      action="/commission/notes/accord"
      aria-label={agreement.title}
      onSubmit={onVerdict === undefined ? undefined : send}
    >
      <h2>{agreement.title}</h2>
      <p>{sheet.isOwn ? agreement.own : agreement.another}</p>
      <Hidden line={line} acting={acting} more={{ fiche: sheet.id }} />
      {sheet.isOwn && (
        <div class={isMissing ? 'field faulty' : 'field'}>
          <label for="code">{agreement.code}</label>
          {isMissing && (
            <p class="fault" role="alert">
              {agreement.codeMissing}
            </p>
          )}
          <input id="code" name="code" autocomplete="off" autocapitalize="characters" maxlength={20} size={12} />
        </div>
      )}
      <div class="field">
        <label for="ecart">{agreement.reason}</label>
        <input
          id="ecart"
          name="ecart"
          defaultValue={acting.fault?.typed.ecart ?? ''}
          autocomplete="off"
          maxlength={1000}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button" name="avis" value="agree">
          {agreement.agree}
        </button>
        <button type="submit" class="button secondary" name="avis" value="disagree">
          {agreement.disagree}
        </button>
      </div>
    </form>
  );
}

const nameOf = (criterion: string): string => `c-${criterion}`;

/** What stands in the fields of a form, by criterion. */
export function typedIn(form: SheetForm, fields: (name: string) => string): ReturnType<typeof readTyped> {
  return readTyped(form, (id) => fields(nameOf(id)));
}

function Filling({
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
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget, event.submitter);
    const outcome = OUTCOMES.find((one) => one === textOf(fields, 'issue')) ?? 'mark';
    const { answers, faults } = typedIn(form, (name) => textOf(fields, name));
    if (outcome === 'mark' && faults[0] !== undefined) {
      setInstead(faults.map(say.faulty).join(' '));
      event.currentTarget.querySelector<HTMLElement>(`[name="${nameOf(faults[0].id)}"]`)?.focus();
      return;
    }
    onSheet?.(line, { outcome, answers: outcome === 'mark' ? answers : {}, words: textOf(fields, 'mots') });
  };
  const keep = (event: TargetedEvent<HTMLFormElement>): void => {
    const fields = [...new FormData(event.currentTarget)].filter(([name]) => name !== 'version');
    setInstead(null);
    onDraft?.(line, Object.fromEntries(fields.map(([name, value]) => [name, String(value)])));
  };
  return (
    <form
      class="form section sheet-form"
      method="post"
      action="/commission/notes/fiche"
      aria-label={form.title}
      onSubmit={onSheet === undefined ? undefined : send}
      onInput={onDraft === undefined ? undefined : keep}
    >
      <p class="muted">{say.source(form)}</p>
      <Hidden line={line} acting={acting} more={{ version: form.version }} />
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
    </form>
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
