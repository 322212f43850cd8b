import type { JSX } from 'preact';
import type { Exam, Regulation, ResolvedSession } from '../../catalogue/index.ts';
import { Details, Section, Table } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.speciality;

type Basis = ResolvedSession['switches']['exemptionBasis'];

/** Which diplomas exempt of which tests: the speciality's own, then what holds for all. */
export function SpecialityExemptions({
  exam,
  regulation,
  basis,
}: {
  readonly exam: Exam;
  readonly regulation: Regulation | undefined;
  readonly basis: Basis;
}): JSX.Element {
  const own = regulation?.unitExemptions ?? [];
  const grounds = exam.exemptionGrounds.filter(
    (ground) => ground.code !== 'speciality' && (ground.basis === 'both' || ground.basis === basis),
  );
  return (
    <Section title={say.exemptions}>
      <p>{say.exemptionsText}</p>
      {own.length === 0 ? (
        <p>{say.exemptionsUntold}</p>
      ) : (
        <ul>
          {own.map(({ diploma, units, mode }) => (
            <li key={diploma}>{say.exemption(diploma, units, mode)}</li>
          ))}
        </ul>
      )}
      <p>{say.grounds}</p>
      <ul>
        {grounds.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What marks of the regulation before become, as long as they live. */
export function SpecialityBefore({
  equivalences: { from, tables, withoutCounterpart },
  keptYears,
}: {
  readonly equivalences: NonNullable<Regulation['equivalences']>;
  readonly keptYears: number;
}): JSX.Element {
  return (
    <Section title={say.before}>
      <p>{tables === null ? say.beforeUntold(from) : say.beforeText(from)}</p>
      <p>{say.keptYears(keptYears)}</p>
      {tables !== null && (
        <Details summary={say.seeTables}>
          {Object.entries(tables).map(([name, lines]) => (
            <Table
              key={name}
              caption={texts.capital(name)}
              captionShown
              columns={[say.oldUnit, say.newUnit]}
              rows={lines.map((line) => ({
                key: `${line.from.join(' ')} ${line.to}`,
                cells: [line.merge ? say.merged(line.from) : line.from.join(', '), line.to],
              }))}
            />
          ))}
          {(withoutCounterpart?.old.length ?? 0) > 0 && <p>{say.oldAlone(withoutCounterpart?.old ?? [])}</p>}
          {(withoutCounterpart?.new.length ?? 0) > 0 && <p>{say.newAlone(withoutCounterpart?.new ?? [])}</p>}
        </Details>
      )}
    </Section>
  );
}
