import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import type { KeyReading } from '../../integrations/index.ts';
import { BackLink, type Chrome, dayInWords, EmptyState, Page, PageTitle, Table } from '../../ui/index.ts';
import { readingsTexts as say } from '../readingsTexts.ts';
import type { DayOfReading } from '../rules/readings.ts';

/** Who of the office looked at what of one's own file, by function and never by name. */
export function ReadingsPage(props: {
  readonly chrome: Chrome;
  readonly enrolment: { readonly id: string; readonly session: string };
  readonly catalogue: Catalogue;
  readonly readings: readonly DayOfReading[];
  /** By other programs of the academy, with a key. */
  readonly byKeys: readonly KeyReading[];
  /** There are older ones. */
  readonly cut: boolean;
}): JSX.Element {
  const { enrolment, catalogue, cut } = props;
  const things = ({
    draft,
    file,
    paper,
    archive,
    former,
    scripts,
    pieces,
    request,
    requestDocument,
    absence,
  }: DayOfReading): readonly string[] => [
    ...(draft ? [say.draft] : file ? [say.file] : []),
    ...pieces.map((code) => catalogue.pieceType({ session: enrolment.session, code })?.label ?? code),
    ...(paper ? [say.paper] : []),
    ...(archive ? [say.archive] : []),
    ...(former ? [say.former] : []),
    ...(scripts ? [say.scripts] : []),
    ...(request ? [say.request] : []),
    ...(requestDocument ? [say.requestDocument] : []),
    ...(absence ? [say.absence] : []),
  ];
  const byPeople = props.readings.map((reading) => ({
    key: reading.key,
    day: reading.day,
    who: reading.reader === 'own' ? say.own : say.who(reading.reader?.role ?? null),
    what: say.what(things(reading)),
  }));
  const byKeys = props.byKeys.map(({ day, name, identity, result }, index) => ({
    key: `key-${index}`,
    day,
    who: say.software(name),
    what: say.what([say.standing, ...(identity ? [say.identity] : []), ...(result ? [say.result] : [])]),
  }));
  const rows = [...byPeople, ...byKeys].toSorted((one, other) => Temporal.PlainDate.compare(other.day, one.day));
  return (
    <Page chrome={props.chrome} title={say.title}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={rows.map(({ key, day, who, what }) => ({ key, cells: [dayInWords(day), who, what] }))}
        />
      )}
      <p class="muted">{say.lists}</p>
      {cut && <p class="muted">{say.cut}</p>}
    </Page>
  );
}
