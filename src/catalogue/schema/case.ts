import * as z from 'zod';
import { code, type Frozen, type OfExam, shaped, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

/**
 * A typical candidate and what the rules must answer: run at each change of the rules, so that a change shows what it does.
 * `question` is one of the open interface (`/api/v1/simulations/…`), with its own checks when the case is run.
 */
export const RuleCase = thing(
  {
    article: 'un',
    counted: ['cas type', 'cas types'],
    parts: [
      { legend: 'Le candidat type', from: 'code' },
      { legend: 'Ce que les règles doivent répondre', help: "Ce qui reste vide n'est pas comparé.", from: 'expect' },
    ],
  },
  {
    code: field(code, {
      label: 'Code du cas',
      help: 'Lettres sans accent, chiffres et tirets.',
      width: 40,
      fixed: true,
    }),
    /** « Une coiffeuse de 24 ans, cinq ans de salon » */
    title: field(text, {
      label: 'Qui est-ce\u00a0?',
      example: 'à distance, Coiffure, sans diplôme, huit ans de métier',
      width: 60,
    }),
    asks: field(z.enum(['eligibility', 'average']), {
      label: 'Question posée',
      fixed: true,
      options: {
        eligibility: "peut-il s'inscrire, avec quelles pièces\u00a0?",
        average: 'quelle moyenne, quel résultat\u00a0?',
      },
    }),
    question: field(z.record(z.string(), z.unknown()), {
      label: 'Sa situation',
      help: "Une réponse par ligne, comme dans l'interface ouverte\u00a0: « birthDate: 1990-05-30 »."
        .replace('« ', '«\u00a0')
        .replace(' »', '\u00a0»'),
      rows: 12,
    }),
    /** What isn't named isn't compared. */
    expect: field(
      fields({
        verdict: field(z.enum(['eligible', 'to-check', 'not-eligible']).exactOptional(), {
          label: 'Verdict',
          options: {
            eligible: 'conditions remplies',
            'to-check': 'à vérifier',
            'not-eligible': 'conditions non remplies',
          },
        }),
        /** Codes of reasons with what they must say: true, false, or null for « à vérifier ». */
        reasons: field(z.record(z.string(), z.boolean().nullable()).exactOptional(), {
          label: 'Conditions',
          help: 'Une par ligne\u00a0: vraie (true), fausse (false), à vérifier (~).',
          rows: 4,
        }),
        /** Every piece that must be in the list, in any order. */
        pieces: field(z.array(shaped('pieceCode')).exactOptional(), {
          label: 'Pièces demandées, toutes',
          help: 'Un code par ligne.',
          rows: 6,
        }),
        outcome: field(z.enum(['PASSED', 'FAILED', 'NOT_JUDGED']).exactOptional(), {
          label: 'Résultat',
          options: { PASSED: 'admis', FAILED: 'refusé', NOT_JUDGED: 'non jugé' },
        }),
        /** `12.50` */
        average: field(text.exactOptional(), { label: 'Moyenne', example: '12.50', width: 8 }),
        /** The same, over the professional units alone. */
        professionalAverage: field(text.exactOptional(), {
          label: 'Moyenne des unités professionnelles',
          help: "Où l'examen la demande.",
          example: '12.50',
          width: 8,
        }),
        /** The question itself is impossible. */
        refused: field(z.literal(true).exactOptional(), 'Question impossible'),
      }),
      'Réponse attendue',
    ),
    source: field(text.optional(), { label: 'Source', width: 60 }),
  },
  ['code', 'title', 'asks', 'question', 'source'],
);

export type RuleCase = OfExam<Frozen<z.infer<typeof RuleCase>>>;
