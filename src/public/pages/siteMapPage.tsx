import type { JSX } from 'preact';
import { type Link, Page, PageTitle, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import type { View } from './view.ts';

const say = texts.map;
const GROUPS = ['enrol', 'learn', 'site'] as const;

/** Every public page, from the one list that draws the header and the footer too. */
export function SiteMapPage({
  site,
  chrome,
  linksOf,
}: View & { readonly linksOf: (group: (typeof GROUPS)[number]) => readonly Link[] }): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title} indexed>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {GROUPS.map((group) => (
        <Section key={group} title={say.groups[group]}>
          <ul>
            {linksOf(group).map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            {group === 'site' && site.demonstration && (
              <li>
                <a href="/demo">{texts.pages.demonstration}</a>
              </li>
            )}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
