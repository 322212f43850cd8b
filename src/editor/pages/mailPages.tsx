import type { JSX } from 'preact';
import { type KnownMail, type Mails, type PackFile, VARIABLE_WORDS } from '../../catalogue/index.ts';
import { Alert, Identifier, Section, Table } from '../../ui/index.ts';
import { codeOf, entriesOn, type PackEntry } from '../rules/entries.ts';
import { mailsLeftToDelivery } from '../rules/mailNeeds.ts';
import { filled, paragraphsOf } from '../rules/mailText.ts';
import { textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/mails.ts';
import type { List } from './listPage.tsx';

const say = texts.edit;
const VARIABLES: Readonly<Record<string, readonly [string, string]>> = VARIABLE_WORDS;

function meaningOf(variable: string): readonly [string, string] | undefined {
  return Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable] : undefined;
}

/** « Pièce non conforme »; its code for a mail that isn't ours. */
export function nameOfMail(mails: Mails, entry: PackEntry): string {
  const code = codeOf(entry, 'mails');
  return mails.get(code)?.name ?? code;
}

/** Every mail: those of the draft, then those that it leaves as they were delivered. */
export function mailList(files: readonly PackFile[], mails: Mails): List {
  const own = entriesOn(files, 'mails');
  const subject = (entry: PackEntry): string => {
    const text = textAt(entry.value, ['subject']);
    return own.includes(entry) ? text : texts.delivered(text);
  };
  return {
    shelf: 'mails',
    name: (entry) => nameOfMail(mails, entry),
    entries: [...own, ...mailsLeftToDelivery(files, mails)],
    columns: [{ label: texts.subject, of: subject }],
  };
}

/** Said of a mail that the draft leaves as it was delivered. */
export function DeliveredHint(): JSX.Element {
  return <Alert tone="info">{texts.deliveredHint}</Alert>;
}

/** What its words may name, and what they have to. */
export function MailVariables({ given, needs }: Pick<KnownMail, 'given' | 'needs'>): JSX.Element {
  return (
    <Section title={say.variables}>
      <p class="muted">{say.variablesHint}</p>
      <Table
        caption={say.variables}
        columns={Object.values(say.columns)}
        rows={given.map((name) => ({
          key: name,
          cells: [
            <Identifier key="name">{`{${name}}`}</Identifier>,
            ...VARIABLE_WORDS[name],
            needs[name] === undefined ? say.notNeeded : say.needed(needs[name]),
          ],
        }))}
      />
    </Section>
  );
}

/** How it reads, with examples in the place of its variables. */
export function MailPreview({ subject, body }: { readonly subject: string; readonly body: string }): JSX.Element {
  const example = (name: string): string | undefined => meaningOf(name)?.[1];
  return (
    <section class="mail-preview" aria-labelledby="apercu">
      <h2 id="apercu">{say.preview}</h2>
      <p class="muted">{say.previewHint}</p>
      <div class="card">
        <p>
          <strong>{filled(subject, example)}</strong>
        </p>
        {paragraphsOf(body).map((paragraph, index) => (
          <p key={index} class={paragraph.button ? 'link-line' : undefined}>
            {paragraph.lines.map((line, position) => (
              <span key={position}>
                {position > 0 && <br />}
                {filled(line, example)}
              </span>
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}
