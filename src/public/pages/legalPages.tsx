import type { JSX } from 'preact';
import type { Academy } from '../../catalogue/index.ts';
import { Page, PageTitle } from '../../ui/index.ts';
import { accessibility } from '../texts/accessibility.ts';
import type { ArticlePart } from '../texts/article.ts';
import { legalNotice } from '../texts/legalNotice.ts';
import { privacy } from '../texts/privacy.ts';
import { texts } from '../texts.ts';
import { Article } from './article.tsx';
import type { View } from './view.ts';

const say = texts.legal;

export function AccessibilityPage({ site, chrome }: View): JSX.Element {
  const parts = accessibility({ authority: authorityOf(site.catalogue().academies()[0]), officersHref: '/contact' });
  return <LegalPage chrome={chrome} title={say.accessibility} lead={say.accessibilityLead} parts={parts} />;
}

export function PrivacyPage({ site, chrome }: View): JSX.Element {
  const authority = authorityOf(site.catalogue().academies()[0]);
  const parts = privacy({ authority, demonstration: site.demonstration });
  return <LegalPage chrome={chrome} title={texts.pages.privacy} lead={say.privacyLead} parts={parts} />;
}

export function LegalNoticePage({ site, chrome }: View): JSX.Element {
  const [academy] = site.catalogue().academies();
  const parts = legalNotice({
    letterhead: academy === undefined ? [] : lettersOf(academy),
    site: academy === undefined ? null : { text: academy.links.site, href: academy.links.site },
    demonstration: site.demonstration,
  });
  return <LegalPage chrome={chrome} title={texts.pages.legal} lead={say.noticeLead} parts={parts} />;
}

function LegalPage({
  chrome,
  title,
  lead,
  parts,
}: {
  readonly chrome: View['chrome'];
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly ArticlePart[];
}): JSX.Element {
  return (
    <Page chrome={chrome} title={title} description={lead} indexed>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Article parts={parts} />
    </Page>
  );
}

/** « le rectorat de l'académie de Clermont-Ferrand » */
function authorityOf(academy: Academy | undefined): string {
  return academy === undefined
    ? say.unknownAuthority
    : say.authority(academy.letterhead.authority.toLowerCase(), academy.label);
}

function lettersOf({ letterhead }: Academy): readonly string[] {
  return [letterhead.authority, letterhead.division, letterhead.bureau, letterhead.academy];
}
