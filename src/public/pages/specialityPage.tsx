import type { JSX } from 'preact';
import {
  type Academy,
  notChoosableInWords,
  type PieceType,
  type Portfolio,
  type ResolvedSession,
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
  ContactCard,
  Identifier,
  listing,
  Page,
  PageTitle,
  Section,
  SummaryList,
} from '../../ui/index.ts';
import { isOffered, yearOf } from '../rules/officers.ts';
import { currentSession } from '../rules/phase.ts';
import { beforeInWords } from '../texts/dates.ts';
import { texts } from '../texts.ts';
import { TrainingContacts } from './contactPage.tsx';
import { officerContact, officersFor } from './officerContact.ts';
import { SpecialityConditions } from './specialityConditions.tsx';
import { SpecialityBefore, SpecialityExemptions } from './specialityCredits.tsx';
import { SpecialitySources } from './specialitySources.tsx';
import type { OfficeView, View } from './view.ts';

const say = texts.specialities;
const one = texts.speciality;

/** Dormant ones have no page. */
const isListed = ({ dormant }: Speciality): boolean => dormant === undefined;

/** One speciality: what it asks for, until when, whom to ask. */
export function SpecialityPage(props: View & OfficeView & { readonly offer: SpecialityOffer }): JSX.Element {
  const { site, chrome, now, office, offer } = props;
  const catalogue = site.catalogue();
  const { speciality, regulation } = offer;
  const own = catalogue.sessions().filter(({ exam }) => exam === speciality.exam);
  const session = currentSession(own, now);
  const officers = officersFor(catalogue, speciality);
  const [academy] = catalogue.academies();
  const known = unitsAreKnown(regulation);
  const title = say.pageTitle(speciality.name, speciality.firstSession, speciality.lastSession);
  const exam = catalogue.exam(speciality.exam);
  return (
    <Page chrome={chrome} title={title} description={say.description} indexed>
      <BackLink href="/specialites">{say.back}</BackLink>
      <PageTitle kicker={say.kicker(exam?.name ?? speciality.exam)}>{speciality.name}</PageTitle>
      <Standing {...{ catalogue, offer, known }} />
      {session !== null && isOffered(offer) && <Simulators cfd={speciality.cfd} average={known} />}
      <Section title={one.tests}>
        <Standstill speciality={speciality} year={yearOf(catalogue, speciality.exam, now)} known={known} />
        {regulation !== undefined && regulation.units.length > 0 && academy !== undefined && (
          <>
            {!known && <p>{one.incomplete}</p>}
            <SpecialityBrings academy={academy} speciality={speciality} regulation={regulation} detailed />
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
      {speciality.scaffolding !== undefined && academy !== undefined && (
        <Scaffolding
          annexes={speciality.scaffolding.annexes}
          session={session}
          academy={academy}
          waiver={catalogue.pieceTypes(speciality.exam).find(({ health, excuses }) => health && excuses.length > 0)}
        />
      )}
      <Section title={say.officer}>
        {officers.map((one) => (
          <ContactCard key={one.academy.code} contact={officerContact(one.academy, one.portfolio)} />
        ))}
      </Section>
      {academy !== undefined && (
        <p>
          {say.regulations} <a href={academy.links.regulations}>{say.regulationsLink}</a>
        </p>
      )}
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

/** The questions that remain are asked there; the speciality is already answered. */
function Simulators({ cfd, average }: { readonly cfd: string; readonly average: boolean }): JSX.Element {
  return (
    <Actions>
      <ButtonLink href={`/simulateur/candidature?specialite=${cfd}`}>{one.simulate}</ButtonLink>
      {average && (
        <ButtonLink href={`/simulateur/moyenne?specialite=${cfd}`} kind="secondary">
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
    </>
  );
}

function Scaffolding({
  annexes,
  session,
  academy,
  waiver,
}: {
  readonly annexes: readonly (3 | 4 | 5)[];
  readonly session: ResolvedSession | null;
  readonly academy: Academy;
  /** The piece that may be given instead. */
  readonly waiver: PieceType | undefined;
}): JSX.Element {
  const group = session?.pieceGroups.find(({ pieces }) => annexes.some((annexe) => pieces.includes(`R408A${annexe}`)));
  return (
    <Section title={say.scaffolding}>
      <p>{say.scaffoldingText(listing(annexes.map((annexe) => say.annexe[annexe])))}</p>
      {group !== undefined && (
        <p>
          <strong>{say.scaffoldingDue(beforeInWords(group.dueAt))}</strong> {group.sanction}
        </p>
      )}
      {waiver !== undefined && (
        <>
          <h3>{waiver.label}</h3>
          <p>{waiver.description}</p>
          <p>{say.waiver}</p>
        </>
      )}
      <TrainingContacts academy={academy} level={3} />
    </Section>
  );
}

function isDerived({ specialities }: Portfolio, { cfd }: Speciality): boolean {
  return specialities.some((one) => one.cfd === cfd && one.confidence !== 'notice');
}
