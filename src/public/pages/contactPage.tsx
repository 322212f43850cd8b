import type { JSX } from 'preact';
import { type Academy, academyName, type SpecialityOffer } from '../../catalogue/index.ts';
import { Card, Columns, ContactCard, EmptyState, listing, Page, PageTitle, Section } from '../../ui/index.ts';
import { offersOf, shelvesOf } from '../rules/officers.ts';
import { schoolYearOf } from '../rules/schoolYear.ts';
import { academiesIn, choiceIn, choosing, sessionsIn } from '../rules/scope.ts';
import { texts } from '../texts.ts';
import { CaveatNote } from './caveatNote.tsx';
import { deskContact, officerContact } from './officerContact.ts';
import { ScopeChoice } from './scopeChoice.tsx';
import { foundAmong } from './specialitiesPage.tsx';
import { TradeSearch } from './tradeSearch.tsx';
import type { View } from './view.ts';

const say = texts.contact;

/** The officers by trade, the bodies that train for work at height, the academy. Services, never persons. */
export function ContactPage(view: View & { readonly typed: string }): JSX.Element {
  const { site, chrome, now, scope, typed } = view;
  const catalogue = site.catalogue();
  const found = typed === '' ? [] : foundAmong(catalogue, offersOf(catalogue, scope, now), typed);
  const academies = academiesIn(scope);
  const [only] = academies.length === 1 ? academies : [];
  return (
    <Page
      chrome={chrome}
      title={typed === '' ? say.title : texts.search.contactResults(typed)}
      description={say.description}
      indexed={typed === ''}
      layout="wide"
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <ScopeChoice {...view} />
      <Section title={say.searchTitle}>
        <TradeSearch action="/contact" typed={typed} kind="primary" kept={choiceIn(chrome.address)} />
      </Section>
      {typed !== '' && <Found {...{ academies, found, typed }} named={only === undefined} />}
      {only === undefined ? (
        <Academies academies={academies} address={chrome.address} />
      ) : (
        <AcademyContacts academy={only} year={schoolYearOf(sessionsIn(catalogue, scope))} />
      )}
    </Page>
  );
}

/** Each by its name, with the way to its officers. */
function Academies({
  academies,
  address,
}: {
  readonly academies: readonly Academy[];
  readonly address: string;
}): JSX.Element | null {
  if (academies.length === 0) return null;
  return (
    <Section id="academie" title={say.academies}>
      <p>{say.academiesText}</p>
      <Columns>
        {academies.map((academy) => (
          <Card key={academy.code} title={texts.capital(academyName(academy))}>
            <CaveatNote of={academy} />
            <p>{say.departments(academy.departments.map(({ name }) => name))}</p>
            <ul>
              <li>
                <a href={choosing(address, { academie: academy.code })}>{say.officersOf(academy.label)}</a>
              </li>
              <AcademyLinks academy={academy} />
            </ul>
          </Card>
        ))}
      </Columns>
    </Section>
  );
}

function AcademyLinks({ academy: { links } }: { readonly academy: Academy }): JSX.Element {
  return (
    <>
      <li>
        <a href={links.site}>{say.site}</a>
      </li>
      <li>
        <a href={links.accommodations}>{say.accommodations}</a>
      </li>
    </>
  );
}

function AcademyContacts({ academy, year }: { readonly academy: Academy; readonly year: string | null }): JSX.Element {
  return (
    <>
      <Section title={say.officersTitle(year)}>
        <CaveatNote of={academy} />
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
      {academy.scaffoldingTraining !== undefined && (
        <Section id="hauteur" title={say.training}>
          <p>{say.trainingText}</p>
          <TrainingContacts academy={academy} level={3} />
        </Section>
      )}
      <Section id="academie" title={say.academy(academy.label)}>
        <ul>
          <AcademyLinks academy={academy} />
        </ul>
        <p>{say.elsewhere(academy.departments.map(({ name }) => name))}</p>
      </Section>
    </>
  );
}

function Found({
  academies,
  found,
  typed,
  named,
}: {
  readonly academies: readonly Academy[];
  readonly found: readonly SpecialityOffer[];
  readonly typed: string;
  readonly named: boolean;
}): JSX.Element {
  if (found.length === 0) return <EmptyState title={texts.search.none(typed)}>{texts.search.noneText}</EmptyState>;
  const byOfficer = academies.flatMap((academy) =>
    shelvesOf(academy, found).map(({ portfolio, offers }) => ({ academy, portfolio, offers })),
  );
  return (
    <Section title={texts.search.found(found.length, typed)}>
      {byOfficer.map(({ academy, portfolio, offers }) => {
        const names = listing(offers.map(({ speciality }) => speciality.name));
        return (
          <Card key={`${academy.code} ${portfolio.code}`} title={named ? `${names}, ${academyName(academy)}` : names}>
            <ContactCard contact={officerContact(academy, portfolio)} />
          </Card>
        );
      })}
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
}): JSX.Element | null {
  if (academy.scaffoldingTraining === undefined) return null;
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
