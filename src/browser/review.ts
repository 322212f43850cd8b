import { offerKeys, store, stored } from './keyboard/keyboard.ts';
import { showPages } from './viewer/viewer.ts';

/**
 * Improves the officer's review: one key an act, canned reasons written into the comment, the comment kept when the page is
 * left, the document enlarged and turned. Everything here is also a button or a link; the keys can be switched off (WCAG 2.1.4).
 */
const one = <Kind extends HTMLElement>(selector: string): Kind | null => document.querySelector<Kind>(selector);
const decision = (value: string): HTMLButtonElement | null =>
  one<HTMLButtonElement>(`button[name="decision"][value="${value}"]`);
const comment = one<HTMLTextAreaElement>('textarea[name="comment"]');
const reasons = [...document.querySelectorAll<HTMLInputElement>('input[name="reasons"]')];

/** The identity document: opened for one piece, it stays so for those that follow, until it is closed. */
const identity = one('img.beside')?.closest('details') ?? null;
const IDENTITY = 'registre.identite';

const view = showPages();
keepIdentity();
keepComment();
writeReasons();
offerKeys(keys, press);
endTakeBack();

/** What each key presses. */
function keys(): readonly (readonly [string, HTMLElement | null])[] {
  return [
    ['J', one('a[rel="next"]')],
    ['K', one('a[rel="prev"]')],
    ['C', decision('compliant')],
    ['N', decision('non-compliant')],
    ['R', decision('received')],
    ['Z', one('[data-take-back] button')],
    ['E', comment],
    ['F', one('a[data-next-file]')],
    ['P', identity?.querySelector('summary') ?? null],
    ['O', one('form[action*="/prise"] button')],
    ...reasons.slice(0, 9).map((box, index) => [String(index + 1), box] as const),
    ['-', view.smaller],
    ['+', view.larger],
    ['T', view.turn],
    ['I', view.contrast],
  ];
}

/** After its seconds, the decision is no longer taken back: the server wouldn't either. */
function endTakeBack(): void {
  for (const form of document.querySelectorAll<HTMLElement>('[data-take-back]'))
    setTimeout(() => form.remove(), Number(form.dataset.takeBack) * 1000);
}

/** True when the key did something. */
function press(key: string): boolean {
  const found = keys().find(([name]) => name === key.toUpperCase())?.[1] ?? null;
  if (found === null) return false;
  // A refusal without a word would only come back: the key leads to the reasons instead.
  const wordless = found === decision('non-compliant') && comment?.value.trim() === '';
  if (wordless) leadToReasons();
  else if (found === comment) comment.focus();
  else found.click();
  return true;
}

/** Said where it leads, and read with the box that takes the focus. */
function leadToReasons(): void {
  const target = reasons[0] ?? comment;
  const words = one('#sans-motif');
  if (target === null || words === null) return;
  words.hidden = false;
  target.setAttribute(
    'aria-describedby',
    [target.getAttribute('aria-describedby'), words.id].filter(Boolean).join(' '),
  );
  words.scrollIntoView({ block: 'nearest' });
  target.focus();
  comment?.addEventListener('input', () => {
    words.hidden = true;
  });
}

/** A ticked reason goes into the comment, where it can be changed; then only the comment is sent. */
function writeReasons(): void {
  if (comment === null) return;
  for (const box of reasons) {
    const sentence = box.labels?.[0]?.textContent?.trim() ?? '';
    if (box.checked) write(comment, sentence);
    box.checked = comment.value.includes(sentence);
    // What is sent is what stands there: a sentence that was changed or taken out is no longer the reason.
    comment.addEventListener('input', () => {
      box.checked = comment.value.includes(sentence);
    });
    // Enter on a box would press a button of the form.
    box.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    box.addEventListener('change', () => {
      if (box.checked) write(comment, sentence);
      else comment.value = comment.value.replace(sentence, '').replace(/^\n+|\n+$|\n(?=\n)/g, '');
      comment.dispatchEvent(new Event('input'));
    });
  }
  comment.form?.addEventListener('submit', (event) => {
    if (comment.form?.ariaBusy === 'true') return event.preventDefault();
    if (comment.form !== null) comment.form.ariaBusy = 'true';
  });
  // Back from the next page, the browser may show this one as it was left.
  addEventListener('pageshow', () => {
    if (comment.form !== null) comment.form.ariaBusy = null;
  });
}

function keepIdentity(): void {
  if (identity === null) return;
  identity.open = stored(sessionStorage, IDENTITY) !== null;
  identity.addEventListener('toggle', () => store(sessionStorage, IDENTITY, identity.open ? 'ouverte' : null));
}

function write(into: HTMLTextAreaElement, sentence: string): void {
  if (into.value.includes(sentence)) return;
  into.value = into.value.trim() === '' ? sentence : `${into.value.trimEnd()}\n${sentence}`;
}

/** A half-written comment survives a look at another file or at the piece before; sending it forgets it. */
function keepComment(): void {
  if (comment === null) return;
  const name = `registre.commentaire ${location.pathname}`;
  if (comment.value.trim() === '') comment.value = stored(sessionStorage, name) ?? '';
  comment.addEventListener('input', () => store(sessionStorage, name, comment.value === '' ? null : comment.value));
  comment.form?.addEventListener('submit', () => store(sessionStorage, name, null));
}
