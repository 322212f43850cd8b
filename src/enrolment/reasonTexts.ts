import { notChoosableInWords } from '../catalogue/index.ts';
import { dayInWords, listing, plural } from '../ui/index.ts';
import type { CreditDoubt, DoubtWhy } from './rules/creditDoubts.ts';
import type { Experience, Reason } from './rules/verdict.ts';

/** « Remplie », « Non remplie », « À vérifier »; what only a piece can show is « Sur pièce ». */
export function metInWords({ met, detail }: Pick<Reason, 'met' | 'detail'>): string {
  if (detail === 'by-piece' || detail === 'by-decision') return 'Sur pièce';
  return met === null ? 'À vérifier' : met ? 'Remplie' : 'Non remplie';
}

/** One sentence a reason: what is asked, what was understood of the answers. */
export function reasonInWords(reason: Reason, experience: Experience): string {
  const { code, met, detail } = reason;
  switch (code) {
    case 'speciality':
      if (detail === 'to-complete')
        return "La liste des épreuves de cette spécialité n'est pas encore complète ici\u00a0: le rectorat complétera votre dossier.";
      return reason.notChoosable === undefined
        ? 'Choisissez une spécialité\u00a0: son règlement peut fixer ses propres conditions.'
        : notChoosableInWords(reason.notChoosable);
    case 'category':
      return categoryInWords(met, detail);
    case 'former-form':
      if (met === null)
        return "Vous aviez passé l'examen en forme globale. Si ce n'était pas un choix (en apprentissage ou à l'école, par exemple), vous pouvez choisir la forme progressive\u00a0: le rectorat vérifiera.";
      return met === true
        ? 'Vous gardez la forme de passage de votre session précédente.'
        : 'La forme de passage est celle de votre session précédente\u00a0: elle ne peut pas être changée. Choisissez la même.';
    case 'majority':
      return majorityInWords(reason);
    case 'training':
      return trainingInWords(reason);
    case 'work-placement':
      return `L'arrêté de la spécialité parle de ${plural(reason.weeks ?? 0, 'semaine', 'semaines')} en milieu professionnel. Un gestionnaire regardera votre situation\u00a0; cela ne suffit pas à refuser votre inscription.`;
    case 'residence':
      if (met === null) return "Il faut habiter un département de l'académie\u00a0: le rectorat vérifiera.";
      return met
        ? "Vous habitez dans l'académie."
        : "Vous n'habitez pas dans l'académie\u00a0: inscrivez-vous auprès de l'académie où vous habitez.";
    case 'national-service':
      return detail === 'by-piece'
        ? "Service national\u00a0: à justifier par un certificat, jusqu'à la veille de vos 25 ans."
        : 'Service national\u00a0: rien à justifier.';
    case 'credits':
      return creditsInWords(reason.doubts ?? []);
    case 'experience-own-decree':
      return `${pharmacyInWords(reason)} ${practiceInWords(reason, experience)}`;
    default:
      return practiceInWords(reason, experience);
  }
}

const doubts: Readonly<Record<DoubtWhy, string>> = {
  'no-table': "note d'un ancien règlement, dont le tableau de correspondance n'est pas connu",
  'table-to-choose': "note d'un ancien règlement, selon l'option présentée alors",
  merged: "note tirée de plusieurs unités d'un ancien règlement, selon leurs anciens coefficients",
  'no-origin': "note d'un ancien règlement, où aucune unité ne correspond",
  'carried-in-globale': 'note au-dessous de 10 conservée en forme globale, à confirmer par le rectorat',
  unsaid: "note dont la valeur ou la date d'obtention n'est pas dite",
  'exam-day': "note dont la validité finit avant la date probable de l'examen, qui n'est pas encore fixée",
  'judged-ground': 'dispense dont aucun texte ne décide',
};

/** « Acquis : le rectorat jugera. U10 et U20 : note d'un ancien règlement… » */
function creditsInWords(list: readonly CreditDoubt[]): string {
  return ['Acquis\u00a0: le rectorat jugera.', ...doubtsInWords(list)].join(' ');
}

/** One sentence a kind of doubt, for whoever reads it: « U10 et U20 : note d'un ancien règlement… » */
export function doubtsInWords(list: readonly CreditDoubt[]): readonly string[] {
  return [...new Set(list.map(({ why }) => why))].map((why) => {
    const units = list
      .filter((doubt) => doubt.why === why)
      .map(({ slot }) =>
        listing(
          slot.units.map(({ code, title }) => code ?? title),
          'ou',
        ),
      );
    return `${listing(units)}\u00a0: ${doubts[why]}.`;
  });
}

