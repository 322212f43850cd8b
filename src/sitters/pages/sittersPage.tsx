import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  EmptyState,
  FilterSelect,
  Identifier,
  ListHead,
  type Option,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { sittersTexts as say } from '../sittersTexts.ts';

export type SitterLine = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** As people read them. */
  readonly units: readonly string[];
  readonly notes: readonly string[];
};

export type SittersView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly specialities: readonly Option[];
  readonly speciality: string | null;
  readonly total: number;
  readonly lines: readonly SitterLine[];
  /** Units to sit that the calendar doesn't have. */
  readonly unscheduled: readonly string[];
  /** The last number shown, where others follow. */
  readonly next: string | null;
};

/** Who sits what, of one speciality. */
export function SittersPage(view: SittersView): JSX.Element {
  const { session, speciality, lines } = view;
  return (
    <ExamPage {...view} tab="sitters" title={say.title}>
      <ListHead title={say.title} count={say.count(view.total)}>
        <SessionChoice action={addresses.sitters()} sessions={view.sessions} session={session}>
          {view.specialities.length > 1 && (
            <FilterSelect name="specialite" label={say.speciality} options={view.specialities} chosen={speciality} />
          )}
        </SessionChoice>
      </ListHead>
      {view.unscheduled.length > 0 && <Alert tone="warn">{say.noSitting(view.unscheduled)}</Alert>}
      {lines.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          compact
          columns={say.columns.map((label, index) => ({ label, narrow: index === 0 }))}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              <a key="number" href={addresses.file(line.id)}>
                <Identifier>{line.number}</Identifier>
              </a>,
              <TypedWords key="name">{line.name}</TypedWords>,
              line.units.length === 0 ? say.nothing : line.units.join(', '),
              line.notes.join('\u00a0; '),
            ],
          }))}
        />
      )}
      {view.next !== null && speciality !== null && (
        <p>
          <a href={addresses.sitters({ session, specialite: speciality, apres: view.next })}>{say.next}</a>
        </p>
      )}
    </ExamPage>
  );
}
