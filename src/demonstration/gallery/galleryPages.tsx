import type { JSX } from 'preact';
import type { ExampleGroup } from '../../ui/examples/index.ts';
import { BackLink, type Chrome, Page, PageTitle, Section } from '../../ui/index.ts';
import { texts } from '../texts.ts';
import { galleryAddresses } from './addresses.ts';
import { componentGroups, type PageGroup } from './gallery.ts';

const say = texts.gallery;

/** What is shown, by groups. */
export function GalleryPage({
  chrome,
  groups,
}: {
  readonly chrome: Chrome;
  readonly groups: readonly PageGroup[];
}): JSX.Element {
  return (
    <Page chrome={chrome} title={say.title}>
      <BackLink href="/demo">{texts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <ul class="leads">
        {[...componentGroups.map(linkToComponents), ...groups.map(linkToPages)].map(({ href, title, names }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <p class="muted">
              <Names names={[...new Set(names)]} />
            </p>
          </li>
        ))}
      </ul>
      {groups.map(({ code, title, pages }) => (
        <Section key={code} id={code} title={title}>
          <ul class="leads">
            {pages.map((one) => (
              <li key={one.code}>
                <a href={galleryAddresses.page(one.code)}>
                  <code>{one.name}</code>
                  {`, ${one.state}`}
                </a>
                <p class="muted">{one.use}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

type GroupLink = { readonly href: string; readonly title: string; readonly names: readonly string[] };

function linkToComponents({ code, title, examples }: ExampleGroup): GroupLink {
  return { href: galleryAddresses.group(code), title, names: examples.flatMap(({ names }) => names) };
}

/** Below, on this very page. */
function linkToPages({ code, title, pages }: PageGroup): GroupLink {
  return { href: `#${code}`, title, names: pages.map(({ name }) => name) };
}

/** Some components together, each with when it is used. */
export function GroupPage({ chrome, group }: { readonly chrome: Chrome; readonly group: ExampleGroup }): JSX.Element {
  return (
    <Page chrome={chrome} title={say.groupTitle(group.title)} sheets={['charts']}>
      <BackLink href={galleryAddresses.home}>{say.title}</BackLink>
      <PageTitle lead={say.nothingSent}>{group.title}</PageTitle>
      {group.examples.map(({ names, use, drawn }) => (
        <section key={use} class="section">
          <h2>
            <Names names={names} />
          </h2>
          <p class="muted">{use}</p>
          {drawn}
        </section>
      ))}
    </Page>
  );
}

function Names({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <>
      {names.map((name, index) => (
        <>
          {index > 0 && ', '}
          <code key={name}>{name}</code>
        </>
      ))}
    </>
  );
}
