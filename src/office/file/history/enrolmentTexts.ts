import { RECOVERY_PROOFS } from '../../../accounts/index.ts';
import { disclosuresInWords, ENTRY_WAYS } from '../../../enrolment/index.ts';
import type { CorrectionReason } from '../../../persons/index.ts';
import { addressTexts, civilStatusTexts, typingTexts } from '../../../persons/index.ts';
import { listing, shortDay } from '../../../ui/index.ts';
import { unitsTexts } from '../unitsTexts.ts';
import type { EntryWords, Sentences } from './entry.ts';

const version = ({ number }: EntryWords): string => {
  const known = number('version');
  return known === null ? '' : `, version ${known}`;
};

/** Entries of before reserves carry nothing. */
const reserve = ({ text }: EntryWords): string =>
  ({
    again: ", sous réserve de nouveau\u00a0: la décision signée portait sur les réponses d'avant",
    pending: ', sous réserve',
    met: ', sans réserve\u00a0: les conditions sont remplies ou à vérifier',
  })[text('reserve')] ?? '';

const typedFor = ({ text }: EntryWords): string => {
  const way = ENTRY_WAYS.find((one) => one === text('typedFor'));
  return way === undefined ? '' : typingTexts.history.by(way);
};

const isReason = (code: string): code is CorrectionReason => Object.hasOwn(civilStatusTexts.reasons, code);

