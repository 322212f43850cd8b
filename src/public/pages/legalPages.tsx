import type { JSX } from 'preact';
import type { Academy } from '../../catalogue/index.ts';
import { listing, Page, PageTitle } from '../../ui/index.ts';
import { academiesIn, examsIn } from '../rules/scope.ts';
import { accessibility } from '../texts/accessibility.ts';
import type { ArticlePart } from '../texts/article.ts';
import { legalNotice } from '../texts/legalNotice.ts';
import { privacy } from '../texts/privacy.ts';
import { texts } from '../texts.ts';
import { Article } from './article.tsx';
import type { CookieView, View } from './view.ts';

const say = texts.legal;

export function AccessibilityPage({ site, chrome, scope }: View): JSX.Element {
  const academies = academiesIn(scope);
  const ofAll = site.catalogue().installation().account;
  const alone = site.catalogue().academies().length === 1;
  // An academy's own rule is for its own name, or for the house that it has alone.
  const policies =
    academies.length === 0
      ? [ofAll]
      : academies.map(({ account, hosts }) => (alone || hosts.length > 0 ? account : undefined) ?? ofAll);
  const parts = accessibility({
    authority: authorityOf(academies),
    officersHref: '/contact',
    retypes: policies.some(({ confirmations }) => confirmations === 'retype'),
  });
  return <LegalPage chrome={chrome} title={say.accessibility} lead={say.accessibilityLead} parts={parts} />;
}

export function PrivacyPage({ site, chrome, scope, cookies }: View & CookieView): JSX.Element {
  const academies = academiesIn(scope);
  const laws = examsIn(scope).map(({ law }) => law);
  const parts = privacy({
    authority: authorityOf(academies),
    academies,
    cookies,
    laws,
    demonstration: site.demonstration,
    installation: site.catalogue().installation(),
  });
  return <LegalPage chrome={chrome} title={texts.pages.privacy} lead={say.privacyLead} parts={parts} />;
}

export function LegalNoticePage({ site, chrome, scope }: View): JSX.Element {
  const parts = legalNotice({ academies: academiesIn(scope), demonstration: site.demonstration });
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

/** « le rectorat de l'académie de … »; of each, where several share the house. */
function authorityOf(academies: readonly Academy[]): string {
  if (academies.length === 0) return say.unknownAuthority;
  return listing(academies.map(({ letterhead, label }) => say.authority(letterhead.authority.toLowerCase(), label)));
}
