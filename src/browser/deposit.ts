/** Improves the forms that add a file: says at once what is wrong with it, makes photographs ready, and says that the sending has begun. */
import { adviserOf, listOf } from './photo/advise.ts';
import { offeredHere } from './photo/offered.ts';
import { words as photoWords } from './photo/words.ts';
import { followReading } from './pieces/reading.ts';
import { rowOf, sendWhole, showAnswer, waitForChooser } from './pieces/row.ts';
import { chosenInWords, ourButton } from './upload/pick.ts';
import { goesInParts, sendInParts } from './upload/sending.ts';
import { chosenBefore, keepChosen } from './upload/waiting.ts';
import { words } from './upload/words.ts';

const LARGEST = 25 * 1024 * 1024;
const TOO_LARGE = 'Ce fichier dépasse 25\u00a0Mo. Choisissez-en un plus petit, ou numérisez en noir et blanc.';
const OTHER = "Ce fichier n'est ni un PDF ni une photo. Enregistrez-le en PDF, puis choisissez-le de nouveau.";

const improved = new WeakSet<HTMLFormElement>();
function improveAll(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[enctype="multipart/form-data"]');
  for (const form of forms) if (!improved.has(form)) improve(form);
  const formats = document.getElementById('formats');
  if ([...forms].some((form) => rowOf(form) !== null) && formats !== null) formats.append(` ${words.atOnce}`);
}
improveAll();
followReading(improveAll);

// Back from the next page, the browser may show this one as it was left.
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('form[enctype="multipart/form-data"] button[aria-disabled]'))
    button.removeAttribute('aria-disabled');
});

/** In the row of a list, the file leaves as soon as it is chosen, and the row alone changes. */
function improve(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (input === null || button === null) return;
  improved.add(form);
  input.accept = offeredHere(input.accept);
  const row = rowOf(form);
  button.hidden = row !== null;
  ourButton(input);
  waitForChooser(input);
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  button.before(message);
  const room = document.createElement('div');
  room.className = 'advice';
  room.setAttribute('role', 'status');
  button.after(room);
  const adviser = adviserOf(input, room, row !== null);
  const place = new URL(form.action).pathname;
  let preparing: Promise<void> | null = null;
  let isBack = false;
  const chosen = (): readonly File[] => [...(input.files ?? [])];
  const hint = input.getAttribute('aria-describedby') ?? '';
  const fault = (why: string): void => say(input, why, hint);
  input.addEventListener('change', () => {
    say(input, null, hint);
    message.textContent = '';
    const wasThere = isBack;
    isBack = false;
    const mine = adviser
      .look()
      // What can't be read here is for the server to read: nothing keeps it from being sent.
      .catch(() => {
        room.replaceChildren();
        return [];
      })
      .then((findings) => {
        if (preparing !== mine) return;
        preparing = null;
        const wrong = chosen().some(isTooLarge) ? TOO_LARGE : chosen().some(isOther) ? OTHER : null;
        say(input, wrong, hint);
        adviser.letGo((file) => isTooLarge(file) || isOther(file));
        const isKept = keepChosen(place, wrong === null ? chosen() : []);
        message.textContent = [...(wasThere ? [photoWords.waited] : []), chosenInWords(chosen())].join(' ');
        if (row === null || chosen().length === 0) return;
        if (wrong === null && findings.length === 0 && !wasThere) void isKept.then(() => form.requestSubmit(button));
        else button.hidden = false;
      });
    preparing = mine;
  });
  /** Ended otherwise than in the next page: what was chosen may be sent again. */
  const end = (): void => {
    button.removeAttribute('aria-disabled');
    button.hidden = false;
    input.disabled = false;
    if (document.activeElement === document.body && input.isConnected) input.focus();
  };
  void chosenBefore(place).then((files) => {
    if (files.length === 0 || chosen().length > 0 || !input.isConnected) return;
    isBack = true;
    const folded = form.closest('details');
    if (folded !== null) folded.open = true;
    input.files = listOf(input.multiple ? files : files.slice(0, 1));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const whole = async (): Promise<void> => {
    await keepChosen(place, []);
    if (row === null) return form.submit();
    input.disabled = false;
    const sending = sendWhole(form, improveAll);
    // What is chosen meanwhile would go with what is refused.
    input.disabled = true;
    const led = await sending.catch(() => {
      void keepChosen(place, chosen());
      return { why: words.gaveUp };
    });
    message.textContent = '';
    if (led === null) return;
    if ('to' in led) location.assign(led.to);
    else fault(led.why);
    adviser.letGo(() => true);
    end();
  };
  const arrived = async (to: string, alone: boolean): Promise<void> => {
    await keepChosen(place, []);
    const list = row !== null && (isList(to) || !alone);
    if (list && (await showAnswer(isList(to) ? to : location.pathname, row, improveAll))) return;
    if (alone) location.assign(to);
  };
  form.addEventListener('submit', (event) => {
    // A second click while the first one is on its way would only send the same bytes again.
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    if (preparing !== null) {
      event.preventDefault();
      void preparing.then(() => form.requestSubmit(button));
      return;
    }
    if (chosen().some(isTooLarge)) {
      event.preventDefault();
      input.focus();
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    message.textContent = words.sending;
    const isWhole = chosen().length === 0 || chosen().some(({ size }) => size === 0) || !goesInParts(form);
    if (isWhole && row === null) return void keepChosen(place, []);
    event.preventDefault();
    if (isWhole) return void whole();
    input.disabled = row !== null;
    void sendInParts({ form, input, button, message, fault, arrived, whole })
      .then((is) => {
        adviser.follow();
        // What the server won't have, or its owner, is replaced by what is chosen next.
        if (is === 'refused') adviser.letGo((_, rank) => rank === 0);
        if (is === null) adviser.letGo(() => true);
        if (is !== 'done' && is !== 'plain')
          return keepChosen(place, is === null ? [] : chosen().slice(is === 'refused' ? 1 : 0));
      })
      .finally(end);
  });
}

/** Does a deposit lead back to the list of this page? */
function isList(to: string): boolean {
  return new URL(to, location.href).pathname === location.pathname;
}

function isTooLarge({ size }: File): boolean {
  return size > LARGEST;
}

/** By the word of the browser, which only knows names: said, and left to the server to decide. */
function isOther(file: File): boolean {
  return /^(text|video|audio)\/|officedocument|opendocument|msword|zip/.test(file.type);
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
  (input.closest('.pick') ?? input).before(line);
}
