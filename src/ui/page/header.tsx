import type { JSX } from 'preact';
import { ActionForm } from '../form/form.tsx';
import { texts } from '../texts.ts';
import type { Chrome, NavigationItem } from './chrome.ts';

export function Header({ chrome }: { readonly chrome: Chrome }): JSX.Element {
  const { navigation, signOut, csrf } = chrome;
  return (
    <header class="header">
      {chrome.demonstration && (
        <p class="strip demonstration">
          {texts.page.demonstration}{' '}
          {chrome.demonstrationLink && <a href={chrome.demonstrationLink.href}>{chrome.demonstrationLink.label}</a>}
        </p>
      )}
      {chrome.preview && (
        <p class="strip preview">
          {chrome.preview.text} <a href={chrome.preview.leave.href}>{chrome.preview.leave.label}</a>
        </p>
      )}
      <div class="bar">
        <a class="brand" href={chrome.home}>
          <b>Registre</b> <span>{chrome.exam}</span>
        </a>
        {(navigation.length > 0 || signOut !== null) && (
          <nav aria-label={texts.page.navigation}>
            <ul>
              {navigation.map((item) => (
                <li key={item.href}>
                  <NavigationLink item={item} address={chrome.address} />
                </li>
              ))}
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
      {chrome.strip !== null && (
        <p class={`strip ${chrome.strip.tone}`}>
          {chrome.strip.text} {chrome.strip.link && <a href={chrome.strip.link.href}>{chrome.strip.link.label}</a>}
        </p>
      )}
    </header>
  );
}

function pathOf(address: string): string | undefined {
  return address.split('?')[0];
}

function NavigationLink({ item, address }: { readonly item: NavigationItem; readonly address: string }): JSX.Element {
  const { count = 0 } = item;
  return (
    <a href={item.href} aria-current={pathOf(item.href) === pathOf(address) ? 'page' : undefined}>
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
