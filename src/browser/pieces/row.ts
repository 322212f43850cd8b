/** *Mes justificatifs* follows what is deposited in its rows without being loaded again (decision 094). */
import { underWay } from '../upload/sending.ts';
import { words } from '../upload/words.ts';

/** The row that a form stands in; null on any other page. */
export function rowOf(form: HTMLFormElement): HTMLElement | null {
  return form.closest<HTMLElement>('.pieces > .piece');
}

/** What an answer of the server leads to, where it isn't the list: another page, or why nothing was taken. */
export type LedElsewhere = { readonly to: string } | { readonly why: string };

let chooserClosed: Promise<void> = Promise.resolve();
/** After the browser showed its window again, what was chosen there comes within so long. For browsers that don't say that nothing was. */
const CHOSEN_WITHIN_MS = 3_000;

/** While a file is chosen, or a photograph taken, the page stands still: what is chosen goes to the field that asked for it, and would be lost with it. */
export function waitForChooser(input: HTMLInputElement): void {
  input.addEventListener('click', () => {
    chooserClosed = new Promise((resolve) => {
      for (const ended of ['change', 'cancel']) input.addEventListener(ended, () => resolve(), { once: true });
      addEventListener('focus', () => setTimeout(resolve, CHOSEN_WITHIN_MS), { once: true });
    });
  });
}

/** Sends the form of a row whole and shows the answer in the page; gives what can't be shown there. Throws where nothing answers. `improve`: for what is new. */
export async function sendWhole(form: HTMLFormElement, improve: () => void): Promise<LedElsewhere | null> {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
  const page = await read(answer);
  await chooserClosed;
  if (show(page, rowOf(form), improve)) return null;
  if (answer.redirected)
    return new URL(answer.url).pathname === '/connexion' ? { why: words.signedOut } : { to: answer.url };
  const fault = page.querySelector('main .fault, main [role="alert"]');
  const why = (fault?.textContent ?? '').trim();
  return why === '' ? { to: form.action } : { why };
}

/** One after the other: what was asked first is never shown over what was asked later. */
let before: Promise<unknown> = Promise.resolve();

/** Shows in the page what the server now says at this address of the list. False: it says something else. */
export function showAnswer(to: string, row: HTMLElement | null, improve: () => void): Promise<boolean> {
  const now = before
    .catch(() => undefined)
    .then(async () => {
      const page = await read(await fetch(to));
      await chooserClosed;
      return show(page, row, improve);
    })
    .catch(() => false);
  before = now;
  return now;
}

async function read(answer: Response): Promise<Document> {
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Said by itself, wherever one is in the page: it stands outside of what is replaced. */
const spoken = document.createElement('p');
spoken.className = 'unseen';
spoken.setAttribute('role', 'status');
document.body.append(spoken);

function show(page: Document, row: HTMLElement | null, improve: () => void): boolean {
  const [main, next] = [document.querySelector('main'), page.querySelector('main')];
  const changed = row === null ? null : page.getElementById(row.id);
  if (main === null || next === null || row === null || changed === null) return false;
  const active = document.activeElement;
  const mine = active === null || active === document.body || row.contains(active);
  replace(page, { main, next, row }, improve, !mine);
  spoken.textContent = changed.querySelector('.note')?.firstElementChild?.textContent ?? '';
  if (mine) {
    changed.tabIndex = -1;
    changed.focus();
  }
  return true;
}

/** Shows what the server now says of this page, where what one is at stays as it is: `improve`, for what is new. */
export async function showAgain(improve: () => void): Promise<void> {
  const page = await read(await fetch(location.href));
  await chooserClosed;
  const [main, next] = [document.querySelector('main'), page.querySelector('main')];
  if (main !== null && next !== null) replace(page, { main, next, row: null }, improve, true);
}

type Replaced = { readonly main: Element; readonly next: Element; readonly row: HTMLElement | null };

function replace(page: Document, { main, next, row }: Replaced, improve: () => void, staysInPlace: boolean): void {
  const active = document.activeElement;
  const top = active?.getBoundingClientRect().top ?? 0;
  const place = placeOf(active);
  keepWhatIsUnderWay(row, next);
  keepInPlace(main, next);
  keepOpen(main, next);
  keepTicks(main, next);
  leaveOutWhatIsUnderWay(next);
  document.title = page.title;
  main.replaceChildren(...next.childNodes);
  improve();
  if (!staysInPlace) return;
  const again = place();
  again?.focus({ preventScroll: true });
  if (again !== null) scrollBy(0, again.getBoundingClientRect().top - top);
}

/** Finds what stands where this stood: by its id, or as the same link or button of the nearest that has one. */
function placeOf(active: Element | null): () => HTMLElement | null {
  const named = active?.closest('[id]');
  if (active == null || named == null) return () => null;
  const kind = active === named ? null : active.localName;
  const rank = kind === null ? 0 : [...named.querySelectorAll(kind)].indexOf(active);
  return () => {
    const again = document.getElementById(named.id);
    return kind === null ? again : (again?.querySelectorAll<HTMLElement>(kind)[rank] ?? null);
  };
}

/** Other rows in which a file is chosen or on its way stay as they are, and so does the form of a page that has no rows. */
function keepWhatIsUnderWay(row: HTMLElement | null, next: Element): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('main input[type="file"]')) {
    const other = input.closest<HTMLElement>('.piece');
    if ((other !== null && other === row) || input.files?.length === 0) continue;
    const again = next.querySelector(`#${CSS.escape((other ?? input).id)}`);
    if (other !== null) again?.replaceWith(other);
    else if (input.form !== null) again?.closest('form')?.replaceWith(input.form);
  }
}

/** What was to be done when the page was opened stays in its place, done: the next piece is the one below. Not once all is done. */
function keepInPlace(main: Element, next: Element): void {
  const [were, todo] = [main, next].map((one) => one.querySelector('#reste-a-faire > .pieces'));
  const given = next.querySelector('#deposees');
  if (were == null || todo == null || given === null) return;
  let below: Element | null = null;
  for (const { id } of [...were.children].reverse()) {
    const row: Element | null = next.querySelector(`#${CSS.escape(id)}`);
    if (row === null) continue;
    if (given.contains(row)) todo.insertBefore(row, below);
    if (todo.contains(row)) below = row;
  }
  if (given.querySelector('.piece') === null) given.remove();
}

/** The server can't know that what has not arrived yet is still being sent. */
function leaveOutWhatIsUnderWay(next: Element): void {
  for (const one of next.querySelectorAll<HTMLElement>('.interrupted')) {
    const all = one.parentElement;
    if (underWay.has(one.dataset.upload ?? '')) one.remove();
    if (all?.querySelector('.interrupted') === null) all.closest('.alert')?.remove();
  }
}

/** What was unfolded stays unfolded. */
function keepOpen(main: Element, next: Element): void {
  const nameOf = (details: Element): string =>
    `${details.closest('[id]')?.id} ${details.querySelector('summary')?.textContent}`;
  const open = new Set([...main.querySelectorAll('details[open]')].map(nameOf));
  for (const details of next.querySelectorAll('details')) if (open.has(nameOf(details))) details.open = true;
}

/** What was ticked and not sent yet stays ticked. */
function keepTicks(main: Element, next: Element): void {
  for (const box of main.querySelectorAll<HTMLInputElement>('.piece input[type="checkbox"]')) {
    const again = next.querySelector<HTMLInputElement>(`#${CSS.escape(box.id)}`);
    if (again !== null && box.checked !== box.defaultChecked) again.checked = box.checked;
  }
}
