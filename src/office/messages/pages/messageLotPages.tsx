import type { JSX } from 'preact';
import type { Lot, LotPreview, Recipient, SummedLot } from '../../../messages/index.ts';
import { MESSAGE } from '../../../messages/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Details,
  defineField,
  EmptyState,
  ErrorSummary,
  exactInstant,
  type Field,
  Form,
  FormField,
  type FormState,
  freeText,
  Identifier,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  TypedWords,
  wholeNumber,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { FileSearch } from '../../file/routes/filesOfSearch.ts';
import type { People } from '../../rules/people.ts';
import type { NamedFile } from '../../store/names.ts';
import { lotTexts as say } from '../messageLotsTexts.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';

const words = defineField({
  name: 'message',
  label: say.words,
  hint: say.hint,
  control: 'textarea',
  rows: 10,
  missing: say.missing,
  check: freeText(MESSAGE.characters),
});

export function lotForm(templates: readonly Option[]) {
  return [
    defineField({
      name: 'modele',
      label: messageOfficeTexts.thread.template,
      control: 'select',
      options: templates,
      optional: true,
      check: freeText(60),
    }) as Field<'modele', string | null>,
    words,
  ] as const;
}

export const LOT_ACTS = { insert: 'modele', preview: 'apercu', send: 'envoyer', correct: 'corriger' } as const;

export type Named = (id: string) => NamedFile | undefined;

