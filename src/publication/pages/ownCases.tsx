import type { JSX } from 'preact';
import {
  Alert,
  Details,
  defineField,
  Form,
  FormFields,
  type FormState,
  freeText,
  type Option,
  oneOf,
  Section,
  unmarked,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { CASES } from '../cases.ts';
import { caseTexts as say, timeLeftInWords } from '../caseTexts.ts';
import type { ScriptScan } from '../scripts.ts';
import { scriptTexts } from '../scriptTexts.ts';
import type { TimedCase } from '../timedCases.ts';
import { CaseWords } from './caseWords.tsx';
import type { Standing } from './scriptsPage.tsx';

/** As long for a letter as on line. */
export function wordsField({ words, wordsHint, wordsMissing }: Omit<AskingWords, 'kind' | 'kindMissing'>) {
  return defineField({
    name: 'precisions',
    label: words,
    hint: wordsHint,
    control: 'textarea',
    rows: 6,
    missing: wordsMissing,
    check: freeText(CASES.words),
  });
}

/** Who asks to see their scripts has said it all: words are asked of whoever asks for something else (`routes/ownResults.ts`). */
export function ownAskFields(kinds: readonly Option[]) {
  const [kind, words] = askFields(kinds);
  return [kind, defineField({ ...words, hint: say.ownWordsHint, optional: true })] as const;
}

export type AskingWords = Readonly<Record<'kind' | 'kindMissing' | 'words' | 'wordsHint' | 'wordsMissing', string>>;

/** What is asked for, in words: by a candidate, or from a letter of theirs (`words`: of who types it). */
export function askFields(kinds: readonly Option[], words: AskingWords = say) {
  return [
    defineField({
      name: 'demande',
      label: words.kind,
      control: 'radio',
      options: kinds,
      missing: words.kindMissing,
      check: oneOf(kinds),
    }),
    wordsField(words),
  ] as const;
}

/** On the candidate's page: the form, and what they asked before. */
export function OwnCases(props: {
  readonly enrolmentId: string;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly kinds: readonly Option[];
  readonly cases: readonly OwnCase[];
  readonly state: FormState;
}): JSX.Element | null {
  const { enrolmentId, csrf, idempotencyKey, kinds, cases, state } = props;
  if (kinds.length === 0) return null;
  return (
    <Section title={say.own} id="demandes">
      {cases.map((one) => (
        <Alert key={one.id} tone="info" level={3} title={one.label}>
          <CaseWords one={one} letterAt={addresses.ownLetter(enrolmentId, one.id)}>
            <TimeLeft {...one} />
            <OwnScripts one={one} enrolmentId={enrolmentId} />
          </CaseWords>
        </Alert>
      ))}
      <Details summary={say.ask} open={state.faults.length > 0}>
        <Form
          action={addresses.ask(enrolmentId)}
          csrf={csrf}
          idempotencyKey={idempotencyKey}
          state={state}
          label={say.ask}
          submit={say.send}
        >
          <FormFields fields={ownAskFields(kinds).map(unmarked)} />
        </Form>
      </Details>
    </Section>
  );
}

/** What its candidate asked, with the scripts that they were sent; null: they asked something else. */
export type OwnCase = TimedCase & {
  readonly scripts: readonly (ScriptScan & { readonly standing: Standing })[] | null;
};

/** Asked and not there yet, there, or over: the scripts that they asked to see. */
function OwnScripts({
  one: { scripts, outcome },
  enrolmentId,
}: {
  readonly one: OwnCase;
  readonly enrolmentId: string;
}): JSX.Element | null {
  const own = scriptTexts.own;
  if (scripts === null || (scripts.length === 0 && outcome === 'refused')) return null;
  if (scripts.length === 0) return <p>{own.waits}</p>;
  return (
    <>
      <ul>
        {scripts.map(({ id, unit, pages, standing, until }) => (
          <li key={id}>
            {standing === 'shown' ? (
              <>
                <a href={addresses.ownScript(enrolmentId, id)}>{own.one(unit, pages)}</a>, {own.until(until)}
              </>
            ) : (
              `${own.one(unit, pages)}\u00a0: ${standing === 'over' ? own.over(until) : own[standing]}`
            )}
          </li>
        ))}
      </ul>
      {scripts.some(({ standing }) => standing === 'shown') && <p class="muted">{own.asTheyAre}</p>}
    </>
  );
}

/** What silence makes of it, or until when its refusal is contested (code de justice administrative, R421-5). */
export function TimeLeft({ time, outcome }: TimedCase): JSX.Element | null {
  const left = timeLeftInWords(time, outcome);
  return left === null ? null : <p>{left}</p>;
}
