import type { JSX } from 'preact';
import { ContactCard } from '../components/contactCard.tsx';
import { hiddenNames } from '../form/hiddenInputs.tsx';
import { texts } from '../texts.ts';
import type { Chrome, Scheme } from './chrome.ts';

/** Names of the inputs that `/apparence` receives: the choice, and where to come back to (check that it is a local path). */
export const schemeForm = { action: '/apparence', scheme: 'apparence', returnTo: 'retour' } as const;

export function Footer({ chrome, help }: { readonly chrome: Chrome; readonly help: boolean }): JSX.Element {
  return (
    <footer class="footer">
      <div class="bar">
        {help && <Help chrome={chrome} />}
        <div class="baseline">
          {chrome.legal.length > 0 && (
            <nav aria-label={texts.page.legal}>
              <ul>
                {chrome.legal.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>{link.label}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {chrome.csrf !== null && (
            <>
              <SchemeChooser chrome={chrome} csrf={chrome.csrf} />
              <a
                class="scheme"
                href={`${schemeForm.action}?${new URLSearchParams({ [schemeForm.returnTo]: chrome.address })}`}
              >
                {texts.page.scheme}
              </a>
            </>
          )}
        </div>
      </div>
    </footer>
  );
}

/** Whom to ask and where to read, at the foot of every page of a candidate. */
function Help({ chrome: { officer, help } }: { readonly chrome: Chrome }): JSX.Element | null {
  if (officer === null && help.length === 0) return null;
  return (
    <section class="help">
      <h2>{texts.page.help}</h2>
      {officer !== null && <ContactCard contact={officer} />}
      {help.length > 0 && (
        <ul>
          {help.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const SCHEMES = ['system', 'light', 'dark'] as const satisfies readonly Scheme[];

function SchemeChooser({ chrome, csrf }: { readonly chrome: Chrome; readonly csrf: string }): JSX.Element {
  return (
    <form class="schemes" method="post" action={schemeForm.action}>
      <input type="hidden" name={hiddenNames.csrf} value={csrf} />
      <input type="hidden" name={schemeForm.returnTo} value={chrome.address} />
      <fieldset>
        <legend>{texts.page.scheme}</legend>
        {SCHEMES.map((scheme) => (
          <button
            key={scheme}
            type="submit"
            name={schemeForm.scheme}
            value={scheme}
            aria-pressed={scheme === chrome.scheme}
          >
            {texts.page.schemes[scheme]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
