import type { JSX } from 'preact';
import {
  BackLink,
  Card,
  Details,
  decimalComma,
  EmptyState,
  markInWords,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Columns as SideBySide,
  Table,
  TableLinks,
  wholeNumber,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { byPoint, spreadOf } from '../rules/marks.ts';
import type { UnitFigures } from '../statistics.ts';
import { texts } from '../texts.ts';
import { Columns } from './charts.tsx';
import { Files, SessionChoice, type Sessions } from './parts.tsx';

const say = texts.marks;

export type MarksView = PageFrame &
  Sessions & {
    readonly sessionName: string;
    /** Those with results. */
    readonly specialities: readonly Option[];
    readonly speciality: string;
    readonly units: readonly UnitFigures[];
    /** Half points that give the unit for later. */
    readonly pass: number;
  };

/** The marks of each unit of a speciality. */
export function MarksPage(view: MarksView): JSX.Element {
  const { session, speciality, specialities, units, pass } = view;
  const name = specialities.find(({ value }) => value === speciality)?.label;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} sheets={['charts']}>
      <BackLink href={addresses.home({ session })}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionName} aside={name}>
        {say.title}
      </PageTitle>
      <SessionChoice
        action={addresses.marks()}
        {...view}
        more={[{ name: 'specialite', label: say.speciality, options: specialities, chosen: speciality }]}
      />
      {units.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <Section title={say.summary}>
            <Summary units={units} pass={pass} />
            <Files table={texts.file.units} session={session} />
            <p>
              <TableLinks
                label={say.distribution}
                href={(format) => addresses.file({ session, tableau: texts.file.marks, format })}
              />
            </p>
          </Section>
          <SideBySide>
            {units.map((unit) => (
              <Distribution key={unit.unit} unit={unit} pass={pass} />
            ))}
          </SideBySide>
        </>
      )}
    </Page>
  );
}

function Summary({ units, pass }: { readonly units: readonly UnitFigures[]; readonly pass: number }): JSX.Element {
  const { columns } = say;
  const mark = markInWords(pass);
  const figures = [
    columns.scripts,
    columns.mean,
    columns.median,
    columns.under(mark),
    columns.over(mark),
    ...[columns.absent, columns.excused, columns.kept, columns.exempt, columns.blocks],
  ];
  return (
    <Table
      caption={say.summary}
      scrolls
      columns={[columns.unit, ...figures.map((label) => ({ label, figures: true }))]}
      rows={units.map((unit) => {
        const { scripts, mean, median, under, over } = spreadOf(unit.marks, pass);
        return {
          key: unit.unit,
          cells: [
            nameOf(unit),
            wholeNumber(scripts),
            mean === null ? texts.noRate : decimalComma(mean / 2, 2),
            median === null ? texts.noRate : decimalComma(median / 2),
            ...[under, over, unit.absent, unit.excused, unit.kept, unit.exempt, unit.blocks].map(wholeNumber),
          ],
        };
      })}
    />
  );
}

function Distribution({ unit, pass }: { readonly unit: UnitFigures; readonly pass: number }): JSX.Element {
  const points = byPoint(unit.marks);
  const { scripts } = spreadOf(unit.marks, pass);
  const title = nameOf(unit);
  return (
    <Card title={title} level={2}>
      {scripts === 0 ? (
        <p class="muted">{say.noScript}</p>
      ) : (
        <>
          <Columns label={say.chart(title, scripts)} values={points} from={Math.ceil(pass / 2)} axis={say.axis} />
          <Details summary={say.twin}>
            <Table
              caption={say.caption(title)}
              columns={[say.mark, { label: say.scripts, figures: true }]}
              rows={points.flatMap((count, point) =>
                count === 0 ? [] : [{ key: String(point), cells: [say.from(point), wholeNumber(count)] }],
              )}
            />
          </Details>
        </>
      )}
    </Card>
  );
}

function nameOf({ code, unit, title }: UnitFigures): string {
  return `${code ?? unit} ${title}`;
}
