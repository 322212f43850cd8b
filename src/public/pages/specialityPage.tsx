import type { JSX } from 'preact';
import {
  type Academy,
  academyName,
  notChoosableInWords,
  type Portfolio,
  refuseSpeciality,
  type Speciality,
  type SpecialityOffer,
  statusInWords,
  totalCoefficient,
  unitsAreKnown,
} from '../../catalogue/index.ts';
import { SpecialityBrings } from '../../enrolment/index.ts';
import {
  Actions,
  Alert,
  BackLink,
  ButtonLink,
  Columns,
  ContactCard,
  Identifier,
  Page,
  PageTitle,
  Section,
  SummaryList,
} from '../../ui/index.ts';
import { isOffered, sessionOf, yearOf } from '../rules/officers.ts';
import { academiesIn, type Choice, carrying, choiceOf, choosing, type Scope } from '../rules/scope.ts';
import { texts } from '../texts.ts';
import { CaveatNote } from './caveatNote.tsx';
import { officerContact, officersFor } from './officerContact.ts';
import { ScopeChoice } from './scopeChoice.tsx';
import { RegulationsLink } from './specialitiesPage.tsx';
import { SpecialityConditions } from './specialityConditions.tsx';
import { SpecialityBefore, SpecialityExemptions } from './specialityCredits.tsx';
import { Scaffolding } from './specialityScaffolding.tsx';
import { SpecialitySources } from './specialitySources.tsx';
import type { OfficeView, View } from './view.ts';

const say = texts.specialities;

const one = texts.speciality;

/** Dormant ones have no page. */
const isListed = ({ dormant }: Speciality): boolean => dormant === undefined;

/** One speciality: what it asks for, until when, whom to ask. */
export function SpecialityPage(props: View & OfficeView & { readonly offer: SpecialityOffer }): JSX.Element {
  const { site, chrome, now, scope, office, offer } = props;
  const catalogue = site.catalogue();
  const { speciality, regulation } = offer;

  const session = sessionOf(catalogue, speciality.exam, scope, now);
  const officers = officersFor(catalogue, speciality, academiesIn(scope));
  const academies = officers.map(({ academy }) => academy);
  const known = unitsAreKnown(regulation);
  const title = say.pageTitle(speciality.name, speciality.firstSession, speciality.lastSession);
  const exam = catalogue.exam(speciality.exam);
  return (
    <Page chrome={chrome} title={title} description={say.description} indexed>
      <BackLink href={carrying('/specialites', chrome.address)}>{say.back}</BackLink>
      <PageTitle kicker={say.kicker(exam?.name ?? speciality.exam)}>{speciality.name}</PageTitle>
      <ScopeChoice {...props} academiesOnly />
      <Standing {...{ catalogue, offer, known }} />
      {session !== null && isOffered(offer) && (
        <Simulators speciality={speciality} choice={choiceOf(catalogue, scope)} average={known} />
      )}
      <Section title={one.tests}>
        <Standstill speciality={speciality} year={yearOf(catalogue, speciality.exam, scope, now)} known={known} />
        {regulation !== undefined && regulation.units.length > 0 && (
          <>
            {!known && <p>{one.incomplete}</p>}
            <SpecialityBrings academies={academies} speciality={speciality} regulation={regulation} detailed />
          </>
        )}
      </Section>
      {exam !== undefined && (
        <>
          <SpecialityConditions exam={exam} regulation={regulation} />
          <SpecialityExemptions
            exam={exam}
            regulation={regulation}
            basis={session?.switches.exemptionBasis ?? 'order'}
          />
        </>
      )}
      {regulation?.equivalences !== undefined && exam !== undefined && (
        <SpecialityBefore equivalences={regulation.equivalences} keptYears={exam.credits.keptYears} />
      )}
      {speciality.scaffolding !== undefined && (
        <Scaffolding
          annexes={speciality.scaffolding.annexes}
          places={academies.map((academy) => ({
            academy,
            session: sessionOf(catalogue, speciality.exam, scopeIn(scope, academy), now),
          }))}
          waiver={catalogue.pieceTypes(speciality.exam).find(({ health, excuses }) => health && excuses.length > 0)}
        />
      )}
      <Section title={officers.length > 1 ? say.officers : say.officer}>
        <Columns>
          {officers.map((one) => (
            <div key={one.academy.code}>
              {officers.length > 1 && <h3>{texts.capital(academyName(one.academy))}</h3>}
              <CaveatNote of={one.academy} />
              <ContactCard contact={officerContact(one.academy, one.portfolio)} />
            </div>
          ))}
        </Columns>
      </Section>
      {exam !== undefined && <RegulationsLink exam={exam} />}
      {office && exam !== undefined && (
        <SpecialitySources
          exam={exam}
          speciality={speciality}
          regulation={regulation}
          derived={officers.some(({ portfolio }) => isDerived(portfolio, speciality))}
        />
      )}
    </Page>
  );
}

