import type { JSX } from 'preact';
import { ExamPage } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  ButtonLink,
  Details,
  EmptyState,
  FilterSelect,
  ListHead,
  type Option,
  type PageFrame,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Tally } from '../rules/tally.ts';
import { officeTexts as say } from '../texts.ts';

export type CentreLine = {
  readonly id: string;
  readonly name: string;
  /** « 9 h 12 »; null: no device was heard of. */
  readonly heard: string | null;
  readonly tally: Tally;
  readonly rows: readonly {
    readonly key: string;
    readonly room: string;
    readonly starts: string;
    readonly tally: Tally;
  }[];
  readonly remarks: readonly { readonly room: string; readonly said: string; readonly text: string }[];
  /** Each board where hours changed, each candidate whom no mail reaches, and each other who is expected at another hour, in words. */
  readonly boards: readonly string[];
  readonly toPhone: readonly string[];
  /** Whom a centre told by telephone, by whom and when. */
  readonly phoned: readonly string[];
  readonly others: readonly string[];
};

export type OverviewView = PageFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly days: readonly Option[];
  readonly day: string;
  readonly tally: Tally;
  readonly centres: readonly CentreLine[];
};

/** How far each centre is on one day. */
export function OverviewPage(view: OverviewView): JSX.Element {
  const { session, day, days, centres, tally } = view;
  return (
    <ExamPage {...view} isHead tab="attendance" title={say.title}>
      <ListHead
        title={say.title}
        count={say.count(tally.expected, tally.none)}
        action={
          <>
            <ButtonLink kind="secondary" href={addresses.keepers({ session })}>
              {say.keepers.link}
            </ButtonLink>
            {centres.length > 0 && (
              <ButtonLink kind="secondary" href={addresses.table({ session, jour: day })} download>
                {say.table}
              </ButtonLink>
            )}
          </>
        }
      >
        <SessionChoice action={addresses.overview()} sessions={view.sessions} session={session}>
          {days.length > 0 && <FilterSelect name="jour" label={say.day} options={days} chosen={day} />}
        </SessionChoice>
      </ListHead>
      {centres.length === 0 && <EmptyState title={say.noPlan}>{say.noPlanText}</EmptyState>}
      {centres.map((centre) => (
        <Centre key={centre.id} view={view} centre={centre} open={centres.length <= OPEN} />
      ))}
    </ExamPage>
  );
}

/** So many centres show their rooms at once; of more, each is one line until it is opened. */
const OPEN = 3;

function Centre(props: {
  readonly view: OverviewView;
  readonly centre: CentreLine;
  readonly open: boolean;
}): JSX.Element {
  const { session, day } = props.view;
  const { id, name, heard, tally, rows, remarks } = props.centre;
  return (
    <Details summary={say.centre(name, tally)} open={props.open}>
      <p>
        {say.heard(heard)} <a href={addresses.overview({ session, jour: day, centre: id })}>{say.see(name)}</a>
      </p>
      <Table
        caption={name}
        columns={[
          say.columns.room,
          { label: say.columns.sitting, narrow: true },
          ...(['expected', 'present', 'late', 'absent', 'none'] as const).map((column) => ({
            label: say.columns[column],
            figures: true,
            narrow: true,
          })),
        ]}
        rows={rows.map(({ key, room, starts, tally: of }) => ({
          key,
          cells: [
            <div key="room">
              {room}
              {of.disputed > 0 && <small class="danger"> {say.disputed(of.disputed)}</small>}
            </div>,
            starts,
            ...[of.expected, of.present, of.late, of.absent, of.none].map(wholeNumber),
          ],
        }))}
      />
      <Said title={say.calls.title} lines={props.centre.boards} />
      <Said title={say.calls.toPhone} lines={props.centre.toPhone} />
      <Said title={say.calls.phoned} lines={props.centre.phoned} />
      <Said title={say.calls.others} lines={props.centre.others} />
      {remarks.length > 0 && (
        <>
          <h2 class="small">{say.remarks}</h2>
          <ul>
            {remarks.map(({ room, said, text }, index) => (
              <li key={index}>
                {room}, {said}&nbsp;: <TypedWords>{text}</TypedWords>
              </li>
            ))}
          </ul>
        </>
      )}
    </Details>
  );
}

function Said({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 class="small">{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <TypedWords>{line}</TypedWords>
          </li>
        ))}
      </ul>
    </>
  );
}
