import type { JSX } from 'preact';
import type { Academy, Catalogue, Exam, SpecialityOffer } from '../../catalogue/index.ts';
import { searchSpecialities } from '../../enrolment/index.ts';
import { ContactCard, Details, EmptyState, Page, PageTitle, Section } from '../../ui/index.ts';
import { isClosed, isShown, offersOf, sessionOf, shelvesOf } from '../rules/officers.ts';
import { academiesOf, carrying, choiceIn, examsIn } from '../rules/scope.ts';
import { sessionName } from '../sessionName.ts';
import { texts } from '../texts.ts';
import { deskContact } from './officerContact.ts';
import { ScopeChoice } from './scopeChoice.tsx';
import { SpecialityRow } from './specialityRow.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.specialities;

/** All the specialities by officer, or those of a trade; by exam alone while no academy says who follows them. */
export function SpecialitiesPage(view: View & { readonly typed: string }): JSX.Element {
  const { site, chrome, now, scope, typed } = view;
  const catalogue = site.catalogue();
  const { exam, academy } = scope;
  const session = exam === null ? null : sessionOf(catalogue, exam.code, scope, now);
  const offers = offersOf(catalogue, scope, now);
  const shown = typed === '' ? offers.filter(isShown) : foundAmong(catalogue, offers, typed);
  const exams = examsIn(scope);
  const lead = say.lead(
    session === null ? '' : academy === null ? (exam?.name ?? '') : sessionName(catalogue, session),
  );
  return (
    <Page
      chrome={chrome}
      title={typed === '' ? say.title : texts.search.results(typed)}
      description={say.description}
      indexed={typed === ''}
    >
      <PageTitle lead={lead}>{say.title}</PageTitle>
      <ScopeChoice {...view} />
      <TradeSearch action="/specialites" typed={typed} kind="primary" kept={choiceIn(chrome.address)} />
      {typed !== '' && shown.length === 0 && <NothingFound typed={typed} all={all(chrome)} />}
      {typed !== '' && shown.length > 0 && (
        <p role="status">
          <strong>{texts.search.found(shown.length, typed)}</strong>
        </p>
      )}
      {exam !== null && academy !== null ? (
        <Shelves academy={academy} offers={shown} anchors={typed === ''} />
      ) : (
        <>
          {shown.length > 0 && <p class="muted">{exam === null ? texts.scope.chooseExam : texts.scope.choose}</p>}
          {exams.map((one) => (
            <OfExam key={one.code} exam={one} academies={academiesOf(scope, one)} offers={shown} />
          ))}
        </>
      )}
      {typed !== '' && shown.length > 0 && (
        <p>
          <a href={all(chrome)}>{texts.search.all}</a>
        </p>
      )}
      <Folded catalogue={catalogue} offers={typed === '' ? offers.filter(isClosed) : []} />
      {exams.map((one) => (
        <RegulationsLink key={one.code} exam={one} />
      ))}
    </Page>
  );
}

/** Where the ministry publishes the regulations of an exam, where its pack says it. */
export function RegulationsLink({ exam: { regulationsAt } }: { readonly exam: Exam }): JSX.Element | null {
  if (regulationsAt === undefined) return null;
  return (
    <p>
      {say.regulations} <a href={regulationsAt.url}>{regulationsAt.label}</a>
    </p>
  );
}

function all({ address }: Pick<View['chrome'], 'address'>): string {
  return carrying('/specialites', address);
}

export function foundAmong(
  { pack }: Pick<Catalogue, 'pack'>,
  offers: readonly SpecialityOffer[],
  typed: string,
): readonly SpecialityOffer[] {
  const found = searchSpecialities(
    offers.map(({ speciality }) => speciality),
    typed,
    pack.exams.map(({ short }) => short).join(' '),
  );
  return found.flatMap((speciality) => offers.find((offer) => offer.speciality === speciality) ?? []);
}

function NothingFound({ typed, all: href }: { readonly typed: string; readonly all: string }): JSX.Element {
  return (
    <EmptyState title={texts.search.none(typed)} action={<a href={href}>{texts.search.all}</a>}>
      {texts.search.noneText}
    </EmptyState>
  );
}

type Shown = { readonly academy: Academy; readonly offers: readonly SpecialityOffer[] };

/** Of a search, the officer stands under what was found. */
function Shelves({ academy, offers, anchors }: Shown & { readonly anchors: boolean }): JSX.Element {
  return (
    <>
      {shelvesOf(academy, offers).map(({ portfolio, offers: shelf }) => {
        const contact = <ContactCard contact={deskContact(academy, portfolio)} />;
        return (
          <Section
            key={portfolio.code}
            title={texts.officer(portfolio.code)}
            {...(anchors ? { id: portfolio.code } : {})}
          >
            {anchors && contact}
            <Rows academies={[academy]} offers={shelf} />
            {!anchors && contact}
          </Section>
        );
      })}
    </>
  );
}

function OfExam(props: {
  readonly exam: Exam;
  readonly academies: readonly Academy[];
  readonly offers: readonly SpecialityOffer[];
}): JSX.Element | null {
  const offers = props.offers.filter(({ speciality }) => speciality.exam === props.exam.code);
  if (offers.length === 0) return null;
  return (
    <Section title={props.exam.name}>
      <Rows academies={props.academies} offers={offers} />
    </Section>
  );
}

function Rows(props: {
  readonly academies: readonly Academy[];
  readonly offers: readonly SpecialityOffer[];
}): JSX.Element {
  return (
    <ul class="rows">
      {props.offers.map((offer) => (
        <SpecialityRow key={offer.speciality.cfd} academies={props.academies} offer={offer} />
      ))}
    </ul>
  );
}

function Folded({
  catalogue,
  offers,
}: {
  readonly catalogue: Catalogue;
  readonly offers: readonly SpecialityOffer[];
}): JSX.Element | null {
  if (offers.length === 0) return null;
  return (
    <Section title={say.closed}>
      <Details summary={say.closedSummary(offers.length)}>
        <p>{say.closedText}</p>
        <ul>
          {offers.map(({ speciality, status }) => {
            const next =
              status.code === 'closed' && status.replacedBy !== null
                ? catalogue.speciality(status.replacedBy)
                : undefined;
            return (
              <li key={speciality.cfd}>
                <a href={`/specialites/${speciality.cfd}`}>{speciality.name}</a>
                {status.code === 'closed' && say.lastSession(status.lastSession)}
                {next !== undefined && (
                  <>
                    {' '}
                    {say.replacedBy} <a href={`/specialites/${next.cfd}`}>{next.name}</a>.
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </Details>
    </Section>
  );
}