/** That it is closed, or not open yet, and when; else that its tests aren't all known, which keeps nobody from enrolling. */
function Standstill({
  speciality,
  year,
  known,
}: {
  readonly speciality: Speciality;
  readonly year: number;
  readonly known: boolean;
}): JSX.Element | null {
  const refusal = refuseSpeciality(speciality, year, true);
  if (refusal !== null) return <p>{notChoosableInWords(refusal)}</p>;
  return known ? null : <p>{one.unitsUnknown}</p>;
}

function scopeIn(scope: Scope, academy: Academy): Scope {
  return { ...scope, academy, offerings: scope.offerings.filter((one) => one.academy === academy) };
}

/** The questions that remain are asked there; the exam, the academy and the speciality are already answered. */
function Simulators({
  speciality,
  choice,
  average,
}: {
  readonly speciality: Speciality;
  readonly choice: Choice;
  readonly average: boolean;
}): JSX.Element {
  return (
    <Actions>
      <ButtonLink href={choosing(`/simulateur/candidature?specialite=${speciality.cfd}`, choice)}>
        {one.simulate}
      </ButtonLink>
      {average && (
        <ButtonLink href={`/simulateur/moyenne?specialite=${speciality.cfd}`} kind="secondary">
          {one.average}
        </ButtonLink>
      )}
    </Actions>
  );
}

function Standing({
  catalogue,
  offer,
  known,
}: {
  readonly catalogue: ReturnType<View['site']['catalogue']>;
  readonly offer: SpecialityOffer;
  readonly known: boolean;
}): JSX.Element {
  const { speciality, regulation, status } = offer;
  const next = speciality.replacedBy === null ? undefined : catalogue.speciality(speciality.replacedBy);
  const before = speciality.replaces.flatMap((cfd) => catalogue.speciality(cfd) ?? []).filter(isListed);
  const total = known && regulation !== undefined ? totalCoefficient(regulation) : null;
  const rows = [
    { label: say.status, value: statusInWords(status) },
    ...(next === undefined
      ? []
      : [{ label: say.replacedBy, value: <a href={`/specialites/${next.cfd}`}>{next.name}</a> }]),
    ...(before.length === 0
      ? []
      : [
          {
            label: one.replaces,
            value: before.map(({ cfd, name }) => (
              <div key={cfd}>
                <a href={`/specialites/${cfd}`}>{name}</a>
              </div>
            )),
          },
        ]),
    ...(regulation?.order == null ? [] : [{ label: say.order, value: regulation.order }]),
    ...(total === null ? [] : [{ label: say.total, value: String(total) }]),
    { label: say.code, value: <Identifier>{speciality.cfd}</Identifier> },
  ];
  return (
    <>
      {status.code === 'extra-session-only' && <Alert tone="warn">{statusInWords(status)}</Alert>}
      <SummaryList rows={rows} />
      <CaveatNote of={speciality} />
    </>
  );
}

function isDerived({ specialities }: Portfolio, { cfd }: Speciality): boolean {
  return specialities.some((one) => one.cfd === cfd && one.confidence !== 'notice');
}
