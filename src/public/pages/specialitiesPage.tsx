import type { JSX } from 'preact';
import type { Academy, Catalogue, SpecialityOffer } from '../../catalogue/index.ts';
import { searchSpecialities } from '../../enrolment/index.ts';
import { ContactCard, Details, EmptyState, Page, PageTitle, Section } from '../../ui/index.ts';
import { isClosed, isShown, offersOf, shelvesOf } from '../rules/officers.ts';
import { currentSession } from '../rules/phase.ts';
import { texts } from '../texts.ts';
import { deskContact } from './officerContact.ts';
import { sessionName } from './sessionNotice.tsx';
import { SpecialityRow } from './specialityRow.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.specialities;

/** All the specialities by officer, or those of a trade. */
export function SpecialitiesPage({ site, chrome, now, typed }: View & { readonly typed: string }): JSX.Element {
  const catalogue = site.catalogue();
  const session = currentSession(catalogue.sessions(), now);
  const offers = offersOf(catalogue, now);
  const [academy] = catalogue.academies();
  const lead = say.lead(session === null ? '' : sessionName(catalogue, session));
  return (
    <Page
      chrome={chrome}
      title={typed === '' ? say.title : texts.search.results(typed)}
      description={say.description}
      indexed={typed === ''}
    >
      <PageTitle lead={lead}>{say.title}</PageTitle>
      <TradeSearch action="/specialites" typed={typed} kind="primary" />
      {academy !== undefined &&
        (typed === '' ? (
          <Shelves academy={academy} offers={offers} />
        ) : (
          <Found academy={academy} offers={foundAmong(catalogue, offers, typed)} typed={typed} />
        ))}
      <Folded catalogue={catalogue} offers={typed === '' ? offers.filter(isClosed) : []} />
      {academy !== undefined && (
        <p>
          {say.regulations} <a href={academy.links.regulations}>{say.regulationsLink}</a>
        </p>
      )}
    </Page>
  );
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

type Shown = { readonly academy: Academy; readonly offers: readonly SpecialityOffer[] };

function Shelves({ academy, offers }: Shown): JSX.Element {
  return (
    <>
      {shelvesOf(academy, offers.filter(isShown)).map(({ portfolio, offers: shelf }) => (
        <Section key={portfolio.code} id={portfolio.code} title={texts.officer(portfolio.code)}>
          <ContactCard contact={deskContact(academy, portfolio)} />
          <ul class="rows">
            {shelf.map((offer) => (
              <SpecialityRow key={offer.speciality.cfd} academy={academy} offer={offer} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** A search says how many, then the same shelves: the officer stands above what was found. */
function Found(props: Shown & { readonly typed: string }): JSX.Element {
  const { academy, offers, typed } = props;
  if (offers.length === 0) {
    return (
      <EmptyState title={texts.search.none(typed)} action={<a href="/specialites">{texts.search.all}</a>}>
        {texts.search.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status">
        <strong>{texts.search.found(offers.length, typed)}</strong>
      </p>
      {shelvesOf(academy, offers).map(({ portfolio, offers: shelf }) => (
        <Section key={portfolio.code} title={texts.officer(portfolio.code)}>
          <ul class="rows">
            {shelf.map((offer) => (
              <SpecialityRow key={offer.speciality.cfd} academy={academy} offer={offer} />
            ))}
          </ul>
          <ContactCard contact={deskContact(academy, portfolio)} />
        </Section>
      ))}
      <p>
        <a href="/specialites">{texts.search.all}</a>
      </p>
    </>
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
