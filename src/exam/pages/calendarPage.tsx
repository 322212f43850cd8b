import type { JSX } from 'preact';
import { EmptyState, instantInWords, ListHead, type Option, Table } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Sitting } from '../places.ts';
import { durationInWords, placesTexts } from '../placesTexts.ts';
import { Ways } from './centresPage.tsx';
import { type ExamFrame, ExamPage } from './examPage.tsx';
import { SessionChoice } from './sessionChoice.tsx';

const say = placesTexts.calendar;

export type CalendarLine = Sitting & { readonly title: string; readonly room: string | null };
export type CalendarView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly specialities: readonly Option[];
  readonly speciality: string | null;
  readonly lines: readonly CalendarLine[];
};

/** When each unit is sat. */
export function CalendarPage(view: CalendarView): JSX.Element {
  const { lines, session, isHead } = view;
  return (
    <ExamPage {...view} tab="calendar" title={say.title}>
      <ListHead title={say.title} count={say.count(lines.length)}>
        <SessionChoice action={addresses.calendar()} sessions={view.sessions} session={session}>
          {view.specialities.length > 1 && <SpecialityChoice view={view} />}
        </SessionChoice>
      </ListHead>
      {isHead && (
        <Ways add={{ href: addresses.newSitting({ session }), label: say.add }} what="sittings" session={session} />
      )}
      {lines.length === 0 ? (
        <EmptyState title={say.empty}>{isHead ? say.emptyText : undefined}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          captionUnseen
          columns={say.columns.map((label) => ({ label }))}
          rows={lines.map((line) => ({
            key: line.id,
            cells: [
              isHead ? (
                <a key="title" href={addresses.sitting(line.id, { session })}>
                  {line.title}
                </a>
              ) : (
                line.title
              ),
              instantInWords(line.startsAt),
              durationInWords(line.minutes),
              line.room ?? (line.kind === '' ? say.placed : `${say.placed}, ${say.asksFor(line.kind)}`),
              line.material,
            ],
          }))}
        />
      )}
    </ExamPage>
  );
}

function SpecialityChoice({ view }: { readonly view: CalendarView }): JSX.Element {
  return (
    <div class="field narrows">
      <label for="filtre-specialite">{say.speciality}</label>
      <select id="filtre-specialite" name="specialite">
        <option value="">{say.anySpeciality}</option>
        {view.specialities.map(({ value, label }) => (
          <option key={value} value={value} selected={value === view.speciality}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
