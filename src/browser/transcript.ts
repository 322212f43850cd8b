import { followTranscript, type TranscriptStanding } from '../enrolment/device/transcript.ts';
import { rowInWords } from '../enrolment/device/words.ts';

/**
 * Improves the transcript of step *Acquis*: what a row comes to and what is left to aim for follow each key, by the rules of the server.
 * Without it *Calculer* says the same.
 */
for (const bar of document.querySelectorAll<HTMLElement>('[data-standing]')) {
  const form = bar.closest('form');
  const line = bar.querySelector('output');
  if (form === null || line === null) continue;
  const standing: TranscriptStanding = JSON.parse(bar.dataset.standing ?? '');
  const textOf = (name: string): string => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
  };
  const say = (): void => {
    const { meanings, line: words } = followTranscript(standing, textOf);
    if (line.textContent !== words) line.textContent = words;
    for (const { row, meaning } of meanings) {
      const place = form.querySelector(`[data-unit="${CSS.escape(row.id)}"]`);
      const said = place?.querySelector('.said');
      const lost = place?.querySelector<HTMLElement>('.lost');
      if (said === null || said === undefined) continue;
      const text = rowInWords(meaning, standing.rules.keptFrom);
      if (said.textContent !== text) said.textContent = text;
      said.className = `said ${meaning.code}`;
      if (lost === null || lost === undefined) continue;
      const why = meaning.code === 'sit' || meaning.code === 'exempt' ? (row.lost?.[meaning.code] ?? null) : null;
      lost.textContent = why;
      lost.hidden = why === null;
    }
  };
  // Enter in a field goes on, as it says; a button that nobody needs here would take it.
  bar.querySelector('button')?.remove();
  form.addEventListener('input', say);
  form.addEventListener('change', say);
  say();
}
