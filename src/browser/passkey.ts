/** Shows the button of a passkey where the browser has them: makes a key, or signs with one, and posts what the browser answers. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

const WORDS = {
  waiting: "Votre navigateur vous demande de prouver que c'est vous.",
  gaveUp: "Rien n'a été fait\u00a0: vous avez annulé, ou le délai est passé. Réessayez quand vous voulez.",
  there: "Cet appareil ou cette clé de sécurité a déjà une clé d'accès pour ce compte. Prenez-en un autre.",
  unverified:
    'Cette clé de sécurité ne demande ni code ni empreinte. Donnez-lui un code dans les réglages de votre appareil, ou prenez-en une autre.',
  late: 'Cette page attend depuis trop longtemps. Reprenez au nom de la clé, par le lien en haut de la page.',
  address: "Les clés d'accès de ce site ne servent pas à cette adresse. Reprenez depuis l'adresse habituelle.",
  failed: "Votre appareil n'a pas pu répondre. Réessayez, ou prenez un autre appareil.",
  unreachable: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
} as const;

/** What a page asks to make a key by is dead after five minutes; a key made then would stay in the device and open nothing. */
const LATE_MS = 4 * 60_000;
const shownAt = Date.now();

/** Refused, in these words. */
class Refused extends Error {}

const box = document.querySelector<HTMLElement>('[data-passkey]');
const shown = box?.querySelector<HTMLElement>('[data-with]');
const form = box?.querySelector('form');
const said = box?.querySelector('[role="status"]');
if (box && shown && form && said && browserSupportsWebAuthn()) {
  shown.hidden = false;
  box.querySelector('[data-without]')?.remove();
  improve(box, form, said);
}

function improve(around: HTMLElement, to: HTMLFormElement, line: Element): void {
  const button = to.querySelector('button');
  const answer = to.querySelector<HTMLInputElement>('input[name="reponse"]');
  if (button === null || answer === null) return;
  let busy = false;
  const tell = (words: string): void => {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    line.replaceChildren(paragraph);
  };
  const free = (): void => {
    busy = false;
    button.removeAttribute('aria-disabled');
  };
  to.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    button.setAttribute('aria-disabled', 'true');
    tell(WORDS.waiting);
    try {
      answer.value = JSON.stringify(await answerOf(around, to));
      to.submit();
    } catch (error) {
      tell(why(error));
      free();
    }
  });
  // Back from the next page, the browser may show this one as it was left.
  window.addEventListener('pageshow', () => {
    line.replaceChildren();
    free();
  });
}

async function answerOf({ dataset }: HTMLElement, to: HTMLFormElement): Promise<object> {
  if (dataset.passkey === 'create') {
    if (Date.now() - shownAt > LATE_MS) throw new Refused(WORDS.late);
    return startRegistration({
      optionsJSON: JSON.parse(dataset.options ?? '') as PublicKeyCredentialCreationOptionsJSON,
    });
  }
  const body = new URLSearchParams({ jeton: String(new FormData(to).get('jeton')) });
  const asked = await fetch(dataset.ask ?? '', { method: 'POST', body }).catch(() => null);
  const told: unknown = await asked?.json().catch(() => null);
  if (!asked?.ok) throw new Refused(refusalIn(told));
  return startAuthentication({ optionsJSON: told as PublicKeyCredentialRequestOptionsJSON });
}

function refusalIn(told: unknown): string {
  const known = typeof told === 'object' && told !== null && 'refusal' in told ? told.refusal : null;
  return typeof known === 'string' ? known : WORDS.unreachable;
}

function why(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const code = error instanceof WebAuthnError ? error.code : '';
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return WORDS.there;
  if (code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT') return WORDS.unverified;
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return WORDS.address;
  const cause = error instanceof WebAuthnError ? error.cause : error;
  return cause instanceof DOMException && (cause.name === 'NotAllowedError' || cause.name === 'AbortError')
    ? WORDS.gaveUp
    : WORDS.failed;
}
