/** Improves the forms that add a file: says at once what is wrong with it, makes photographs ready, and says that the sending has begun. */
import { adviserOf } from './photo/advise.ts';
import { goesInParts, sendInParts } from './upload/sending.ts';
import { words } from './upload/words.ts';

const LARGEST = 25 * 1024 * 1024;
const TOO_LARGE = 'Ce fichier dépasse 25\u00a0Mo. Choisissez-en un plus petit, ou numérisez en noir et blanc.';
const OTHER = "Ce fichier n'est ni un PDF ni une photo. Enregistrez-le en PDF, puis choisissez-le de nouveau.";

for (const form of document.querySelectorAll<HTMLFormElement>('form[enctype="multipart/form-data"]')) {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (input === null || button === null) continue;
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  button.before(message);
  const room = document.createElement('div');
  room.className = 'advice';
  room.setAttribute('role', 'status');
  button.after(room);
  const advise = adviserOf(input, room);
  let preparing: Promise<void> | null = null;
  const isTooLarge = (): boolean => [...(input.files ?? [])].some(({ size }) => size > LARGEST);
  const hint = input.getAttribute('aria-describedby') ?? '';
  input.addEventListener('change', () => {
    say(input, null, hint);
    const mine = advise()
      // What can't be read here is for the server to read: nothing keeps it from being sent.
      .catch(() => room.replaceChildren())
      .then(() => {
        if (preparing !== mine) return;
        preparing = null;
        say(input, isTooLarge() ? TOO_LARGE : isOther(input.files?.[0]) ? OTHER : null, hint);
      });
    preparing = mine;
  });
  form.addEventListener('submit', (event) => {
    // A second click while the first one is on its way would only send the same bytes again.
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    if (preparing !== null) {
      event.preventDefault();
      void preparing.then(() => form.requestSubmit(button));
      return;
    }
    if (isTooLarge()) {
      event.preventDefault();
      input.focus();
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    message.textContent = words.sending;
    const chosen = [...(input.files ?? [])];
    if (chosen.length === 0 || chosen.some(({ size }) => size === 0) || !goesInParts(form)) return;
    event.preventDefault();
    const fault = (why: string): void => say(input, why, hint);
    void sendInParts({ form, input, button, message, fault }).finally(() => button.removeAttribute('aria-disabled'));
  });
  // Back from the next page, the browser may show this one as it was left.
  window.addEventListener('pageshow', () => {
    button.removeAttribute('aria-disabled');
    message.textContent = '';
  });
}

/** By the word of the browser, which only knows names: said, and left to the server to decide. */
function isOther(file: File | undefined): boolean {
  return file !== undefined && /^(text|video|audio)\/|officedocument|opendocument|msword|zip/.test(file.type);
}

/** The fault stands where the server's would, tied to its field, and is spoken at once; the server's own goes with the old file. */
function say(input: HTMLInputElement, fault: string | null, hint: string): void {
  const id = `${input.id}-erreur`;
  document.getElementById(id)?.remove();
  input.closest('.field')?.classList.toggle('faulty', fault !== null);
  const described = hint.split(' ').filter((one) => one !== id);
  input.setAttribute('aria-describedby', [...described, ...(fault === null ? [] : [id])].join(' '));
  input.removeAttribute('aria-invalid');
  if (fault === null) return;
  input.setAttribute('aria-invalid', 'true');
  const line = document.createElement('p');
  line.className = 'fault';
  line.id = id;
  line.setAttribute('role', 'alert');
  line.textContent = fault;
  input.before(line);
}