export const ENROLMENT_HISTORY: Sentences = {
  'draft.begun': 'Inscription commencée',
  'draft.abandoned': 'Brouillon abandonné',
  'draft.reminded': "Relance\u00a0: l'inscription n'est pas enregistrée",
  'changes.abandoned': 'Modifications abandonnées',
  'entry.opened': ({ text }) =>
    typingTexts.history.opened(ENTRY_WAYS.find((one) => one === text('way')) ?? 'counter', text('receivedOn')),
  'entry.left': typingTexts.history.left,
  'entry.proofReplaced': typingTexts.history.proofReplaced,
  'enrolment.registered': (entry) => `Inscription enregistrée${version(entry)}${reserve(entry)}${typedFor(entry)}`,
  'enrolment.modified': (entry) => `Inscription modifiée${version(entry)}${reserve(entry)}${typedFor(entry)}`,
  'reserve.lifted': (entry) => `Réserve levée${version(entry)}`,
  'enrolment.signed': (entry) =>
    entry.text('way') === 'online'
      ? `Confirmation signée en ligne\u00a0: CINSIG01 conforme${version(entry)}`
      : `Confirmation signée${version(entry)}`,
  'signature.codeSent': 'Code envoyé pour signer en ligne',
  'signature.given': (entry) =>
    `${entry.text('signer') === 'candidate' ? 'Signature en ligne du candidat' : 'Signature en ligne du représentant légal'}, ${entry.text('recognised') === 'password' ? 'par mot de passe' : 'par code'}${version(entry)}`,
  'enrolment.disclosureChanged': ({ isTrue }) =>
    `Diffusion des résultats\u00a0: ${disclosuresInWords({ online: isTrue('online'), press: isTrue('press') })}`,
  'enrolment.withdrawn': 'Inscription retirée',
  'enrolment.setAside': 'Inscription écartée, à notifier',
  'setAside.ended': ({ text }) =>
    `Décision notifiée le ${shortDay(Temporal.PlainDate.from(text('on')))}\u00a0: l'inscription écartée a pris fin`,
  'setAside.resumed': "Notification corrigée, ou recours accepté\u00a0: l'inscription reprend",
  'enrolment.validated': (entry) => `Inscription validée${version(entry)}`,
  'enrolment.unvalidated': (entry) =>
    entry.text('why') === 'taken-back'
      ? `Validation retirée\u00a0: une décision est reprise${version(entry)}`
      : `Validation retirée\u00a0: une pièce n'est plus conforme${version(entry)}`,
  'enrolment.validationRestored': (entry) => `Validation rétablie\u00a0: un refus est repris${version(entry)}`,
  'enrolment.cancelled': 'Inscription annulée',
  'enrolment.reinstated': 'Inscription rétablie',
  'cancellation.proposed': 'Annulation proposée',
  'cancellation.dropped': "Proposition d'annulation abandonnée",
  'cancellation.approved': 'Annulation approuvée, pas encore faite',
  'cancellation.undone': 'Annulation retirée avant de prendre effet',
  'person.proposed': "Même personne qu'un autre compte\u00a0: proposé, attend une seconde personne",
  'person.dropped': "Même personne qu'un autre compte\u00a0: proposition abandonnée",
  'person.same': "Même personne qu'un autre compte",
  'person.different': "Deux personnes, d'après le bureau",
  'person.undone': 'Décision sur deux comptes reprise',
  'person.ended': 'Inscription écartée\u00a0: la même personne en a une autre',
  'person.void': "Rien à écarter\u00a0: l'une des deux inscriptions avait pris fin",
  'cancellation.void':
    "Annulation sans effet\u00a0: plus rien ne manquait, un délai courait de nouveau, ou l'inscription avait déjà pris fin",
  'enrolment.restored': 'Inscription rétablie après annulation',
  'regularisation.invited': 'Candidat invité à régulariser',
  'decision.taken': 'Décision signée',
  'observation.written': 'Observations du candidat',
  'reminder.sent': 'Relance envoyée',
  'reminder.excluded': 'Dossier retiré des relances',
  'reminder.resumed': 'Dossier remis dans les relances',
  'banner.shown': ({ text }) => `Bandeau affiché sur toutes les pages\u00a0: ${text('words')}`,
  'banner.removed': 'Bandeau retiré',
  'reminderCall.ordered': ({ number }) =>
    `Message aux inscriptions inachevées après un incident\u00a0: ${number('people') ?? ''} au plus`,
  'file.read': 'Dossier consulté',
  'civilStatus.corrected': ({ text }) => {
    const reason = text('reason');
    return isReason(reason)
      ? `État civil corrigé\u00a0: ${civilStatusTexts.reasons[reason].toLowerCase()}`
      : 'État civil corrigé';
  },
  'addressRecovery.proposed': ({ text }) => {
    const proof = RECOVERY_PROOFS.find((one) => one === text('proof'));
    const seen = text('seenOn');
    const day = seen === '' ? '' : `, pièce vue le ${shortDay(Temporal.PlainDate.from(seen))}`;
    return addressTexts.history.proposed(
      proof === undefined ? '' : `\u00a0: ${addressTexts.proofs[proof].toLowerCase()}`,
      day,
    );
  },
  'addressRecovery.approved': ({ isTrue }) => addressTexts.history.approved(isTrue('waits')),
  'addressRecovery.dropped': addressTexts.history.dropped,
  'addressRecovery.objected': addressTexts.history.objected,
  'addressRecovery.done': addressTexts.history.done,
  'units.proposed': unitsTexts.history.proposed,
  'units.dropped': unitsTexts.history.dropped,
  'units.confirmed': (entry) => `${unitsTexts.history.confirmed}${version(entry)}`,
  'units.contested': unitsTexts.history.contested,
  'note.written': 'Appel ou passage noté',
  'file.handedOver': 'Dossier confié à un collègue',
  'file.claimed': ({ text }) =>
    text('from') === '' ? "Dossier pris (je m'en occupe)" : 'Dossier repris à un collègue',
  'file.released': 'Dossier laissé',
  'absence.covered': 'Absence prévue, groupes confiés',
  'absence.ended': 'Absence finie avant son dernier jour',
  'time.granted': ({ list }) => `Délai de plus donné pour\u00a0: ${listing(list('pieces'))}`,
  'window.extended': ({ text, list }) =>
    `Dates reportées après un incident\u00a0: ${text('reason')} ${list('sentences').join(' ')}`,
  'session.extended': ({ text }) => `Dates d'une session reportées après un incident\u00a0: ${text('reason')}`,
  'extension.proposed': ({ text }) => `Prolongation proposée\u00a0: ${text('reason')}`,
  'extension.dropped': 'Prolongation abandonnée',
};
