import type { ComponentChildren, JSX } from 'preact';
import { page, type Reply, type Visit } from '../../platform/http/visit.ts';
import { Identifier, instantInWords, Page, PageTitle, renderPage, Section } from '../../ui/index.ts';
import { type VisitSeen, visitorChrome } from '../chrome.ts';
import type { Site } from '../site.ts';
import { unavailableTexts } from '../texts/unavailable.ts';
import { texts } from '../texts.ts';

export type StandingDeps = Site;

export type FrameProps = {
  readonly site: Site;
  readonly visit: VisitSeen;
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
  /** Somebody may be signed in: the way to their own place is called so. */
  readonly held?: boolean;
};

/**
 * A page that stands when others can't. No deadline strip: next to an error, « closes depuis » would be read as its cause.
 * No database, no token.
 */
export function Frame({ site, visit, title, lead, children, held = false }: FrameProps): JSX.Element {
  const chrome = visitorChrome(site, visit, { session: null, csrf: null, held });
  return (
    <Page chrome={{ ...chrome, strip: null }} title={title}>
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </Page>
  );
}

export function answerUnavailable(
  status: number,
  node: JSX.Element,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return page(renderPage(node), status, headers);
}

type StandingProps = Omit<FrameProps, 'held' | 'visit'> & { readonly visit: Visit };

/** The same for this visitor alone, with where to go from there. */
export function UnavailablePage({ children, ...around }: StandingProps): JSX.Element {
  const held = around.site.holdsSession?.(around.visit) ?? false;
  return (
    <Frame {...around} held={held}>
      {children}
      <WaysOut held={held} />
    </Frame>
  );
}

/** `held`: the door sends who is signed in to their own place, whichever it is. */
export function WaysOut({ held = false }: Pick<FrameProps, 'held'>): JSX.Element {
  const links = [
    { href: '/', label: unavailableTexts.front },
    held
      ? { href: '/connexion', label: texts.chrome.mySpace }
      : { href: '/candidatures', label: unavailableTexts.mySpace },
    { href: '/contact', label: unavailableTexts.contact },
    { href: '/plan-du-site', label: unavailableTexts.map },
  ];
  return (
    <Section title={unavailableTexts.waysOut}>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What to quote to the office: when it was, and which request. */
export function IncidentReference({ site, id }: { readonly site: Site; readonly id: Visit['requestId'] }): JSX.Element {
  return (
    <>
      <p>{unavailableTexts.at(instantInWords(site.clock.now()))}</p>
      <p>
        {unavailableTexts.reference} <Identifier>{id}</Identifier>
      </p>
    </>
  );
}
