import type { AnsweredStep, StepAnswers } from '../enrolment/enrolment.ts';

/** A former candidate of Coiffure who lives in Cantal, in the globale form. */
export const COIFFURE: Readonly<Record<AnsweredStep, StepAnswers>> = {
  identification: {
    postcode: '15000',
    city: 'Aurillac',
    address: '12 rue des Volcans',
    phone: '0612345678',
    frenchNational: 'oui',
    category: '5',
  },
  informations: {
    category: 'previous-candidate',
    formerYear: '2022',
    formerForm: 'GLOBAL',
    formerCentre: 'CFA des métiers, Aurillac',
    satAllTests: 'oui',
    twoYearsInCentre: 'oui',
    diploma: 'level-3-listed',
    diplomaTitle: 'CAP Métiers de la coiffure',
    employer1: 'Salon des Volcans',
    job1: 'Coiffeuse',
    from1: '01/09/2018',
    handicap: 'non',
  },
  qualification: { speciality: '45033608', form: 'GLOBAL', formFinal: 'oui' },
  acquis: {
    'choice-U10': 'keep',
    'mark-U10': '12,5',
    'date-U10': '05/07/2022',
    'choice-U20': 'sit',
    'choice-E3-option': 'sit',
    'choice-U41': 'sit',
    'choice-U42': 'sit',
    'choice-U51': 'sit',
    'choice-U52': 'sit',
    'choice-U60': 'sit',
  },
  epreuves: { 'option-E3-option': 'U30A', optionalLanguage: 'italien' },
};
