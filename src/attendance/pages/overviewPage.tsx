import type { JSX } from 'preact';
import { ExamPage, SessionChoice } from '../../exam/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  ListHead,
  type Option,
  type PageFrame,
  Section,
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
  readonly rows: readonly {
    readonly key: string;
    readonly room: string;
    readonly starts: string;
    readonly tally: Tally;
  }[];
  readonly remarks: readonly { readonly room: string; readonly said: string; readonly text: string }[];
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
      <ListHead title={say.title} count={say.count(tally.expected, tally.none)} help={say.lead} />
      <SessionChoice action={addresses.overview()} sessions={view.sessions} session={session} />
      {days.length > 0 && (
        <Form action={addresses.overview()} method="get" label={say.day} inline>
          <input type="hidden" name="session" value={session} />
          <Choice name="jour" label={say.day} options={days} chosen={day} />
          <Button kind="secondary">{say.show}</Button>
        </Form>
      )}
      <Actions>
        <ButtonLink kind="secondary" href={addresses.keepers({ session })}>
          {say.keepers.link}
        </ButtonLink>
        {centres.length > 0 && (
          <a href={addresses.table({ session, jour: day })} download>
            {say.table}
          </a>
        )}
      </Actions>
      {centres.length === 0 && <EmptyState title={say.noPlan}>{say.noPlanText}</EmptyState>}
      {centres.map((centre) => (
        <Section key={centre.id} title={centre.name} id={centre.id}>
          <p class="muted">{say.heard(centre.heard)}</p>
          <Table
            caption={centre.name}
            captionUnseen
            columns={[
              { label: say.columns.room },
              { label: say.columns.sitting, narrow: true },
              ...(['expected', 'present', 'late', 'absent', 'none'] as const).map((name) => ({
                label: say.columns[name],
                figures: true,
                narrow: true,
              })),
            ]}
            rows={centre.rows.map(({ key, room, starts, tally: of }) => ({
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
          {centre.remarks.length > 0 && (
            <>
              <h3>{say.remarks}</h3>
              <ul>
                {centre.remarks.map(({ room, said, text }, index) => (
                  <li key={index}>
                    {room}, {said}&nbsp;: <TypedWords>{text}</TypedWords>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            <a href={addresses.overview({ session, jour: day, centre: centre.id })}>{say.see(centre.name)}</a>
          </p>
        </Section>
      ))}
    </ExamPage>
  );
}

export function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
}): JSX.Element {
  const id = `filtre-${props.name}`;
  return (
    <div class="field narrows">
      <label for={id}>{props.label}</label>
      <select id={id} name={props.name}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
