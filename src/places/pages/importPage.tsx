import type { JSX } from 'preact';
import {
  examAddresses as addresses,
  type ExamFrame,
  ExamPage,
  type ExamTab,
  type ImportKind,
} from '../../exam/index.ts';
import type { Query } from '../../platform/query.ts';
import { Alert, BackLink, FileInput, Form, type FormState, PageTitle, Section, tableField } from '../../ui/index.ts';
import { MOST } from '../places.ts';
import { placesTexts } from '../placesTexts.ts';
import type { Headings } from '../rules/lines.ts';

const say = placesTexts.import;

export const tableFile = tableField({ name: 'tableau', label: say.file, limits: say.limits });

export type ImportView = ExamFrame & {
  readonly what: ImportKind;
  readonly session: string;
  readonly state: FormState;
  readonly headings: Headings<string>;
  /** A sentence each. */
  readonly faults: readonly string[];
};

/** Where each table is opened from. */
export const FROM = {
  rooms: { tab: 'centres', list: addresses.centres },
  sittings: { tab: 'calendar', list: addresses.calendar },
  people: { tab: 'examiners', list: addresses.people },
} as const satisfies Record<ImportKind, { readonly tab: ExamTab; readonly list: (more: Query) => string }>;

/** A table to import: what it holds, the template, and all that is wrong with the one that was sent. */
export function ImportPage(view: ImportView): JSX.Element {
  const { what, session, state, faults } = view;
  const { tab, list } = FROM[what];
  const { names, optional } = view.headings;
  return (
    <ExamPage {...view} tab={tab} title={say.title[what]}>
      <BackLink href={list({ session })}>{say.back[what]}</BackLink>
      <PageTitle lead={say.lead[what]}>{say.title[what]}</PageTitle>
      {faults.length > 0 && (
        <Alert tone="danger" title={say.faults(faults.length)}>
          <p>{say.nothing}</p>
          <ul>
            {faults.slice(0, MOST.faultsShown).map((fault, index) => (
              // Two faults may read alike, and none ever moves.
              <li key={index}>{fault}</li>
            ))}
          </ul>
          {faults.length > MOST.faultsShown && <p>{say.moreFaults(faults.length - MOST.faultsShown)}</p>}
        </Alert>
      )}
      <Form action={addresses.import(what, { session })} csrf={view.csrf} multipart state={state} submit={say.submit}>
        <FileInput field={tableFile} />
      </Form>
      <Section title={say.columns} id="colonnes">
        <p>{say.columnsText}</p>
        <ul>
          {Object.entries(names).map(([column, name]) => (
            <li key={column}>
              {name} {optional.includes(column) && <span class="muted">{say.facultative}</span>}
            </li>
          ))}
        </ul>
        <Downloads title={say.template} what={what} session={session} template />
        <Downloads title={say.current} what={what} session={session} />
      </Section>
    </ExamPage>
  );
}

function Downloads(props: {
  readonly title: string;
  readonly what: ImportKind;
  readonly session: string;
  readonly template?: boolean;
}): JSX.Element {
  const { title, what, session } = props;
  const to = (format: 'csv' | 'xlsx'): string =>
    addresses.export(what, { session, format, ...(props.template === true ? { modele: 'oui' } : {}) });
  return (
    <p>
      {title}
      {'\u00a0: '}
      <a href={to('xlsx')} download>
        {say.xlsx}
      </a>{' '}
      ·{' '}
      <a href={to('csv')} download>
        {say.csv}
      </a>
    </p>
  );
}
