import type { JSX } from 'preact';
import { type Academy, academyName, type PieceType, type ResolvedSession } from '../../catalogue/index.ts';
import { listing, Section } from '../../ui/index.ts';
import { beforeInWords } from '../texts/dates.ts';
import { texts } from '../texts.ts';
import { TrainingContacts } from './contactPage.tsx';

const say = texts.specialities;

type Place = { readonly academy: Academy; readonly session: ResolvedSession | null };

export function Scaffolding({
  annexes,
  places,
  waiver,
}: {
  readonly annexes: readonly (3 | 4 | 5)[];
  readonly places: readonly Place[];
  /** The piece that may be given instead. */
  readonly waiver: PieceType | undefined;
}): JSX.Element {
  const several = places.length > 1;
  return (
    <Section title={say.scaffolding}>
      <p>{say.scaffoldingText(listing(annexes.map((annexe) => say.annexe[annexe])))}</p>
      {places.map((place) => (
        <ScaffoldingDue key={place.academy.code} annexes={annexes} place={place} named={several} />
      ))}
      {waiver !== undefined && (
        <>
          <h3>{waiver.label}</h3>
          <p>{waiver.description}</p>
          <p>{say.waiver}</p>
        </>
      )}
      {places.map(({ academy }) => (
        <div key={academy.code}>
          {several && <h3>{texts.capital(academyName(academy))}</h3>}
          <TrainingContacts academy={academy} level={3} />
        </div>
      ))}
    </Section>
  );
}

function ScaffoldingDue({
  annexes,
  place: { academy, session },
  named,
}: {
  readonly annexes: readonly (3 | 4 | 5)[];
  readonly place: Place;
  readonly named: boolean;
}): JSX.Element | null {
  const group = session?.pieceGroups.find(({ pieces }) => annexes.some((annexe) => pieces.includes(`R408A${annexe}`)));
  if (group === undefined) return null;
  return (
    <>
      <p>
        {named && `${texts.capital(academyName(academy))}\u00a0: `}
        <strong>{say.scaffoldingDue(beforeInWords(group.dueAt))}</strong> {group.sanction}
      </p>
      {group.help !== undefined && <p>{group.help}</p>}
    </>
  );
}
