import { RECOVERY_PROOFS } from '../../accounts/index.ts';
import { disclosuresInWords, ENTRY_WAYS } from '../../enrolment/index.ts';
import { PAPERS } from '../../papers/index.ts';
import { GIVEN_BY } from '../../pieces/index.ts';
import { instantInWords, listing, markInWords, plural, shortDay } from '../../ui/index.ts';
import type { CorrectionReason } from '../actions/correctCivilStatus.ts';
import { texts } from '../texts.ts';
import { typingTexts } from '../typing/typingTexts.ts';
import { addressTexts } from './addressTexts.ts';
import { onBehalfTexts } from './onBehalfTexts.ts';
import { unitsTexts } from './unitsTexts.ts';

/** What an entry of the journal carries, by name; '' for what it doesn't. */
export type EntryWords = {
  readonly text: (key: string) => string;
  readonly list: (key: string) => readonly string[];
  readonly number: (key: string) => number | null;
  readonly isTrue: (key: string) => boolean;
  /** The label of the piece whose code it carries. */
  readonly piece: string;
};

const say = texts.file;

type Sentence = string | ((entry: EntryWords) => string);

const version = ({ number }: EntryWords): string => {
  const known = number('version');
  return known === null ? '' : `, version ${known}`;
};
/** Entries of before reserves carry nothing. */
const reserve = ({ text }: EntryWords): string =>
  ({ pending: ', sous réserve', met: ', sans réserve\u00a0: les conditions sont remplies ou à vérifier' })[
    text('reserve')
  ] ?? '';
const typedFor = ({ text }: EntryWords): string => {
  const way = ENTRY_WAYS.find((one) => one === text('typedFor'));
  return way === undefined ? '' : typingTexts.history.by(way);
};
const day = (before: string, text: string): string =>
  text === '' ? '' : `${before} ${shortDay(Temporal.PlainDate.from(text))}`;
const isReason = (code: string): code is CorrectionReason => Object.hasOwn(texts.civilStatus.reasons, code);

const specialities = (count: number): string => plural(count, 'spécialité', 'spécialités');
const copies = (count: number | null): string => plural(count ?? 0, 'copie', 'copies');
const round = (name: string): string => (name === 'second' ? ', seconde saisie' : ', première saisie');

