import type { JSX } from 'preact';
import type { Academy, SpecialityOffer } from '../../catalogue/index.ts';
import { Card, Columns, ContactCard, EmptyState, listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { offersOf } from '../rules/officers.ts';
import { texts } from '../texts.ts';
import { deskContact, officerContact } from './officerContact.ts';
import { foundAmong } from './specialitiesPage.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.contact;

/** The officers by trade, the bodies that train for work at height, the academy. Services, never persons. */
export function ContactPage({ site, chrome, now, typed }: View & { readonly typed: string }): JSX.Element {
  const catalogue = site.catalogue();
  const found = typed === '' ? [] : foundAmong(catalogue, offersOf(catalogue, now), typed);
  return (
    <Page
      chrome={chrome}
      title={typed === '' ? say.title : texts.search.contactResults(typed)}
      description={say.description}
      indexed={typed === ''}
      layout="wide"
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Section title={say.searchTitle}>
        <TradeSearch action="/contact" typed={typed} kind="primary" />
      </Section>
      {catalogue.academies().map((academy) => (
        <AcademyContacts key={academy.code} academy={academy} found={found} typed={typed} />
      ))}
    </Page>
  );
}

type Searched = { readonly academy: Academy; readonly found: readonly SpecialityOffer[]; readonly typed: string };

function AcademyContacts(searched: Searched): JSX.Element {
  const { academy, typed } = searched;
  return (
    <>
      {typed !== '' && <Found {...searched} />}
      <Section title={say.officersTitle}>
        <p>{say.write}</p>
        {academy.officeHours === null && <p class="muted">{say.hours}</p>}
        <Columns>
          {academy.portfolios.map((portfolio) => (
            <Card key={portfolio.code} id={portfolio.code} title={texts.officer(portfolio.code)}>
              <ContactCard contact={deskContact(academy, portfolio)} />
              {portfolio.duties.length > 0 && <p class="muted">{say.duties(portfolio.duties)}</p>}
            </Card>
          ))}
        </Columns>
      </Section>
      <Section id="hauteur" title={say.training}>
        <p>{say.trainingText}</p>
        <TrainingContacts academy={academy} level={3} />
      </Section>
      <Section id="academie" title={say.academy(academy.label)}>
        <ul>
          <li>
            <a href={academy.links.site}>{say.site}</a>
          </li>
          <li>
            <a href={academy.links.accommodations}>{say.accommodations}</a>
          </li>
        </ul>
        <p>{say.elsewhere(academy.departments.map(({ name }) => name))}</p>
      </Section>
    </>
  );
}

function Found({ academy, found, typed }: Searched): JSX.Element {
  if (found.length === 0) return <EmptyState title={texts.search.none(typed)}>{texts.search.noneText}</EmptyState>;
  const byOfficer = academy.portfolios.flatMap((portfolio) => {
    const theirs = found.filter(({ speciality }) => portfolio.specialities.some(({ cfd }) => cfd === speciality.cfd));
    return theirs.length === 0 ? [] : [{ portfolio, theirs }];
  });
  return (
    <Section title={texts.search.found(found.length, typed)}>
      {byOfficer.map(({ portfolio, theirs }) => (
        <Card key={portfolio.code} title={listing(theirs.map(({ speciality }) => speciality.name))}>
          <ContactCard contact={officerContact(academy, portfolio)} />
        </Card>
      ))}
    </Section>
  );
}

/** Who trains for work at height and who may pay for it (notice, « Formation obligatoire au travail en hauteur »). */
export function TrainingContacts({
  academy,
  level,
}: {
  readonly academy: Academy;
  readonly level: 2 | 3;
}): JSX.Element {
  const { contacts, funding } = academy.scaffoldingTraining;
  return (
    <>
      <Columns>
        {contacts.map(({ name, phone, mail }) => (
          <ContactCard key={name} contact={{ service: name, phone, mail }} level={level} />
        ))}
      </Columns>
      <p>{say.funding(funding)}</p>
    </>
  );
}
