import type { JSX } from 'preact';
import type { Confidence, Exam, Regulation, Speciality } from '../../catalogue/index.ts';
import { Details, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.speciality;

type Told = { readonly title: string; readonly lines: readonly string[] };

/** For the office: what is known and what is not, where each figure was read, and how sure it is. */
export function SpecialitySources({
  exam,
  speciality,
  regulation,
  derived,
}: {
  readonly exam: Exam;
  readonly speciality: Speciality;
  readonly regulation: Regulation | undefined;
  /** Which officer follows it is our reasoning. */
  readonly derived: boolean;
}): JSX.Element {
  return (
    <Section title={say.sources}>
      <p>{say.sourcesText}</p>
      {regulation !== undefined && <p>{regulation.completeness}</p>}
      {derived && <p>{say.officerDerived}</p>}
      <Details summary={say.seeSources}>
        {sourcesOf(exam, speciality, regulation).map(({ title, lines }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </Details>
    </Section>
  );
}

function sourcesOf(exam: Exam, speciality: Speciality, regulation: Regulation | undefined): readonly Told[] {
  const { practice, pharmacy, majority } = exam.admission;
  const { conditions, listedDiplomas, unitExemptions = [], equivalences } = regulation ?? {};
  const asked =
    regulation?.eligibility === 'pharmacy' && pharmacy !== undefined
      ? [pharmacy]
      : Object.values(practice ?? {}).filter((one) => one !== undefined);
  const general = [...asked.map(({ source }) => source), ...(majority === undefined ? [] : [trusted(majority)])];
  const told: readonly Told[] = [
    { title: say.sourceOf.units, lines: unitSources(regulation) },
    {
      title: say.sourceOf.conditions,
      lines: [...(conditions === undefined ? [] : [trusted(conditions)]), ...general],
    },
    { title: say.sourceOf.diplomas, lines: listedDiplomas === undefined ? [] : [listedDiplomas.source] },
    { title: say.sourceOf.exemptions, lines: unitExemptions.map(trusted) },
    { title: say.sourceOf.equivalences, lines: equivalences === undefined ? [] : [trusted(equivalences)] },
    {
      title: say.sourceOf.scaffolding,
      lines: speciality.scaffolding === undefined ? [] : [speciality.scaffolding.source],
    },
    { title: say.sourceOf.notes, lines: notesOf(regulation) },
    { title: say.sourceOf.regulation, lines: regulation?.sources ?? [] },
    {
      title: say.sourceOf.speciality,
      lines: [...(speciality.caveat === undefined ? [] : [speciality.caveat.doubt]), ...speciality.sources],
    },
  ];
  return told
    .map(({ title, lines }) => ({ title, lines: [...new Set(lines)] }))
    .filter(({ lines }) => lines.length > 0);
}

function notesOf(regulation: Regulation | undefined): readonly string[] {
  if (regulation === undefined) return [];
  const { units, notes, conditions, equivalences, unitExemptions } = regulation;
  return [
    ...units.flatMap(({ id, note }) => (note === undefined ? [] : [say.noteOf(id, note)])),
    ...[conditions, equivalences, ...unitExemptions].flatMap((one) => one?.note ?? []),
    ...notes,
  ];
}

function unitSources(regulation: Regulation | undefined): readonly string[] {
  const units = regulation?.units ?? [];
  const groups = Map.groupBy(units, (unit) => trusted(unit));
  return [...groups].map(([source, same]) =>
    groups.size === 1
      ? source
      : say.sourceOfUnits(
          same.map(({ id }) => id),
          source,
        ),
  );
}

function trusted({ source, confidence }: { readonly source: string | null; readonly confidence: Confidence }): string {
  return say.source(source, say.trust[confidence]);
}