function categoryInWords(met: Reason['met'], detail: Reason['detail']): string {
  if (met === true) return "Votre type de candidature permet de s'inscrire seul.";
  if (detail === 'to-judge')
    return "Vous n'avez pas passé toutes les épreuves à votre session précédente\u00a0: le rectorat vérifiera.";
  if (met === null)
    return 'Le rectorat vérifiera que vous avez déjà passé toutes les épreuves après deux années en centre, ou que vous suivez un enseignement à distance.';
  return "Pour s'inscrire seul, il faut avoir passé toutes les épreuves après deux années en centre, ou suivre un enseignement à distance.";
}

function majorityInWords({ met, detail }: Reason): string {
  if (detail === 'by-piece') return 'Vous suivez une préparation à distance\u00a0: son certificat le dira.';
  if (met === true) return "Vous êtes majeur l'année de l'examen.";
  return met === null
    ? "Il faut être majeur l'année de l'examen, ou suivre une préparation\u00a0: le rectorat vérifiera."
    : "Vous ne serez pas majeur l'année de l'examen\u00a0: il faut alors suivre une préparation.";
}

function trainingInWords({ detail }: Reason): string {
  if (detail === 'to-judge')
    return "Vous déclarez moins d'heures de formation que n'en indique le texte de la spécialité. Cela ne suffit pas à refuser votre inscription\u00a0: le rectorat vérifiera.";
  if (detail === 'by-decision') return 'Formation réduite par une décision de positionnement, que vous déposerez.';
  if (detail === 'by-piece') return "Votre attestation sera lue. Aucun nombre d'heures ne vous sera opposé.";
  return 'Votre formation est suffisante.';
}

function pharmacyInWords({ detail }: Reason): string {
  return detail === 'no-listed-diploma'
    ? "Préparateur en pharmacie\u00a0: l'accès est réservé aux titulaires de diplômes d'une liste."
    : "Préparateur en pharmacie\u00a0: deux années d'exercice en pharmacie et 800 heures de formation dans les quatre ans, vérifiées par le rectorat.";
}

const months = (count: number): string => plural(count, 'mois', 'mois');
const declared = (count: number): string => plural(count, 'mois déclaré', 'mois déclarés');

function practiceInWords({ met, detail }: Reason, experience: Experience): string {
  const { months: now, monthsAtExam, requiredMonths, reachedOn } = experience;
  const inYears = requiredMonths % 12 === 0 && requiredMonths > 12;
  const asked = inYears ? plural(requiredMonths / 12, 'année', 'années') : months(requiredMonths);
  const demanded = `${asked} ${inYears ? 'demandées' : 'demandés'}`;
  const intro = 'Activité professionnelle\u00a0:';
  if (met === true) return `${intro} ${declared(detail === 'at-exam' ? monthsAtExam : now)}, ${demanded}.`;
  const reached =
    reachedOn === null || now >= requiredMonths
      ? ''
      : ` Si vos emplois continuent comme vous l'avez dit, la durée sera atteinte le ${dayInWords(reachedOn)}.`;
  switch (detail) {
    case 'at-exam':
      return `${intro} ${months(now)} aujourd'hui, ${months(monthsAtExam)} à l'examen si vous continuez, ${demanded}. Le rectorat vérifiera.${reached}`;
    case 'exam-day':
      return `${intro} ${months(now)} aujourd'hui, ${months(monthsAtExam)} à la date probable de l'examen, ${demanded}. Cette date n'est pas encore fixée\u00a0: le rectorat vérifiera.${reached}`;
    case 'later-allowed':
      return `${intro} ${months(now)} sur ${asked}. Elle doit être complète quand vous présenterez votre dernière épreuve.${reached}`;
    case 'to-judge':
      return `${intro} ${declared(now)}, ${demanded} en règle générale. Le rectorat jugera.${reached}`;
    case 'unknown':
      return `${intro} ${declared(now)}. Sans diplôme, ${demanded}\u00a0; deux années avec un diplôme de la liste de la spécialité, six mois au moins avec un bac pro du même secteur.${reached}`;
    default:
      return `${intro} ${declared(now)}, ${demanded}.${reached}`;
  }
}
