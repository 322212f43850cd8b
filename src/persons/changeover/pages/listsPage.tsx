import type { JSX } from 'preact';
import { type Catalogue, keptInWords } from '../../../catalogue/index.ts';
import { parisDay } from '../../../platform/time.ts';
import { nameOfSession } from '../../../scope/index.ts';
import {
  Alert,
  BackLink,
  Details,
  defineField,
  EmptyState,
  type Field,
  FileInput,
  FoldedForm,
  Form,
  FormField,
  type FormState,
  freeText,
  type LineFault,
  LineFaults,
  numericDay,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  tableField,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { sessionField } from '../../typing/pages/paperPage.tsx';
import { MOST } from '../changeover.ts';
import { changeoverTexts } from '../changeoverTexts.ts';
import { COLUMNS, HEADINGS, REQUIRED } from '../rules/headings.ts';
import type { StandingImport } from '../store/imports.ts';

const say = changeoverTexts.import;

export const listField = tableField({ name: 'liste', label: say.file, limits: say.limits });

export const reasonField: Field<'motif', string> = defineField({
  name: 'motif',
  label: say.words,
  hint: say.wordsHint,
  control: 'textarea',
  rows: 2,
  missing: say.wordsMissing,
  check: freeText(MOST.reason),
});

export type ListsView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly sessions: readonly Option[];
  readonly imports: readonly StandingImport[];
  readonly state: FormState;
  readonly faults: readonly LineFault[];
  /** The one that has them, by its name. */
  readonly file: string;
  /** The list that they would take back, and what is wrong with it. */
  readonly undoing: { readonly id: string; readonly state: FormState } | null;
};

/** A head's lists of the system in place: one more, and those that were brought in. */
export function ListsPage(view: ListsView): JSX.Element {
  const { state, faults, sessions, undoing } = view;
  const { kept } = view.catalogue.installation();
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={undoing?.state.faults ?? state.faults}
      form={undoing?.id}
      faulty={faults.length > 0}
    >
      <BackLink href={personAddresses.changeover()}>{changeoverTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {faults.length > 0 && <LineFaults faults={faults.slice(0, MOST.faults)} count={faults.length} file={view.file} />}
      {sessions.length === 0 ? (
        <Alert tone="info">{say.noSession}</Alert>
      ) : (
        <Form
          action={personAddresses.changeoverLists()}
          csrf={view.csrf}
          multipart
          state={state}
          label={say.title}
          submit={say.submit}
        >
          <FormField field={sessionField(sessions)} />
          <FileInput field={listField} />
        </Form>
      )}
      <Details summary={say.columns}>
        <p>{say.columnsText}</p>
        <Table
          caption={say.columns}
          columns={[say.column, say.others, say.need]}
          rows={COLUMNS.map((column) => {
            const [name, ...others] = HEADINGS[column];
            const needed = REQUIRED.some((one) => one === column);
            return { key: column, cells: [name, others.join(', '), needed ? say.needs.yes : say.needs.no] };
          })}
        />
        <p>
          <a href={personAddresses.changeoverTemplate} download>
            {say.template}
          </a>
        </p>
      </Details>
      <Section title={say.done}>
        {view.imports.length === 0 ? (
          <EmptyState title={say.noneDone}>{say.noneDoneText}</EmptyState>
        ) : (
          <Lists view={view} />
        )}
        <p class="muted">{say.kept(keptInWords(kept.carriedList), keptInWords(kept.unconfirmedList))}</p>
      </Section>
    </Page>
  );
}

function Lists({ view }: { readonly view: ListsView }): JSX.Element {
  return (
    <Table
      caption={say.done}
      columns={[say.list, say.session, say.when, say.content, say.act]}
      rows={view.imports.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          nameOfSession(view.catalogue, one.session),
          one.writtenAt === null ? '' : numericDay(parisDay(one.writtenAt)),
          say.contentOf(one.lines, one.settled),
          <TakeBack key="act" one={one} view={view} />,
        ],
      }))}
    />
  );
}

function TakeBack({ one, view }: { readonly one: StandingImport; readonly view: ListsView }): JSX.Element {
  const { undoing, csrf } = view;
  if (one.takenBackWords !== null) return <>{say.takenBack(one.takenBackWords)}</>;
  if (one.settled > 0) return <>{say.used}</>;
  const mine = undoing?.id === one.id ? undoing.state : null;
  return (
    <FoldedForm
      name={one.id}
      title={say.takeBackNamed(one.name)}
      action={personAddresses.takeBackList(one.id)}
      csrf={csrf}
      fields={[reasonField]}
      refused={mine}
      submit={say.takeBack}
    />
  );
}
