import { type AverageForm, averageInWords } from '../results/device/averageLine.ts';

/** *Ma moyenne*: the line below the table follows each key, by the rules of the server. *Calculer* explains it line by line. */
for (const bar of document.querySelectorAll<HTMLElement>('[data-average]')) {
  const form = bar.closest('form');
  const line = bar.querySelector('output');
  if (form === null || line === null) continue;
  const average: AverageForm = JSON.parse(bar.dataset.average ?? '');
  const textOf = (name: string): string => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
  };
  const say = (): void => {
    const words = averageInWords(average, textOf);
    if (line.textContent !== words) line.textContent = words;
  };
  form.addEventListener('input', say);
  form.addEventListener('change', say);
  // A form that the browser filled again when one came back.
  window.addEventListener('pageshow', say);
}
