/**
 * Improves the grid of marks: Enter and the arrows go from one number to the next, and what isn't a mark is said when its field is
 * left. Everything here is also done by the tabulation key and by the server.
 */
const grid = document.querySelector<HTMLElement>('[data-marks]');
const fields = [...(grid?.querySelectorAll('input') ?? [])];
const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

for (const [index, field] of fields.entries()) {
  field.addEventListener('focus', () => field.select());
  // Not on the way to a button: what appears or goes would move it from under the pointer, and the click would be lost.
  field.addEventListener('blur', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof HTMLButtonElement)) check(field);
  });
  field.addEventListener('input', () => {
    if (field.closest('.faulty') !== null && isMark(field)) check(field);
  });
  field.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const next = fields[index + step];
    // After the last number Enter goes to the button, which sends.
    const target = next ?? (step > 0 ? field.form?.querySelector<HTMLButtonElement>('button') : null);
    event.preventDefault();
    target?.focus();
  });
}

/** As the server reads it; nothing typed is no fault. */
function isMark(field: HTMLInputElement): boolean {
  const text = field.value.trim().replace(/\s+/g, ' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return text === '' || new RegExp(`^(?:${field.pattern})$`).test(text);
}

function check(field: HTMLInputElement): void {
  const wrong = !isMark(field);
  const row = field.closest('li');
  row?.querySelector('.fault')?.remove();
  row?.classList.toggle('faulty', wrong);
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
  if (!wrong) return;
  const said = document.createElement('p');
  said.className = 'fault';
  said.id = `${field.id}-erreur`;
  said.role = 'alert';
  said.textContent = grid?.dataset.marks ?? '';
  row?.append(said);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', said.id);
}
