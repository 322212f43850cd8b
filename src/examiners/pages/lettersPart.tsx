import type { ComponentChildren, JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Button,
  Details,
  dayAndHour,
  defineField,
  Form,
  FormFields,
  type FormState,
  frenchDate,
  phoneAddress,
  phoneInWords,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { conveningTexts } from '../conveningTexts.ts';
import type { Examiner } from '../examiners.ts';

const say = conveningTexts.letters;

export const LETTER_ACTS = { print: 'imprimer', post: 'partie', phone: 'appelee', mail: 'mail' } as const;

export const lettersField = defineField({
  name: 'jour',
  label: say.day,
  control: 'date',
  width: 12,
  missing: say.dayMissing,
  check: frenchDate(),
});

export type LetterLine = {
  readonly id: string;
  readonly person: Examiner;
  /** As on the envelope, below the name. */
  readonly address: readonly string[];
  readonly nearest: Temporal.Instant;
  /** No mail reaches their address. */
  readonly refused: boolean;
  /** The post would come after it. */
  readonly urgent: boolean;
  /** Where it is, in words, with who noted it. */
  readonly standing: string;
  /** What was noted of it may be taken back. */
  readonly back: boolean;
  readonly ticked: boolean;
};

export type LettersView = {
  readonly session: string;
  readonly due: readonly LetterLine[];
  readonly settled: readonly LetterLine[];
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** Whoever no mail reaches: what is to be posted or told by telephone, and what was, by whom and when. */
export function LettersPart({ session, due, settled, csrf, idempotencyKey, state }: LettersView): JSX.Element {
  return (
    <Section title={say.title} id="lettres">
      {due.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Form
          action={addresses.letters({ session })}
          csrf={csrf}
          idempotencyKey={idempotencyKey}
          state={state}
          label={say.title}
        >
          <p>{say.text(due.length)}</p>
          <Table
            caption={say.title}
            columns={say.columns}
            rows={due.map((line) => ({
              key: line.id,
              cells: [
                <label key="n">
                  <input type="checkbox" name="choix" value={line.id} checked={line.ticked} />{' '}
                  <TypedWords>{`${line.person.lastName} ${line.person.firstName}`}</TypedWords>
                </label>,
                <TypedWords key="a">{line.address.join(', ')}</TypedWords>,
                phoneOf(line.person),
                dayAndHour(line.nearest),
                <span key="s">
                  {/* What the post brings too late isn't to be posted. */}
                  {line.urgent && line.standing === say.toPost ? '' : `${line.standing} `}
                  {line.urgent && <strong>{say.urgent(line.person.phone !== null)}</strong>}
                  {line.person.mail !== null && <> {line.refused ? say.refused(line.person.mail) : say.hasMail}</>}
                </span>,
              ],
            }))}
          />
          <Button kind="secondary" name="acte" value={LETTER_ACTS.print}>
            {say.print}
          </Button>
          <FormFields fields={[lettersField]} />
          <Actions>
            <Button name="acte" value={LETTER_ACTS.post}>
              {say.post}
            </Button>
            <Button kind="secondary" name="acte" value={LETTER_ACTS.phone}>
              {say.phone}
            </Button>
            {due.some(({ person }) => person.mail !== null) && (
              <Button kind="secondary" name="acte" value={LETTER_ACTS.mail}>
                {say.mail}
              </Button>
            )}
          </Actions>
        </Form>
      )}
      {settled.length > 0 && (
        <Details summary={say.settled(settled.length)}>
          <Table
            caption={say.settled(settled.length)}
            columns={say.settledColumns}
            rows={settled.map((line) => ({
              key: line.id,
              cells: [
                <TypedWords key="n">{`${line.person.lastName} ${line.person.firstName}`}</TypedWords>,
                line.standing,
                line.back ? (
                  <ActionForm
                    key="b"
                    action={addresses.letterBack({ session })}
                    csrf={csrf}
                    hidden={{ lettre: line.id }}
                  >
                    <Button kind="secondary">{say.back}</Button>
                  </ActionForm>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        </Details>
      )}
    </Section>
  );
}

function phoneOf({ phone }: Examiner): ComponentChildren {
  return phone === null ? conveningTexts.board.noPhone : <a href={phoneAddress(phone)}>{phoneInWords(phone)}</a>;
}
