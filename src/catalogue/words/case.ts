import type * as z from 'zod';
import type { RuleCase } from '../schema/case.ts';
import type { EntryWords } from './words.ts';

export const caseWords: EntryWords<z.infer<typeof RuleCase>> = {
  article: 'un',
  counted: ['cas type', 'cas types'],
  parts: [
    { legend: 'Le candidat type', from: 'code' },
    { legend: 'Ce que les règles doivent répondre', help: "Ce qui reste vide n'est pas comparé.", from: 'expect' },
  ],
  fields: {
    code: { label: 'Code du cas', help: 'Lettres sans accent, chiffres et tirets.', width: 40, fixed: true },
    title: { label: 'Qui est-ce\u00a0?', example: 'à distance, Coiffure, sans diplôme, huit ans de métier', width: 60 },
    asks: {
      label: 'Question posée',
      fixed: true,
      options: {
        eligibility: "peut-il s'inscrire, avec quelles pièces\u00a0?",
        average: 'quelle moyenne, quel résultat\u00a0?',
      },
    },
    question: {
      label: 'Sa situation',
      help: "Une réponse par ligne, comme dans l'interface ouverte\u00a0: « birthDate: 1990-05-30 »."
        .replace('« ', '«\u00a0')
        .replace(' »', '\u00a0»'),
      rows: 12,
    },
    source: { label: 'Source', width: 60 },
    expect: {
      label: 'Réponse attendue',
      fields: {
        verdict: {
          label: 'Verdict',
          options: {
            eligible: 'conditions remplies',
            'to-check': 'à vérifier',
            'not-eligible': 'conditions non remplies',
          },
        },
        reasons: {
          label: 'Conditions',
          help: 'Une par ligne\u00a0: vraie (true), fausse (false), à vérifier (~).',
          rows: 4,
        },
        pieces: { label: 'Pièces demandées, toutes', help: 'Un code par ligne.', rows: 6 },
        outcome: { label: 'Résultat', options: { PASSED: 'admis', FAILED: 'refusé', NOT_JUDGED: 'non jugé' } },
        average: { label: 'Moyenne', example: '12.50', width: 8 },
        professionalAverage: {
          label: 'Moyenne des unités professionnelles',
          help: "Où l'examen la demande.",
          example: '12.50',
          width: 8,
        },
        refused: 'Question impossible',
      },
    },
  },
};