/** The message is written here, before anybody gets it. */
export function NewLotPage(
  view: PageFrame & {
    readonly search: FileSearch;
    readonly count: number;
    readonly tooMany: boolean;
    readonly fields: ReturnType<typeof lotForm>;
    readonly state: FormState;
  },
): JSX.Element {
  const { state, search, count, fields } = view;
  const [template, text] = fields;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faulty={state.faults.length > 0}>
      <ErrorSummary faults={state.faults} />
      <BackLink href={addresses.files(search)}>{say.back}</BackLink>
      <PageTitle {...(view.tooMany ? {} : { lead: count === 0 ? say.nobody : say.lead(count) })}>{say.title}</PageTitle>
      {view.tooMany && <Alert tone="warn">{say.tooMany}</Alert>}
      {count > 0 && !view.tooMany && (
        <Form
          action={addresses.newMessageLot()}
          csrf={view.csrf}
          hidden={search}
          state={state}
          summary={false}
          label={say.title}
        >
          {/* Enter in a field presses the first button of a form: this one does nothing. */}
          <button type="submit" disabled hidden />
          {(template.options?.length ?? 0) > 0 && (
            <>
              <FormField field={template} />
              <Actions>
                <Button kind="secondary" name="acte" value={LOT_ACTS.insert}>
                  {say.insert}
                </Button>
              </Actions>
            </>
          )}
          <FormField field={text} />
          <Actions>
            <Button name="acte" value={LOT_ACTS.preview}>
              {say.preview}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}

/** Who gets what, and who doesn't and why, before it leaves. */
export function LotPreviewPage(
  view: PageFrame & {
    readonly search: FileSearch;
    readonly words: string;
    readonly preview: LotPreview;
    readonly named: Named;
    readonly idempotencyKey: string;
  },
): JSX.Element {
  const { preview, search, named } = view;
  const { will, wont, texts } = preview;
  const hidden = { ...search, message: view.words };
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.previewTitle}>
      <BackLink href={addresses.files(search)}>{say.back}</BackLink>
      <PageTitle lead={say.will(will.length)}>{say.previewTitle}</PageTitle>
      {texts.length > 0 && (
        <Section title={say.samples}>
          {texts.map(({ id, words: filled }) => (
            <Details
              key={id}
              summary={say.sample(named(id)?.number ?? '', named(id)?.name ?? '')}
              open={texts[0]?.id === id}
            >
              <Words text={filled} />
            </Details>
          ))}
        </Section>
      )}
      {will.length > 0 && (
        <Form
          action={addresses.newMessageLot()}
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
          hidden={{ ...hidden, dossiers: will.join(' ') }}
          label={say.previewTitle}
        >
          <Actions>
            <Button name="acte" value={LOT_ACTS.send}>
              {say.submit(will.length)}
            </Button>
            <Button kind="secondary" name="acte" value={LOT_ACTS.correct}>
              {say.correct}
            </Button>
          </Actions>
        </Form>
      )}
      {will.length === 0 && (
        <Form action={addresses.newMessageLot()} csrf={view.csrf} hidden={hidden} label={say.previewTitle}>
          <Actions>
            <Button kind="secondary" name="acte" value={LOT_ACTS.correct}>
              {say.correct}
            </Button>
          </Actions>
        </Form>
      )}
      {wont.length > 0 && (
        <Section title={say.wont}>
          <Why rows={wont} named={named} caption={say.wont} />
        </Section>
      )}
      {will.length > 0 && (
        <Section title={say.recipients}>
          <Table
            caption={say.recipients}
            captionUnseen
            columns={say.columns.map((label) => ({ label }))}
            rows={will.map((id) => ({ key: id, cells: nameCells(named(id)) }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** What became of it: how far it is, who got it, who didn't and why. */
export function SentLotPage(
  view: PageFrame & {
    readonly lot: Lot;
    readonly recipients: readonly Recipient[];
    readonly named: Named;
    readonly people: People;
  },
): JSX.Element {
  const { lot, recipients, named } = view;
  const sent = recipients.filter(({ state }) => state === 'sent');
  const planned = recipients.filter(({ state }) => state === 'planned');
  const wasnt = recipients.flatMap(({ enrolmentId, state }) =>
    state === 'sent' || state === 'planned' ? [] : [{ id: enrolmentId, why: state }],
  );
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.sentTitle}>
      <BackLink href={addresses.messageLots}>{say.recent}</BackLink>
      <PageTitle lead={say.by(view.people('staff', lot.officerId), lot.at)}>{say.sentTitle}</PageTitle>
      <Alert tone={planned.length > 0 ? 'info' : 'ok'}>
        <p>{say.progress(sent.length, planned.length)}</p>
        {planned.length > 0 && (
          <p>
            <ButtonLink kind="secondary" href={addresses.messageLot(lot.id)}>
              {say.refresh}
            </ButtonLink>
          </p>
        )}
      </Alert>
      {wasnt.length > 0 && (
        <Section title={say.wasnt}>
          <Why rows={wasnt} named={named} caption={say.wasnt} />
        </Section>
      )}
      <Section title={say.text}>
        <Words text={lot.words} />
      </Section>
      {sent.length + planned.length > 0 && (
        <Section title={say.recipients}>
          <Table
            caption={say.recipients}
            captionUnseen
            columns={say.columns.map((label) => ({ label }))}
            rows={[...sent, ...planned].map(({ enrolmentId }) => ({
              key: enrolmentId,
              cells: nameCells(named(enrolmentId)),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

/** The last lists that were written to. */
export function LotsPage(
  view: PageFrame & { readonly lots: readonly SummedLot[]; readonly people: People },
): JSX.Element {
  const { lots, people } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.recent}>
      <BackLink href={addresses.messages()}>{messageOfficeTexts.title}</BackLink>
      <PageTitle lead={say.howTo}>{say.recent}</PageTitle>
      {lots.length === 0 ? (
        <EmptyState
          title={say.noRecent}
          action={
            <ButtonLink kind="secondary" href={addresses.files()}>
              {say.back}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={say.recent}
          captionUnseen
          columns={say.recentColumns.map((label, index) => ({ label, figures: index > 1 }))}
          rows={lots.map((lot) => ({
            key: lot.id,
            cells: [
              <a key="at" href={addresses.messageLot(lot.id)}>
                {exactInstant(lot.at)}
              </a>,
              people('staff', lot.officerId),
              wholeNumber(lot.people),
              wholeNumber(lot.sent),
            ],
          }))}
        />
      )}
    </Page>
  );
}

function Why(props: {
  readonly rows: LotPreview['wont'];
  readonly named: Named;
  readonly caption: string;
}): JSX.Element {
  return (
    <Table
      caption={props.caption}
      captionUnseen
      columns={say.whyColumns.map((label) => ({ label }))}
      rows={props.rows.map(({ id, why }) => ({ key: id, cells: [...nameCells(props.named(id)), say.why[why]] }))}
    />
  );
}

/** Its number, which leads to it, and its candidate. */
export function nameCells(file: NamedFile | undefined) {
  return [
    file === undefined ? (
      ''
    ) : (
      <a key="number" href={addresses.file(file.id)}>
        <Identifier>{file.number}</Identifier>
      </a>
    ),
    <TypedWords key="name">{file?.name ?? ''}</TypedWords>,
  ];
}

function Words({ text }: { readonly text: string }): JSX.Element {
  return (
    <blockquote>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={`${index}`} class="typed">
          {paragraph}
        </p>
      ))}
    </blockquote>
  );
}
