import type { JSX } from 'preact';
import { editionTexts, paperDesk } from '../../papers/index.ts';
import { FILE_STATE_NAMES, type FileState, listFilters } from '../../scope/index.ts';
import {
  Actions,
  Alert,
  Button,
  type Field,
  FilterSelect,
  Form,
  type FormState,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { addresses as exportAddresses } from '../addresses.ts';
import { ALL_COLUMNS, type ExportColumn, namesOfColumns } from '../rules/exportLines.ts';
import { exportTexts as say } from '../texts.ts';
import { SAVING, SavedExports, type SavedLine } from './savedExports.tsx';

export type ExportsView = PageFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly specialities: readonly Option[];
  readonly speciality: string | null;
  readonly state: FileState | null;
  readonly columns: readonly ExportColumn[];
  readonly saved: readonly SavedLine[];
  /** The form that keeps one more, and how it came back. */
  readonly keeping: { readonly fields: readonly Field[]; readonly refused: FormState | null };
  /** A list that may be made ready: whom it is of, how many; null: none is looked at. */
  readonly ahead: { readonly query: string; readonly what: string; readonly count: number } | null;
  /** Why the list that was asked for isn't given. */
  readonly fault: string | null;
  /** May this person print papers in number? */
  readonly editions: boolean;
  /** May they open the files to another program? */
  readonly software: boolean;
};

/** *Exports*: which list, in which form. */
export function ExportsPage(view: ExportsView): JSX.Element {
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={view.keeping.refused?.faults ?? []}
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {view.fault !== null && <Alert tone="danger">{view.fault}</Alert>}
      <Form action={exportAddresses.exportedList} method="get" label={say.title}>
        {view.sessions.length > 1 && (
          <FilterSelect
            {...listFilters.session}
            options={view.sessions}
            every={say.nextSession}
            chosen={view.session}
          />
        )}
        <FilterSelect {...listFilters.speciality} options={view.specialities} chosen={view.speciality} />
        <FilterSelect {...listFilters.fileState} chosen={view.state === null ? null : FILE_STATE_NAMES[view.state]} />
        <FilterSelect
          name="colonnes"
          label={say.whichColumns}
          every={say.knownColumns}
          options={[{ value: 'toutes', label: say.allColumns }]}
          chosen={view.columns.length === ALL_COLUMNS.length ? 'toutes' : null}
        />
        <Actions>
          <Button kind={view.ahead === null ? 'primary' : 'secondary'} name="format" value="csv">
            {say.csv}
          </Button>
          <Button kind="secondary" name="format" value="xlsx">
            {say.xlsx}
          </Button>
          <Button kind="secondary" name="preparer" value="oui" formaction={exportAddresses.exports()}>
            {say.order.look}
          </Button>
        </Actions>
      </Form>
      <Ahead view={view} />
      <p>
        {say.order.worksText} <a href={WORKS}>{say.order.works}</a>
      </p>
      <SavedExports saved={view.saved} {...view.keeping} csrf={view.csrf} />
      <Section title={say.columnsTitle}>
        <p>{say.columnsText}</p>
        <p class="muted">{namesOfColumns(view.columns).join(' · ')}</p>
      </Section>
      {view.editions && (
        <Section title={editionTexts.title}>
          <p>
            {editionTexts.linkText} <a href={paperDesk.editions()}>{editionTexts.link}</a>
          </p>
        </Section>
      )}
      {view.software && (
        <Section title={say.softwareTitle}>
          <p>
            {say.softwareText} <a href={SOFTWARE}>{say.software}</a>
          </p>
        </Section>
      )}
      <Section title={say.piecesTitle}>
        <p>{say.piecesText}</p>
      </Section>
    </Page>
  );
}

/** What is counted before it is made ready without its reader. */
function Ahead({ view: { ahead, csrf } }: { readonly view: ExportsView }): JSX.Element | null {
  if (ahead === null) return null;
  return (
    <Section title={say.order.prepare}>
      <p>{say.order.ahead(ahead.count, ahead.what)}</p>
      <p>{say.order.prepareText}</p>
      <Form
        action={exportAddresses.exports()}
        csrf={csrf}
        hidden={{ [SAVING.act]: SAVING.prepare, demande: ahead.query }}
        label={say.order.prepare}
      >
        <Actions>
          <Button name="format" value="csv">
            {say.order.csv}
          </Button>
          <Button kind="secondary" name="format" value="xlsx">
            {say.order.xlsx}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** Where other programs are let in: a room above. */
const SOFTWARE = '/gestion/logiciels';
/** The tray of who asked: the door, above too. */
const WORKS = '/gestion/travaux';
