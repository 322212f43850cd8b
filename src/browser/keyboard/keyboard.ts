/** Keys that press what is on the page; each is shown beside its words, and all can be switched off (WCAG 2.1.4). */
const OFF = 'registre.touches';

/** What each key presses. */
export type Keys = () => readonly (readonly [string, HTMLElement | null])[];

/** Offers them where the page has its help. `press`: true when the key did something. */
export function offerKeys(keys: Keys, press: (key: string) => boolean): void {
  const help = document.querySelector<HTMLDetailsElement>('details[data-keys]');
  const toggle = help?.querySelector<HTMLInputElement>('input[type="checkbox"]') ?? null;
  if (help === null || toggle === null) return;
  help.hidden = false;
  toggle.checked = stored(localStorage, OFF) === null;
  const show = (): void => {
    for (const old of document.querySelectorAll('.key')) old.remove();
    for (const [key, target] of keys()) hint(target, toggle.checked ? key : null);
  };
  toggle.addEventListener('change', () => {
    store(localStorage, OFF, toggle.checked ? null : 'non');
    show();
  });
  show();
  addEventListener('keydown', (event) => {
    const isTyping = typing(event.target);
    if (isTyping && event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    if (!toggle.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (showHelp(help, event.key) || press(event.key)) event.preventDefault();
  });
}

function showHelp(help: HTMLDetailsElement, key: string): boolean {
  if (key !== '?') return false;
  help.open = true;
  help.scrollIntoView({ block: 'nearest' });
  help.querySelector('summary')?.focus();
  return true;
}

/** Says the key beside the words, and to assistive technology. */
function hint(target: HTMLElement | null, key: string | null): void {
  if (target === null) return;
  if (key === null) {
    target.removeAttribute('aria-keyshortcuts');
    return;
  }
  target.setAttribute('aria-keyshortcuts', key);
  if (target instanceof HTMLTextAreaElement) return;
  const shown = document.createElement('span');
  shown.className = 'key';
  shown.ariaHidden = 'true';
  shown.textContent = key;
  // Of a box before its words, so that keys stand under each other.
  if (target instanceof HTMLInputElement) target.labels?.[0]?.prepend(shown, ' ');
  else target.append(' ', shown);
}

function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Storage may be forbidden by the browser's settings: then nothing is kept. */
export function stored(where: Storage, name: string): string | null {
  try {
    return where.getItem(name);
  } catch {
    return null;
  }
}

export function store(where: Storage, name: string, value: string | null): void {
  try {
    if (value === null) where.removeItem(name);
    else where.setItem(name, value);
  } catch {
    // Kept for this page only.
  }
}
