import { describe, expect, it } from 'vitest';
import type { NotChoosable, SpecialityStatus } from './rules/specialityStatus.ts';
import { notChoosableInWords, statusInWords } from './texts.ts';

const STATUSES: readonly SpecialityStatus[] = [
  { code: 'open', lastSession: null },
  { code: 'open', lastSession: 2025 },
  { code: 'extra-session-only', lastSession: 2024, extraSession: 2025 },
  { code: 'not-yet', firstSession: 2026 },
  { code: 'closed', lastSession: 2023, replacedBy: null },
  { code: 'dormant', note: 'Personne ne la prépare.' },
];

const REASONS: readonly NotChoosable[] = [
  { code: 'former-candidates-only', lastSession: 2024, extraSession: 2025 },
  { code: 'not-yet', firstSession: 2026 },
  { code: 'closed', lastSession: 2023, replacedBy: null },
  { code: 'dormant', note: 'Personne ne la prépare.' },
];

describe('Words about a speciality', () => {
  it('say the years that explain its status', () => {
    expect(STATUSES.map(statusInWords)).toEqual([
      'Ouverte.',
      "Ouverte jusqu'à la session\u00a02025.",
      'Session supplémentaire\u00a02025, réservée aux candidats qui ont déjà présenté cette spécialité.',
      'Première session en\u00a02026.',
      'Dernière session en\u00a02023.',
      'Personne ne la prépare.',
    ]);
  });

  it('say why it can not be chosen, each with a sentence of its own', () => {
    const sentences = REASONS.map(notChoosableInWords);
    expect(new Set(sentences).size).toBe(REASONS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÉ].*\.$/);
  });
});
