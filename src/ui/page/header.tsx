import type { ComponentChildren, JSX } from 'preact';
import { ActionForm } from '../form/form.tsx';
import { texts } from '../texts.ts';
import type { Chrome, NavigationItem, PageHelp, Strip } from './chrome.ts';

/** Of the list of links, for the button that opens it on a phone. */
const MENU = 'menu';

export function Header({ chrome }: { readonly chrome: Chrome }): JSX.Element {
  const { navigation, signOut, csrf } = chrome;
  const path = pathOf(chrome.address);
  const here = itemAt(navigation, path);
  return (
    <header class="header">
      {chrome.demonstration && <Demonstration chrome={chrome} />}
      {chrome.preview && (
        <p class="strip preview">
          {chrome.preview.text} <a href={chrome.preview.leave.href}>{chrome.preview.leave.label}</a>
        </p>
      )}
      {chrome.banners?.map(({ from, words }) => (
        <p key={from} class="strip banner">
          <strong>{from}</strong> {words}
        </p>
      ))}
      <div class="bar">
        <a class="brand" href={chrome.home}>
          <b>Registre</b> <span>{chrome.exam}</span>
        </a>
        {(navigation.length > 0 || signOut !== null) && (
          <nav aria-label={texts.page.navigation}>
            <MenuButton here={here} />
            <ul id={MENU} popover>
              <li class="shut">
                <button type="button" class="link" popovertarget={MENU} popovertargetaction="hide">
                  {texts.page.closeMenu}
                </button>
              </li>
              {groupsOf(navigation).map(([group, items]) => {
                const links = items.map((item) => (
                  <li key={item.href}>
                    <NavigationLink
                      item={item}
                      here={item !== here ? null : pathOf(item.href) === path ? 'page' : 'true'}
                    />
                  </li>
                ));
                if (group === undefined) return links;
                const isHere = here?.group === group;
                const isNow = items.some(({ groupIsNow }) => groupIsNow === true);
                return (
                  <MenuGroup
                    key={group}
                    name={group}
                    items={items}
                    isOpen={isHere || (here?.group === undefined && isNow)}
                    isHere={isHere}
                    isNow={isNow}
                  >
                    {links}
                  </MenuGroup>
                );
              })}
              {chrome.pageHelp && <Help help={chrome.pageHelp} />}
              {signOut !== null && csrf !== null && (
                <li>
                  <ActionForm action={signOut} csrf={csrf}>
                    <button type="submit" class="link">
                      {texts.page.signOut}
                    </button>
                  </ActionForm>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
      {chrome.strip !== null && <Deadline strip={chrome.strip} />}
    </header>
  );
}

/** What the page is for: in the same place on each, and over the page, which it doesn't push. */
function Help({ help: { title, lines, more } }: { readonly help: PageHelp }): JSX.Element {
  return (
    <li class="menu-group page-help">
      <details name={MENU}>
        <summary>{texts.page.pageHelp}</summary>
        <div>
          <p>
            <strong>{title}</strong>
          </p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {more && (
            <p>
              <a href={more.href}>{more.label}</a>
            </p>
          )}
        </div>
      </details>
    </li>
  );
}

/** That nothing is true here, and where one is of a tour, or what can be moved. */
function Demonstration({ chrome }: { readonly chrome: Chrome }): JSX.Element {
  const { tour, csrf, demonstrationLink, demonstrationWords = texts.page.demonstration } = chrome;
  if (tour && csrf !== null)
    return (
      <div class="strip demonstration">
        {demonstrationWords} <a href={tour.href}>{tour.label}</a>
        <ActionForm action={tour.action} csrf={csrf} hidden={tour.hidden}>
          {tour.buttons.map(({ name, value, label }) => (
            <button key={value} type="submit" class="link" name={name} value={value}>
              {label}
            </button>
          ))}
        </ActionForm>
      </div>
    );
  return (
    <p class="strip demonstration">
      {demonstrationWords} {demonstrationLink && <a href={demonstrationLink.href}>{demonstrationLink.label}</a>}
    </p>
  );
}

/** The links of one phase: in sight where one is, else behind its name, which says what waits there. */
function MenuGroup(props: {
  readonly name: string;
  readonly items: readonly NavigationItem[];
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly isNow: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { name, items, isOpen, isHere, isNow, children } = props;
  const now = isNow && <span class="now">{texts.page.groupNow}</span>;
  return (
    <li class="menu-group">
      {isOpen ? (
        <>
          <span class={isHere ? 'here' : undefined} aria-hidden="true">
            {name} {now}
          </span>
          <ul aria-label={isNow ? `${name}, ${texts.page.groupNow}` : name}>{children}</ul>
        </>
      ) : (
        <details name={MENU}>
          <summary>
            {name}
            {items.map((item) => (
              <Count key={item.href} item={item} />
            ))}{' '}
            {now}
          </summary>
          <ul aria-label={name}>{children}</ul>
        </details>
      )}
    </li>
  );
}

/** Those that follow each other under one name; the others each by itself. */
function groupsOf(
  items: readonly NavigationItem[],
): readonly (readonly [string | undefined, readonly NavigationItem[]])[] {
  const begins = items.flatMap(({ group }, rank) =>
    group === undefined || group !== items[rank - 1]?.group ? [rank] : [],
  );
  return begins.map((begin, rank) => [items[begin]?.group, items.slice(begin, begins[rank + 1])]);
}

function Deadline({ strip: { tone, text, brief, link } }: { readonly strip: Strip }): JSX.Element {
  return (
    <p class={`strip ${tone}`}>
      {brief === undefined ? (
        text
      ) : (
        <>
          <span class="whole">{text}</span>
          <span class="brief">{brief}</span>
        </>
      )}{' '}
      {link && <a href={link.href}>{link.label}</a>}
    </p>
  );
}

function pathOf(address: string): string {
  return address.split('?')[0] ?? '';
}

/** The item of this page, or of the nearest page above it; the door's own home, below which all stands, is only itself. */
function itemAt(navigation: readonly NavigationItem[], path: string): NavigationItem | null {
  const roots = (item: NavigationItem): readonly string[] => [pathOf(item.href), ...(item.covers ?? [])];
  const isBelow = (root: string): boolean => path.startsWith(`${root}/`);
  const isHome = (item: NavigationItem): boolean =>
    navigation.some((other) => other !== item && pathOf(other.href).startsWith(`${pathOf(item.href)}/`));
  const found = navigation.flatMap((item) =>
    roots(item)
      .filter((root) => path === root || (isBelow(root) && !isHome(item)))
      .map((root) => ({ item, length: root.length })),
  );
  return found.toSorted((one, other) => other.length - one.length)[0]?.item ?? null;
}

/** On a phone, or a window narrower than 56em, the links stand behind it; on a wider window, and where a browser knows no `popover`, it isn't there. */
function MenuButton({ here }: { readonly here: NavigationItem | null }): JSX.Element {
  return (
    <button type="button" class="menu" popovertarget={MENU}>
      {texts.page.menu}
      {/* Heard where it stands: in the list, as the current page. */}
      {here !== null && <span aria-hidden="true">{here.label}</span>}
    </button>
  );
}

/** `page`: this very one; `true`: a page below it. */
type Here = 'page' | 'true' | null;

function NavigationLink({ item, here }: { readonly item: NavigationItem; readonly here: Here }): JSX.Element {
  return (
    <a href={item.href} aria-current={here ?? undefined}>
      {item.label}
      <Count item={item} />
    </a>
  );
}

/** What waits there; nothing where nothing does. */
function Count({ item: { count = 0, countText, countLabel } }: { readonly item: NavigationItem }): JSX.Element | null {
  return count === 0 ? null : (
    <>
      {'\u00a0'}({countText ?? count}
      <span class="unseen"> {countLabel ?? texts.page.unread(count)}</span>)
    </>
  );
}
