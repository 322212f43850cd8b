import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { enrolmentAddresses } from '../../enrolment/index.ts';
import { BackLink, type Chrome, dayInWords, EmptyState, Page, PageTitle, Table } from '../../ui/index.ts';
import { readingsTexts as say } from '../readingsTexts.ts';
import type { DayOfReading } from '../rules/readings.ts';

/** Who of the office looked at what of one's own file, by function and never by name. */
export function ReadingsPage(props: {
  readonly chrome: Chrome;
  readonly enrolment: { readonly id: string; readonly session: string };
  readonly catalogue: Catalogue;
  readonly readings: readonly DayOfReading[];
  /** There are older ones. */
  readonly cut: boolean;
}): JSX.Element {
  const { readings, enrolment, catalogue, cut } = props;
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
  return (
    <Page chrome={props.chrome} title={say.title}>
      <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {readings.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={readings.map((reading) => ({
            key: reading.key,
            cells: [
              dayInWords(reading.day),
              reading.reader === 'own' ? say.own : say.who(reading.reader?.role ?? null),
              say.what(things(reading)),
            ],
          }))}
        />
      )}
      <p class="muted">{say.lists}</p>
      {cut && <p class="muted">{say.cut}</p>}
    </Page>
  );
}