/** Every name of the journal, as a sentence for the office. A name that isn't here is shown as it is. */
export const HISTORY: Readonly<Record<string, Sentence>> = {
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
  'enrolment.setAside': 'Inscription écartée',
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
  'person.same': "Même personne qu'un autre compte",
  'person.different': "Deux personnes, d'après le bureau",
  'person.undone': 'Décision sur deux comptes reprise',
  'person.ended': 'Inscription écartée\u00a0: la même personne en a une autre',
  'person.void': "Rien à écarter\u00a0: l'une des deux inscriptions avait pris fin",
  'cancellation.void': "Annulation sans effet\u00a0: plus rien ne manquait, ou l'inscription avait déjà pris fin",
  'enrolment.restored': 'Inscription rétablie après annulation',
  'regularisation.invited': 'Candidat invité à régulariser',
  'observation.written': 'Observations du candidat',
  'reminder.sent': 'Relance envoyée',
  'reminder.excluded': 'Dossier retiré des relances',
  'reminder.resumed': 'Dossier remis dans les relances',
  'summons.issued': 'Convocation envoyée',
  'summons.changed': 'Convocation modifiée, envoyée de nouveau',
  'summons.void': 'Convocation annulée',
  'summons.sentAgain': 'Mail de la convocation renvoyé',
  'piece.deposited': ({ piece, text, isTrue }) => {
    if (isTrue('confidential')) return say.confidential.history.deposited;
    const by = GIVEN_BY.find((one) => one === text('givenBy'));
    const road = text('road') === 'phone' ? ' depuis un téléphone, par le code de son ordinateur' : '';
    return by === undefined
      ? `Fichier déposé${road}\u00a0: ${piece} (reçu ${text('receipt')})`
      : onBehalfTexts.history(piece, by, text('givenOn'), text('receipt'));
  },
  'piece.turnedAway': ({ piece, text, isTrue }) => {
    const begunAt = text('begunAt');
    const when = begunAt === '' ? '?' : instantInWords(Temporal.Instant.from(begunAt));
    return isTrue('confidential')
      ? say.confidential.history.turnedAway(when)
      : `Fichier arrivé le ${when}, que le service n'a pas pu enregistrer\u00a0: ${piece}`;
  },
  'piece.removed': ({ piece, isTrue }) =>
    isTrue('confidential') ? say.confidential.history.removed : `Fichier supprimé\u00a0: ${piece}`,
  'piece.fileInfected': ({ piece, text, isTrue }) =>
    isTrue('confidential')
      ? say.confidential.history.infected
      : `Fichier infecté trouvé par l'antivirus\u00a0: ${piece} (reçu ${text('receipt')})`,
  'piece.fileErased': ({ piece, text, isTrue }) =>
    isTrue('confidential')
      ? say.confidential.history.erased
      : `Fichier détruit à la fin de sa durée de conservation\u00a0: ${piece} (reçu ${text('receipt')})`,
  'pieces.handedOver': ({ list, isTrue }) => {
    const pieces = [...list('pieces'), ...(isTrue('confidential') ? [say.confidential.one] : [])];
    return `Pièces remises au gestionnaire\u00a0: ${listing(pieces)}`;
  },
  'piece.reviewed': ({ piece, text, isTrue }) =>
    isTrue('confidential')
      ? say.confidential.history.reviewed
      : `${decisionInWords(text('decision'))}\u00a0: ${piece}${day(', postée le', text('postedOn'))}${day(', renvoyée le', text('returnedOn'))}`,
  'piece.reviewTakenBack': ({ piece, text, isTrue }) =>
    isTrue('confidential')
      ? say.confidential.history.takenBack
      : `Décision reprise aussitôt (${decisionInWords(text('decision')).toLowerCase()})\u00a0: ${piece}`,
  'pieces.excused': ({ list }) => `Dispensé\u00a0: ${listing(list('pieces'))}`,
  'pieces.dueAgain': ({ list }) => `De nouveau à donner\u00a0: ${listing(list('pieces'))}`,
  'document.viewed': ({ piece, isTrue }) =>
    isTrue('confidential')
      ? say.confidential.history.viewed
      : isTrue('ahead')
        ? `Document envoyé d'avance au poste du gestionnaire\u00a0: ${piece}`
        : `Document consulté\u00a0: ${piece}`,
  'file.read': 'Dossier consulté',
  'paper.read': 'Document émis, ouvert par un gestionnaire',
  'civilStatus.corrected': ({ text }) => {
    const reason = text('reason');
    return isReason(reason)
      ? `État civil corrigé\u00a0: ${texts.civilStatus.reasons[reason].toLowerCase()}`
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
  'paper.issued': ({ text }) => `Document émis${paper(text('kind'))}`,
  'paper.opened': ({ text }) => `Document ouvert par le candidat${paper(text('kind'))}`,
  'letter.exported': ({ text }) => `Liste ou étiquettes prises\u00a0: ${text('what')}`,
  'letter.posted': ({ text }) => `Lettre recommandée partie, ${text('reference')}, numéro ${text('tracking')}`,
  'letter.received': ({ text }) => `Lettre recommandée remise, ${text('reference')}, numéro ${text('tracking')}`,
  'letter.returned': ({ text }) =>
    text('outcome') === 'unclaimed'
      ? `Lettre recommandée revenue, avisée et non réclamée, ${text('reference')}, numéro ${text('tracking')}`
      : `Lettre recommandée revenue, destinataire inconnu, ${text('reference')}, numéro ${text('tracking')}`,
  'letter.corrected': ({ text }) =>
    `Saisie reprise sur une lettre recommandée, ${text('reference')}, numéro ${text('tracking')}`,
  'note.written': 'Appel ou passage noté',
  'file.handedOver': 'Dossier confié à un collègue',
  'file.claimed': ({ text }) =>
    text('from') === '' ? "Dossier pris (je m'en occupe)" : 'Dossier repris à un collègue',
  'file.released': 'Dossier laissé',
  'absence.covered': 'Absence prévue, groupes confiés',
  'absence.ended': 'Absence finie avant son dernier jour',
  'message.sent': ({ text, piece }) => {
    const about = text('code') === '' ? '' : ` (${piece})`;
    return text('author') === 'office'
      ? `Message écrit au candidat${text('lot') === '' ? '' : ', parmi une liste'}${about}`
      : `Message du candidat${about}`;
  },
  'message.read': ({ text }) =>
    text('author') === 'office' ? 'Message du bureau lu par le candidat' : 'Messages du candidat lus',
  'message.settled': 'Messages du candidat classés sans réponse à faire',
  'messageTemplate.saved': 'Modèle de réponse enregistré',
  'messageTemplate.retired': 'Modèle de réponse retiré',
  'messageLot.ordered': ({ number }) => `Message écrit à une liste de candidats\u00a0: ${number('recipients') ?? ''}`,
  'publication.drafted': ({ number }) =>
    `Document du bureau préparé, dossiers visés\u00a0: ${number('recipients') ?? ''}`,
  'publication.ordered': ({ number }) =>
    `Document du bureau publié, dossiers visés\u00a0: ${number('recipients') ?? ''}`,
  'publication.withdrawn': ({ number }) =>
    `Document du bureau retiré, candidats qui l'avaient\u00a0: ${number('given') ?? ''}`,
  'publication.given': 'Document du bureau mis à disposition du candidat',
  'publication.opened': 'Document du bureau ouvert par le candidat',
  'publication.recalled': "Retrait d'un document du bureau dit au candidat",
  'files.exported': ({ text }) => `Liste des inscriptions exportée\u00a0: ${text('what')}`,
  'papers.ordered': ({ text, number }) =>
    `Documents édités en nombre${paper(text('kind'))}\u00a0: ${number('total') ?? ''}, ${text('what')}`,
  'papers.stopped': ({ text }) => `Édition en nombre arrêtée${paper(text('kind'))}\u00a0: ${text('what')}`,
  'papers.exported': ({ text, number }) =>
    `Documents téléchargés en une archive${paper(text('kind'))}\u00a0: ${number('total') ?? ''}, ${text('what')}`,
  'pieces.exported': 'Fichiers des pièces téléchargés en une archive',
  // Of before; written since where the office doesn't read.
  'accommodations.read': 'Liste consultée par un autre service',
  'rules.peopleRead': ({ number }) =>
    `Noms lus des candidats qu'un brouillon de règles toucherait\u00a0: ${number('enrolments') ?? ''}`,
  'time.granted': ({ list }) => `Délai de plus donné pour\u00a0: ${listing(list('pieces'))}`,
  'window.extended': ({ text, list }) =>
    `Dates reportées après un incident\u00a0: ${text('reason')} ${list('sentences').join(' ')}`,
  'session.extended': ({ text }) => `Dates d'une session reportées après un incident\u00a0: ${text('reason')}`,
  'extension.proposed': ({ text }) => `Prolongation proposée\u00a0: ${text('reason')}`,
  'extension.dropped': 'Prolongation abandonnée',
  'rulepack.published': 'Règles publiées',
  'rules.started': ({ text }) => `Brouillon de règles commencé\u00a0: ${text('title')}`,
  'rules.saved': ({ text }) => `Brouillon de règles enregistré\u00a0: ${text('what')}`,
  'rules.submitted': 'Brouillon de règles soumis à la relecture',
  'rules.sentBack': 'Brouillon de règles remis en préparation',
  'rules.abandoned': 'Brouillon de règles abandonné',
  'rules.published': ({ number }) => `Brouillon de règles publié (publication ${number('publication') ?? ''})`,
  'rules.changed': ({ list }) => `Règles changées\u00a0: ${list('sentences').join(' ')}`,
  'sitting.published': 'Convocations publiées',
  'account.created': 'Compte créé',
  'account.accessLetterAsked': "Lettre d'accès demandée",
  'account.accessLetterDropped': "Lettre d'accès abandonnée",
  'account.accessLetter': "Lettre d'accès imprimée",
  'account.takeOverAsked': "Code d'une lettre saisi, lien envoyé",
  'account.takenOver': "Compte pris en main avec le code d'une lettre",
  'account.openedOnPaper': "Compte ouvert par le bureau, d'après un papier",
  'account.signUpRepeated': 'Création de compte redemandée avec cette adresse',
  'account.activationSentAgain': "Mail d'activation renvoyé",
  'account.laterFormChosen': 'Dernier formulaire de création retenu',
  'account.activated': 'Compte activé',
  'account.signedIn': 'Connexion',
  'account.signInFailed': 'Connexion refusée',
  'account.signInCodeSent': "Code de connexion envoyé, après beaucoup d'essais",
  'account.signedOut': 'Déconnexion',
  'account.civilStatusChanged': 'État civil changé',
  'account.addressChangeRequested': "Changement d'adresse mail demandé",
  'account.addressClaimed': 'Adresse mail demandée par un autre compte',
  'account.addressChanged': 'Adresse mail changée',
  'account.passwordChanged': 'Mot de passe changé',
  'account.sessionsEnded': 'Compte fermé dans un autre navigateur',
  'account.noticeAccepted': 'Accord donné aux notifications en ligne',
  'account.noticeWithdrawn': 'Accord retiré aux notifications en ligne',
  'account.secondFactorSet': 'Double authentification mise en place',
  'account.secondFactorRemoved': 'Double authentification retirée',
  'account.secondFactorFailed': 'Double authentification refusée',
  'account.recoveryCodesRenewed': 'Codes de secours renouvelés',
  'account.recoveryCodeUsed': 'Code de secours utilisé',
  'account.passwordResetRequested': 'Nouveau mot de passe demandé',
  'account.passwordReset': 'Nouveau mot de passe choisi',
  'staff.created': ({ text }) => `Personnel ajouté\u00a0: ${text('name')}`,
  'marks.opened': ({ number }) => `Lot de notes ouvert\u00a0: ${copies(number('scripts'))}`,
  'marks.listed': 'Liste du lot de notes mise à jour',
  'marks.added': ({ text }) => `Candidat ajouté au lot de notes\u00a0: ${text('reason')}`,
  'marks.named': 'Lot de notes attribué',
  'marks.entered': ({ text, number }) => `Notes saisies${round(text('round'))}\u00a0: ${copies(number('lines'))}`,
  'marks.imported': ({ text, number }) =>
    `Notes saisies par fichier${round(text('round'))}\u00a0: ${copies(number('lines'))}`,
  'marks.done': ({ text }) => `Saisie des notes terminée${round(text('round'))}`,
  'marks.reopened': ({ text }) => `Saisie des notes rouverte${round(text('round'))}\u00a0: ${text('reason')}`,
  'marks.decided': ({ list, text }) =>
    `Écarts de notes tranchés\u00a0: ${listing(list('numbers'))} (${text('reason')})`,
  'marks.locked': ({ number }) => `Lot de notes verrouillé\u00a0: ${copies(number('scripts'))}`,
  'marks.unlocked': ({ text }) => `Lot de notes déverrouillé\u00a0: ${text('reason')}`,
  'marks.corrected': ({ text }) =>
    `Note corrigée, copie ${text('number')}\u00a0: ${text('before')} devient ${text('after')} (${text('reason')})`,
  'marks.lifted': ({ text }) => `Anonymat levé\u00a0: ${text('reason')}`,
  'jury.opened': ({ list }) => `Jury ajouté\u00a0: ${specialities(list('specialities').length)}`,
  'jury.changed': ({ list }) => `Jury modifié\u00a0: ${specialities(list('specialities').length)}`,
  'jury.seated': ({ text }) => `Membre ajouté au jury\u00a0: ${text('name')}`,
  'jury.left': ({ text }) => `Membre retiré du jury\u00a0: ${text('name')}`,
  'jury.met': ({ number, isTrue }) =>
    `Présences au jury\u00a0: ${plural(number('present') ?? 0, 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}${isTrue('quorum') ? ', en nombre pour délibérer' : ''}`,
  'jury.pointed': ({ text, number }) => {
    const [before, after] = [number('before'), number('after')];
    const what = `${text('number')}, ${text('unit')}`;
    return after === null
      ? `Points du jury retirés, ${what} (${text('reason')})`
      : `Points du jury, ${what}\u00a0: ${markInWords(before ?? 0)} devient ${markInWords(after)} (${text('reason')})`;
  },
  'jury.proposed': 'Clôture du procès-verbal demandée',
  'jury.reopened': ({ text }) => `Jury rendu à la délibération\u00a0: ${text('reason')}`,
  'jury.closed': ({ text, number }) =>
    `Procès-verbal clos, ${text('record')}\u00a0: ${number('admitted') ?? 0} admis, ${plural(number('refused') ?? 0, 'refusé', 'refusés')}, ${plural(number('notJudged') ?? 0, 'non jugé', 'non jugés')}`,
  'jury.additionProposed': ({ text }) => `Additif proposé pour ${text('number')}\u00a0: ${text('reason')}`,
  'jury.additionDropped': ({ text }) => `Additif retiré pour ${text('number')}\u00a0: ${text('reason')}`,
  'jury.added': ({ text }) => `Additif au procès-verbal pour ${text('number')}\u00a0: ${text('reason')}`,
  'attendance.told': ({ number }) =>
    `Pointage du centre\u00a0: ${plural((number('present') ?? 0) + (number('late') ?? 0), 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}`,
  'attendance.corrected': ({ text }) => `Pointage corrigé, unité ${text('unit')} (${text('reason')})`,
  'attendance.keeperNamed': "Centre d'examen confié à une personne qui pointe",
  'attendance.keeperRemoved': "Centre d'examen retiré à une personne qui pointait",
  'replacement.decided': ({ text }) =>
    text('outcome') === 'granted'
      ? `Absence justifiée\u00a0: le candidat repasse l'unité ${text('unit')}`
      : `Le candidat ne repasse pas l'unité ${text('unit')}`,
  'former.imported': ({ number }) =>
    `Résultats antérieurs enregistrés\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}, ${plural(number('persons') ?? 0, 'candidat', 'candidats')}`,
  'former.takenBack': ({ text }) => `Fichier de résultats antérieurs retiré (${text('words')})`,
  'former.asked': ({ isTrue }) =>
    `Le candidat demande la reprise de ses notes d'avant${isTrue('withNumber') ? ', avec un numéro' : ''}`,
  'former.confirmed': ({ number }) =>
    `Résultats antérieurs reconnus comme les siens\u00a0: ${plural(number('marks') ?? 0, 'note reprise', 'notes reprises')}`,
  'former.refused': "Réponse\u00a0: aucune note d'avant ne peut être reprise",
  'former.undone': "Résultats antérieurs retirés\u00a0: ce n'étaient pas les siens",
  'former.changed': "Un fichier a changé des notes d'avant qui sont les siennes",
  'former.erased': ({ number }) =>
    `Résultats antérieurs effacés, trop anciens\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}`,
  'former.read': 'Résultats antérieurs consultés',
  'exam.replacement': ({ text, isTrue }) =>
    isTrue('admitted')
      ? `À placer pour l'épreuve de remplacement de ${text('unit')}`
      : `Plus à placer pour l'épreuve de remplacement de ${text('unit')}`,
  'results.exported': ({ number }) =>
    `Résultats exportés pour les systèmes nationaux\u00a0: ${plural(number('candidates') ?? 0, 'candidat', 'candidats')}`,
  'results.prepared': ({ number }) =>
    `Publication n°\u00a0${number('number')} préparée\u00a0: ${plural(number('results') ?? 0, 'résultat', 'résultats')}`,
  'results.proposed': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} proposée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
  'results.approved': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} approuvée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
  'results.cancelled': ({ number }) => `Publication n°\u00a0${number('number')} abandonnée`,
  'results.suspended': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} suspendue\u00a0: ${text('words')}`,
  'results.resumed': ({ number }) => `Publication n°\u00a0${number('number')} reprise`,
  'resultCase.opened': 'Demande du candidat sur son résultat',
  'resultCase.answered': 'Réponse donnée à une demande sur le résultat',
  'results.published': ({ number }) => `Résultat donné au candidat (publication n°\u00a0${number('number')})`,
  'lists.mended': 'Listes du bureau recomptées et corrigées',
  'staff.invited': 'Invitation envoyée',
  'staff.changed': 'Fonction ou groupes changés',
  'staff.disabled': 'Accès fermé',
  'staff.enabled': 'Accès rouvert',
};

/** `compliant` gives « Conforme ». */
export function decisionInWords(decision: string): string {
  const { decisions } = texts.review;
  return decision === 'received' || decision === 'compliant' || decision === 'non-compliant'
    ? decisions[decision]
    : decision;
}

function paper(kind: string): string {
  const known = Object.entries(PAPERS).find(([name]) => name === kind)?.[1];
  return known === undefined ? '' : `\u00a0: ${known.title.toLowerCase()}`;
}
