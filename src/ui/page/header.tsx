import type { JSX } from 'preact';
import { ActionForm } from '../form/form.tsx';
import { texts } from '../texts.ts';
import type { Chrome, NavigationItem, Strip } from './chrome.ts';

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
                return group === undefined ? (
                  links
                ) : (
                  <li key={group} class="menu-group">
                    <span class={here?.group === group ? 'here' : undefined} aria-hidden="true">
                      {group}
                    </span>
                    <ul aria-label={group}>{links}</ul>
                  </li>
                );
              })}
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

/** On a phone the links stand behind it; on a wider window, and where a browser knows no `popover`, it isn't there. */
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
  const { count = 0 } = item;
  return (
    <a href={item.href} aria-current={here ?? undefined}>
      {item.label}
      {count > 0 && (
        <>
          {'\u00a0'}({item.countText ?? count}
          <span class="unseen"> {item.countLabel ?? texts.page.unread(count)}</span>)
        </>
      )}
    </a>
  );
}
