import type { JSX } from 'preact';
import { VARIABLE_WORDS } from '../../../catalogue/index.ts';
import type { People } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Details,
  defineField,
  EmptyState,
  Form,
  FormField,
  FormFields,
  type FormState,
  freeText,
  oneOf,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  Timeline,
} from '../../../ui/index.ts';
import { TEMPLATE } from '../../office.ts';
import { ABOUTS, asWritten, TEMPLATE_VARIABLES } from '../../rules/variables.ts';
import type { Template, TemplateVersion } from '../../store/templates.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { templateTexts as say } from '../messageTemplatesTexts.ts';
import { Words } from './messageWords.tsx';

const ABOUT_OPTIONS = ABOUTS.map((value) => ({ value, label: say.abouts[value], hint: say.aboutHints[value] }));

const title = defineField({
  name: 'titre',
  label: say.name,
  hint: say.nameHint,
  control: 'text',
  width: 60,
  missing: say.nameMissing,
  check: freeText(TEMPLATE.title),
});
const about = defineField({
  name: 'sujet',
  label: say.about,
  control: 'radio',
  options: ABOUT_OPTIONS,
  missing: say.aboutMissing,
  check: oneOf(ABOUT_OPTIONS),
});
const words = defineField({
  name: 'texte',
  label: say.words,
  hint: say.wordsHint,
  control: 'textarea',
  rows: 12,
  missing: say.wordsMissing,
  check: freeText(TEMPLATE.words),
});
export const templateForm = [title, about, words] as const;

const number = defineField({
  name: 'numero',
  label: say.preview.number,
  hint: say.preview.hint,
  control: 'text',
  width: 16,
  optional: true,
  check: freeText(40),
});
export const previewForm = [...templateForm, number] as const;

export const TEMPLATE_ACTS = {
  save: 'enregistrer',
  preview: 'essayer',
  retire: 'retirer',
  restore: 'remettre',
} as const;

/** The answers that an office keeps ready. */
export function TemplatesPage(
  view: PageFrame & {
    readonly templates: readonly Template[];
    readonly retired: readonly Template[];
    readonly mayChange: boolean;
    readonly people: People;
  },
): JSX.Element {
  const { templates, retired, people } = view;
  const rows = (some: readonly Template[]) =>
    some.map((one) => ({
      key: one.id,
      cells: [
        <a key="title" href={messageDesk.template(one.id)}>
          {one.title}
        </a>,
        say.abouts[one.about],
        one.changedBy === null ? say.delivered : say.changed(people('staff', one.changedBy), one.changedAt),
      ],
    }));
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={messageDesk.messages()}>{say.messages}</BackLink>
      <PageTitle lead={view.mayChange ? say.lead : `${say.lead} ${say.headOnly}`}>{say.title}</PageTitle>
      {view.mayChange && (
        <Actions>
          <ButtonLink href={messageDesk.newTemplate}>{say.add}</ButtonLink>
        </Actions>
      )}
      {templates.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table caption={say.title} columns={say.columns} rows={rows(templates)} />
      )}
      {retired.length > 0 && (
        <Details summary={say.retiredList}>
          <Table caption={say.retiredList} columns={say.columns} rows={rows(retired)} />
        </Details>
      )}
    </Page>
  );
}

export type TemplateView = PageFrame & {
  /** Null: a new one. */
  readonly template: Template | null;
  readonly versions: readonly TemplateVersion[];
  readonly mayChange: boolean;
  readonly people: People;
  readonly state: FormState;
  /** What it would say of a real file. */
  readonly preview: { readonly number: string; readonly words: string } | null;
  readonly idempotencyKey: string;
};

/** One ready answer: its words, what fills them, a try on a real file, and what it said before. */
export function TemplatePage(view: TemplateView): JSX.Element {
  const { template, state } = view;
  const heading = template === null ? say.newTitle : say.editTitle;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={template?.title ?? say.newTitle}
      faults={state.faults}
    >
      <BackLink href={messageDesk.templates()}>{say.back}</BackLink>
      <PageTitle kicker={template === null ? undefined : heading}>{template?.title ?? say.newTitle}</PageTitle>
      {template?.retired === true && <Alert tone="warn">{say.isRetired}</Alert>}
      {view.mayChange ? <Editing view={view} /> : template !== null && <Words text={template.words} />}
      {view.preview !== null && (
        <Section title={say.preview.result(view.preview.number)} id="resultat">
          <Words text={view.preview.words} />
        </Section>
      )}
      <Section title={say.variables}>
        <Table
          caption={say.variables}
          columns={say.variablesColumns}
          rows={TEMPLATE_VARIABLES.map((name) => {
            const [meaning, example] = VARIABLE_WORDS[name];
            return { key: name, cells: [<code key="name">{asWritten(name)}</code>, meaning, example] };
          })}
        />
      </Section>
      {view.versions.length > 1 && (
        <Section title={say.history}>
          <Timeline
            entries={view.versions.map((one) => ({
              key: String(one.version),
              at: one.changedAt,
              text: (
                <Details
                  summary={say.version(
                    one.version,
                    one.changedBy === null ? say.delivered : view.people('staff', one.changedBy),
                  )}
                >
                  <p>
                    <strong>{one.title}</strong>
                  </p>
                  <Words text={one.words} />
                </Details>
              ),
            }))}
          />
        </Section>
      )}
    </Page>
  );
}

function Editing({ view }: { readonly view: TemplateView }): JSX.Element {
  const { template, csrf } = view;
  const action = template === null ? messageDesk.newTemplate : messageDesk.template(template.id);
  const version = template?.version ?? 0;
  return (
    <>
      <Form
        action={action}
        csrf={csrf}
        version={version}
        idempotencyKey={view.idempotencyKey}
        state={view.state}
        label={say.editTitle}
      >
        {/* Enter in a field presses the first button of a form: this one does nothing. */}
        <button type="submit" disabled hidden />
        <FormFields fields={templateForm} />
        <FormField field={number} />
        <Actions>
          <Button name="acte" value={TEMPLATE_ACTS.save}>
            {say.save}
          </Button>
          <Button kind="secondary" name="acte" value={TEMPLATE_ACTS.preview}>
            {say.preview.submit}
          </Button>
        </Actions>
      </Form>
      {template !== null && (
        <Section title={template.retired ? say.restore : say.retire}>
          <ActionForm
            action={action}
            csrf={csrf}
            version={version}
            hidden={{ acte: template.retired ? TEMPLATE_ACTS.restore : TEMPLATE_ACTS.retire }}
          >
            {!template.retired && <p class="muted">{say.retireText}</p>}
            <Button kind="secondary">{template.retired ? say.restore : say.retire}</Button>
          </ActionForm>
        </Section>
      )}
    </>
  );
}
