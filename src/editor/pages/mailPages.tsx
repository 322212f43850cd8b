import type { JSX } from 'preact';
import { lostBy, type PackFault } from '../../catalogue/index.ts';
import { Alert, ErrorSummary, type FormState, Identifier, Section, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { mailsLeftToDelivery } from '../rules/mailNeeds.ts';
import { filled, paragraphsOf, variablesGiven } from '../rules/mailText.ts';
import { codeOf, type Thing, thingNamed, thingsOn, unreadableOn } from '../rules/things.ts';
import { textAt } from '../rules/yamlTree.ts';
import { nameOfMail, texts } from '../texts/mails.ts';
import { DraftFrame, type DraftView } from './draftFrame.tsx';
import type { MailForm } from './mailForm.ts';
import { FaultsHere, Fields, fileHref, ThingForm, UnreadableFiles } from './thingParts.tsx';

const say = texts.edit;
const VARIABLES: Readonly<Record<string, readonly [string, string]>> = texts.variables;

function meaningOf(variable: string): readonly [string, string] | undefined {
  return Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable] : undefined;
}

function whyNeeded(code: string, variable: string): string {
  const needed = lostBy(code, { subject: '', body: '' }).find(({ name }) => name === variable);
  return needed === undefined ? say.notNeeded : say.needed(needed.why);
}

/** Every mail with its subject: those of the draft, then those that it leaves as they were delivered. */
export function MailsPage({ view }: { readonly view: DraftView }): JSX.Element {
  const { draft, files } = view.open;
  const own = thingsOn(files, 'mails').map((thing) => ({
    key: thing.path.join('-'),
    code: codeOf(thing, 'mails'),
    subject: textAt(thing.value, ['subject']),
  }));
  const delivered = mailsLeftToDelivery(files).map((thing) => ({
    key: codeOf(thing, 'mails'),
    code: codeOf(thing, 'mails'),
    subject: texts.delivered(textAt(thing.value, ['subject'])),
  }));
  return (
    <DraftFrame view={view} part="textes" title={texts.title} lead={texts.lead}>
      <UnreadableFiles view={view} files={unreadableOn(files, 'mails')} />
      <Table
        caption={texts.title}
        captionUnseen
        columns={Object.values(texts.columns).map((label) => ({ label }))}
        rows={[...own, ...delivered].map(({ key, code, subject }) => ({
          key,
          cells: [
            <a key="mail" href={addresses.part(draft.id, `textes/${encodeURIComponent(code)}`)}>
              {nameOfMail(code)}
            </a>,
            subject,
          ],
        }))}
      />
    </DraftFrame>
  );
}

/** One mail: its words, what they may name, and how it reads. `shown`: the words of the preview. */
export function MailPage({
  view,
  mail,
  form,
  state,
  faults,
  shown,
}: {
  readonly view: DraftView;
  readonly mail: Thing;
  readonly form: MailForm;
  readonly state: FormState;
  readonly faults: readonly PackFault[];
  readonly shown: { readonly subject: string; readonly body: string };
}): JSX.Element {
  const code = textAt(mail.value, ['code']);
  return (
    <DraftFrame
      view={view}
      part="textes"
      title={nameOfMail(code)}
      faulty={state.faults.length > 0}
      above={<ErrorSummary faults={state.faults} />}
    >
      <p class="muted">
        <Identifier>{code}</Identifier> · <a href={fileHref(view, mail.file)}>{mail.file}</a>
      </p>
      <FaultsHere view={view} faults={faults} />
      {thingNamed(view.open.files, 'mails', code) === undefined && <Alert tone="info">{texts.deliveredHint}</Alert>}
      <div class="beside">
        <ThingForm
          view={view}
          action={addresses.part(view.open.draft.id, `textes/${encodeURIComponent(code)}`)}
          state={state}
          save={say.save}
          back={{ href: addresses.part(view.open.draft.id, 'textes'), label: say.back }}
        >
          <Fields bounds={[form.subject, form.body]} />
        </ThingForm>
        <Preview {...shown} />
      </div>
      <Section title={say.variables}>
        <p class="muted">{say.variablesHint}</p>
        <Table
          caption={say.variables}
          captionUnseen
          columns={Object.values(say.columns).map((label) => ({ label }))}
          rows={variablesGiven(code).map((name) => ({
            key: name,
            cells: [
              <Identifier key="name">{`{${name}}`}</Identifier>,
              ...(meaningOf(name) ?? ['', '']),
              whyNeeded(code, name),
            ],
          }))}
        />
      </Section>
    </DraftFrame>
  );
}

function Preview({ subject, body }: { readonly subject: string; readonly body: string }): JSX.Element {
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
