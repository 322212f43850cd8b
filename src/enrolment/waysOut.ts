import type { Exam } from '../catalogue/index.ts';
import type { AnsweredStep } from './enrolment.ts';
import type { Reason, ReasonCode } from './rules/verdict.ts';

const TRAINING = [
  "En contrat d'apprentissage ou en formation continue, votre centre vous dit comment vous présenter avec lui. C'est un CFA, ou un GRETA\u00a0: des lycées publics qui forment les adultes.",
  "En suivant un enseignement à distance (le CNED, par exemple), vous pouvez vous inscrire seul à l'examen.",
];
const PREPARED = [
  "En suivant une préparation à distance (le CNED, par exemple), vous pouvez vous inscrire avant d'être majeur\u00a0: déclarez-la si vous la suivez.",
];
const SHORTER =
  "Un CAP du métier, un autre diplôme accepté ou un bac pro du même secteur demande moins d'années de travail. Déclarez-le si vous l'avez.";
const FORGOTTEN = 'Un emploi oublié, ou une date inexacte\u00a0? Corrigez vos réponses.';
const later = (source: string): string =>
  `En forme progressive, la durée de travail doit être complète quand vous présentez votre dernière épreuve, pas avant (${source}).`;
const WORKING =
  "Un contrat d'apprentissage ou de professionnalisation prépare le diplôme en travaillant\u00a0: un CFA ou un GRETA (des lycées publics qui forment les adultes) vous renseigne.";

/**
 * What a person can do about a condition that isn't met, a sentence each; the officer, who can always be asked, apart. `freeForm`:
 * the form of passage can still be chosen.
 */
export function waysOut(
  { code, met }: Pick<Reason, 'code' | 'met'>,
  { admission }: Pick<Exam, 'admission'>,
  freeForm: boolean,
): readonly string[] {
  const source = admission.practice?.withLastUnit?.source;
  const waits = freeForm && source !== undefined ? [later(source)] : [];
  if (met !== false) return [];
  switch (code) {
    case 'category':
      return TRAINING;
    case 'experience-five-years':
      return [FORGOTTEN, SHORTER, ...waits, WORKING];
    case 'experience-two-years':
    case 'experience-bac-pro':
      return [FORGOTTEN, ...waits, WORKING];
    case 'experience-own-decree':
      return [FORGOTTEN];
    case 'speciality':
      return ['Choisissez une autre spécialité, ou demandez au gestionnaire ce qui la remplace.'];
    case 'former-form':
      return ['Choisissez la forme de passage écrite sur votre relevé de notes.'];
    case 'majority':
      return PREPARED;
    case 'residence':
      return ["Inscrivez-vous auprès de l'académie où vous habitez."];
    case 'training':
    case 'work-placement':
    case 'credits':
    case 'national-service':
      return [];
  }
}

/** Where what a condition is judged on was answered. */
export const STEP_OF: Readonly<Record<ReasonCode, AnsweredStep>> = {
  speciality: 'qualification',
  category: 'informations',
  'former-form': 'qualification',
  training: 'informations',
  'experience-five-years': 'informations',
  'experience-two-years': 'informations',
  'experience-bac-pro': 'informations',
  'experience-own-decree': 'informations',
  majority: 'informations',
  'work-placement': 'qualification',
  residence: 'identification',
  credits: 'acquis',
  'national-service': 'identification',
};
