import type { JSX } from 'preact';
import { parisDay } from '../../platform/time.ts';
import { publicationAddresses } from '../../publication/index.ts';
import {
  BackLink,
  Details,
  dayInWords,
  defineField,
  EmptyState,
  FileInput,
  FoldedForm,
  Form,
  type FormState,
  freeText,
  type LineFault,
  LineFaults,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  TableLinks,
  tableField,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MOST } from '../former.ts';
import { COLUMNS } from '../rules/columns.ts';
import type { FormerImport } from '../store/imports.ts';
import { importTexts as say, texts } from '../texts.ts';

export const fileField = tableField({ name: 'fichier', label: say.field, limits: say.limits });

export const wordsField = defineField({
  name: 'motif',
  label: say.words,
  hint: say.wordsHint,
  control: 'textarea',
  rows: 2,
  missing: say.wordsMissing,
  check: freeText(MOST.words),
});

export type ShownFaults = { readonly faults: readonly LineFault[]; readonly count: number };
export type ImportsView = PageFrame & {
  readonly imports: readonly FormerImport[];
  /** The file that may be taken back, with how many persons have marks of it. */
  readonly last: { readonly id: string; readonly linked: number } | null;
  readonly waiting: number;
  readonly state: FormState;
  readonly faults: ShownFaults | null;
  readonly undoing: { readonly id: string; readonly state: FormState } | null;
};

/** Files of former results: what was brought in, and one more. */
export function ImportsPage(view: ImportsView): JSX.Element {
  const { state, faults, undoing, waiting } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={texts.title}
      faults={undoing?.state.faults ?? state.faults}
      form={undoing?.id}
      faulty={faults !== null}
    >
      <BackLink href={publicationAddresses.list()}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{texts.title}</PageTitle>
      {faults !== null && <LineFaults {...faults} />}
      <p>
        {say.waiting(waiting)} <a href={addresses.claims()}>{say.claims}</a>
      </p>
      <Section title={say.send}>
        <p>{say.intro}</p>
        <Columns />
        <p>
          <TableLinks label={say.templates} href={(format) => addresses.template(format)} />
        </p>
        <Form action={addresses.home()} csrf={view.csrf} multipart state={state} label={say.send} submit={say.submit}>
          <FileInput field={fileField} />
        </Form>
      </Section>
      <Section title={say.files}>
        {view.imports.length === 0 ? <EmptyState title={say.none}>{say.noneText}</EmptyState> : <Files {...view} />}
      </Section>
    </Page>
  );
}

/** What the columns are called, and how sure that is. */
function Columns(): JSX.Element {
  return (
    <Details summary={say.columns}>
      <Table
        caption={say.columns}
        columns={[say.column, say.others, say.origin]}
        rows={COLUMNS.map(({ name, headings: [first, ...others], source }) => ({
          key: name,
          cells: [first ?? '', others.join(', '), say.origins[source]],
        }))}
      />
    </Details>
  );
}

function Files({ imports, last, undoing, csrf }: ImportsView): JSX.Element {
  const act = (one: FormerImport): JSX.Element | string => {
    if (one.takenBackWords !== null) return say.takenBack(one.takenBackWords);
    if (one.id !== last?.id) return say.notLast;
    if (last.linked > 0) return say.used(last.linked);
    const mine = undoing?.id === one.id ? undoing.state : null;
    return (
      <FoldedForm
        name={one.id}
        title={say.takeBackNamed(one.name)}
        action={addresses.takeBack(one.id)}
        csrf={csrf}
        fields={[wordsField]}
        refused={mine}
        submit={say.takeBack}
      />
    );
  };
  return (
    <Table
      caption={say.files}
      columns={[say.file, say.when, say.what, say.act]}
      rows={imports.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          one.writtenAt === null ? '–' : dayInWords(parisDay(one.writtenAt)),
          say.content(one.lines, one.persons, one.expired),
          act(one),
        ],
      }))}
    />
  );
}
