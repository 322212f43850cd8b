import type { ComponentChildren, JSX } from 'preact';
import { page, type Reply, type Visit } from '../../platform/http/visit.ts';
import { Identifier, instantInWords, Page, PageTitle, renderPage, Section } from '../../ui/index.ts';
import { type Seen, visitorChrome } from '../chrome.ts';
import type { Site } from '../site.ts';
import { standing } from '../texts/standing.ts';

export type StandingDeps = Site & {
  /** The label that a field had in its form, where it is known; else its answer stands alone. */
  readonly labelOf?: (name: string) => string | null;
};

export type FrameProps = {
  readonly site: Site;
  readonly visit: Seen;
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
};

/**
 * A page that stands when others can't. No deadline strip: next to an error, « closes depuis » would be read as its cause.
 * No database, no token.
 */
export function Frame({ site, visit, title, lead, children }: FrameProps): JSX.Element {
  const chrome = visitorChrome(site, visit, { session: null, csrf: null });
  return (
    <Page chrome={{ ...chrome, strip: null }} title={title}>
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
    </Page>
  );
}

export function answer(status: number, node: JSX.Element, headers: Readonly<Record<string, string>> = {}): Reply {
  return page(renderPage(node), status, headers);
}

export function WaysOut(): JSX.Element {
  const links = [
    { href: '/', label: standing.front },
    { href: '/candidatures', label: standing.mySpace },
    { href: '/contact', label: standing.contact },
    { href: '/plan-du-site', label: standing.map },
  ];
  return (
    <Section title={standing.waysOut}>
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
export function Reference({ site, id }: { readonly site: Site; readonly id: Visit['requestId'] }): JSX.Element {
  return (
    <>
      <p>{standing.at(instantInWords(site.clock.now()))}</p>
      <p>
        {standing.reference} <Identifier>{id}</Identifier>
      </p>
    </>
  );
}
