import type { JSX } from 'preact';
import { type Academy, type SpecialityOffer, statusInWords, unitsAreKnown } from '../../catalogue/index.ts';
import { SpecialityBrings, toSit } from '../../enrolment/index.ts';
import { Details } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.specialities;

/** One speciality of the list: its status, what it asks for in one line, and the whole of it on demand. */
export function SpecialityRow({
  academies,
  offer,
}: {
  readonly academies: readonly Academy[];
  readonly offer: SpecialityOffer;
}): JSX.Element {
  const { speciality, regulation, status } = offer;
  const known = unitsAreKnown(regulation);
  return (
    <li>
      <div class="row">
        <div class="about">
          <h3>
            <a href={`/specialites/${speciality.cfd}`}>{speciality.name}</a>
          </h3>
          <p>
            {statusInWords(status)} {status.code !== 'closed' && inOneLine(offer, known)}
          </p>
        </div>
      </div>
      {known && (
        <Details summary={say.brings}>
          <SpecialityBrings academies={academies} speciality={speciality} regulation={regulation} />
        </Details>
      )}
    </li>
  );
}

/** « 8 unités à passer, en 6 épreuves, langue vivante obligatoire, attestation de travail en hauteur (R.408, annexes 3 et 5). » */
function inOneLine({ speciality, regulation }: SpecialityOffer, known: boolean): string {
  const { scaffolding } = speciality;
  const parts = [
    known && regulation !== undefined ? say.units(toSit(regulation)) : say.unknownUnitsShort,
    ...(regulation?.compulsoryLanguage === true ? [say.compulsoryLanguage] : []),
    ...(regulation?.optionalLanguage === true ? [say.optionalLanguage] : []),
    ...(scaffolding === undefined ? [] : [say.annexes(scaffolding.annexes)]),
  ];
  const line = parts.join(', ');
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`;
}
