import type * as z from 'zod';
import type { Exam } from '../schema/exam.ts';
import { source, sourced } from './sourced.ts';
import type { EntryWords } from './words.ts';

const FORMS = { GLOBAL: 'globale', PROGRESSIVE: 'progressive' };
const CATEGORIES = {
  'previous-candidate': 'ancien candidat',
  'distance-learner': 'enseignement à distance',
  other: 'autre',
};
const months = { label: 'Mois', width: 4 };
const delay = {
  count: { label: 'Nombre', width: 4 },
  unit: { label: 'Unité', options: { days: 'jours', months: 'mois', years: 'ans' } },
} as const;
const passMark = { from: { label: 'À partir de (points sur 20)', width: 4 }, ...sourced };
const hours = { label: 'Heures de formation', width: 6 };
const sentences = (label: string, help: string) => ({
  label,
  help,
  article: 'une' as const,
  one: 'Phrase',
  fields: { words: { label: 'La phrase', rows: 2 }, ...sourced },
});
const law = (label: string) => ({
  label,
  fields: {
    article: { label: 'Article', example: "code de l'éducation, article D337-121", width: 60 },
    words: { label: 'Ce que dit cet article', rows: 2 },
    asOf: { label: 'Un jour où cette version est en vigueur', help: 'Vide\u00a0: inconnu.', width: 12 },
  },
});
const oneEnrolment = law('Une inscription par session');
const asked = (label: string) => ({
  label,
  fields: { source: { label: 'Source (vide\u00a0: non demandé)', width: 60 } },
});

export const examWords: EntryWords<z.infer<typeof Exam>> = {
  article: 'un',
  counted: ['examen', 'examens'],
  parts: [
    { legend: "L'examen", from: 'code' },
    {
      legend: 'Lois citées',
      help: "Ce que citent les mails et les décisions. Ce qui est vide cite l'ensemble des articles de l'examen.",
      from: 'laws',
    },
    { legend: 'Ce que le candidat se dit être', from: 'categories' },
    {
      legend: "Conditions d'inscription",
      help: "Ce qui est vide n'est pas demandé. Le règlement d'une spécialité peut fixer d'autres durées.",
      from: 'admission',
    },
    { legend: 'Notes et dispenses gardées', from: 'credits' },
    { legend: 'Résultats', from: 'results' },
    {
      legend: "Aménagements d'épreuves",
      help: 'Ce qui peut être demandé et ce qui est à donner. Une personne décide de chaque mesure.',
      from: 'accommodations',
    },
    {
      legend: 'Convocations',
      help: "Ce que chaque convocation dit, outre l'heure et le lieu. Le candidat lit les phrases, pas leurs sources.",
      from: 'summons',
    },
    {
      legend: 'Épreuves et pointage',
      help: 'Le temps entre deux épreuves, et quand les centres disent qui est venu.',
      from: 'sittings',
    },
    { legend: 'Catégories socio-professionnelles', from: 'socioProfessionalCategories' },
  ],
  fields: {
    code: { label: "Code de l'examen", fixed: true },
    name: { label: 'Nom', width: 40 },
    noun: { label: 'Nom dans une phrase, sans majuscule', width: 40 },
    gender: { label: 'Genre', options: { masculine: 'masculin', feminine: 'féminin' } },
    short: { label: 'Sigle', width: 8 },
    law: { label: 'Ses articles', example: "articles D337-1 à D337-25-1 du code de l'éducation", width: 60 },
    regulationsAt: {
      label: "Règlements d'examen en ligne",
      fields: { label: { label: 'Nom du lien', width: 40 }, url: { label: 'Adresse', width: 60 } },
    },
    level: { label: 'Niveau', width: 4 },
    cfdPrefix: { label: 'Premiers chiffres de ses codes nationaux', width: 4, fixed: true },
    numberPrefix: { label: "Début de ses numéros d'inscription", width: 8 },
    steps: {
      label: "Étapes de l'inscription",
      options: {
        identification: 'identification',
        informations: 'informations',
        qualification: 'qualification',
        acquis: 'acquis',
        epreuves: 'épreuves',
      },
    },
    forms: { label: 'Formes de passage', options: FORMS },
    laws: {
      label: 'Lois citées',
      counted: ['loi citée', 'lois citées'],
      fields: {
        conditions: law("Qui peut s'inscrire"),
        incomplete: law('Pièces obligatoires, et inscription incomplète'),
        oneEnrolment: {
          ...oneEnrolment,
          fields: {
            ...oneEnrolment.fields,
            derogable: { label: 'Le recteur peut-il y déroger\u00a0?' },
          },
        },
        form: law('Choix de la forme de passage'),
        accommodations: law("Aménagements d'épreuves"),
        absence: law('Absence et épreuves de remplacement'),
        jury: law('Délibération du jury'),
        result: law('Ce qui donne le diplôme'),
        delivery: law('Délivrance du diplôme et erreur matérielle'),
      },
    },
    categories: {
      label: 'Catégories',
      article: 'une',
      one: 'Catégorie',
      fields: {
        code: {
          label: 'Code',
          fixed: true,
          options: CATEGORIES,
        },
        label: { label: 'Nom', width: 60 },
        hint: { label: 'Explication', rows: 2 },
      },
    },
    admission: {
      label: "Conditions d'inscription",
      counted: ["condition d'inscription", "conditions d'inscription"],
      fields: {
        formerOrDistance: asked('Anciens candidats et enseignement à distance seulement'),
        formerForm: {
          label: 'La forme de passage de la première session reste',
          fields: {
            source: { label: 'Source (vide\u00a0: non demandé)', width: 60 },
            chosenAnew: {
              label: "Sauf qui l'a passé en forme globale, peut-être par obligation, et s'inscrit comme",
              help: 'Un gestionnaire vérifie.',
              fields: { categories: { label: 'Catégories', options: CATEGORIES }, source },
            },
          },
        },
        majority: {
          label: 'Majorité',
          fields: {
            age: { label: 'Âge', width: 4 },
            on: { label: "Jour de l'année", example: '12-31', width: 6 },
            ...sourced,
          },
        },
        training: {
          label: "Heures de formation de l'arrêté de la spécialité",
          fields: {
            source: { label: 'Source (vide\u00a0: non demandé)', width: 60 },
            positioning: asked('Une décision de positionnement du recteur les réduit'),
          },
        },
        practice: {
          label: 'Durée de métier',
          fields: {
            withoutDiploma: { label: 'Sans diplôme', fields: { months, source } },
            withListedDiploma: { label: 'Avec un diplôme de la liste', fields: { months, source } },
            withSpecialContract: { label: 'Avec un contrat en alternance', fields: { months, hours, source } },
            withBacPro: {
              label: 'Avec un bac pro du secteur',
              fields: { floorMonths: { label: 'Mois au moins', width: 4 }, months, source },
            },
            withLastUnit: {
              label: 'Complète avec la dernière unité',
              fields: { source: { label: 'Source (vide\u00a0: complète à chaque inscription)', width: 60 } },
            },
          },
        },
        pharmacy: {
          label: 'Pharmacie',
          fields: { months, hours, withinYears: { label: 'Dans les années qui précèdent', width: 4 }, source },
        },
        workPlacement: asked('Les semaines en milieu professionnel que demande la spécialité'),
        residence: asked("Résider dans l'académie"),
        nationalService: {
          label: 'Service national',
          fields: {
            fromAge: { label: "À partir de l'âge de", width: 4 },
            untilAge: { label: "Jusqu'à l'âge de", width: 4 },
            source,
          },
        },
      },
    },
    credits: {
      label: 'Notes gardées',
      fields: {
        keptYears: { label: 'Années', width: 4 },
        keptFrom: { label: 'À partir de (points sur 20)', help: 'Vide\u00a0: toute note.', width: 4 },
        carriedIn: { label: 'Une note plus basse est reportée dans la forme', options: FORMS },
        source,
        correspondence: { label: 'Source des tableaux de correspondance', width: 60 },
      },
    },
    exemptionGrounds: {
      label: 'Motifs de dispense',
      article: 'un',
      one: 'Motif',
      counted: ['motif de dispense', 'motifs de dispense'],
      fields: {
        code: { label: 'Code', width: 20, fixed: true },
        label: { label: 'Nom', rows: 2 },
        covers: {
          label: 'Ce dont il dispense',
          options: {
            'general-expression-and-language': 'expression et langue',
            general: 'les unités générales',
            sport: "l'éducation physique et sportive",
            'speciality-list': 'la liste de la spécialité',
            any: 'toute unité',
          },
        },
        basis: {
          label: 'Il vaut quand la session se fonde',
          options: { order: "sur l'arrêté", notice: 'sur la notice', both: "sur l'un ou l'autre" },
        },
        judged: { label: 'Le bureau en juge-t-il\u00a0?', help: 'Oui\u00a0: aucun texte ne décide.' },
        source,
      },
    },
    results: {
      label: 'Résultats',
      fields: {
        average: { label: 'Moyenne générale', fields: passMark },
        professionalAverage: {
          label: 'Moyenne des unités professionnelles',
          help: "Vide\u00a0: cette seconde moyenne n'est pas demandée.",
          fields: passMark,
        },
        marks: {
          label: "Notes d'une unité, de 0 à 20",
          help: "Vide\u00a0: aucun lot de notes ne peut s'ouvrir.",
          fields: {
            step: { label: 'Au plus près', options: { 'half-point': 'le demi-point', point: 'le point' } },
            ...sourced,
          },
        },
        absence: { label: "Source de la règle sur l'absence", width: 60 },
        remedies: {
          label: 'Après les résultats',
          help: 'Ce que lit un candidat\u00a0: consulter ses copies, contester.',
          article: 'une',
          one: 'Démarche',
          fields: {
            code: { label: 'Code', width: 20, fixed: true },
            label: { label: 'Nom', width: 60 },
            words: { label: 'Explication', rows: 3 },
            nature: {
              label: 'Nature',
              help: 'Elle dit ses délais, et ce que vaut le silence.',
              options: {
                appeal: {
                  label: 'recours contre le résultat',
                  hint: 'La loi dit son dernier jour, et le jour où le silence est un refus.',
                },
                complaint: { label: 'réclamation', hint: 'La loi dit le jour où le silence est un refus.' },
                documents: {
                  label: 'communication de documents',
                  hint: "Le silence est plus tôt un refus, contesté devant la commission d'accès aux documents.",
                },
              },
            },
            within: {
              label: 'Délai, à compter de la publication',
              help: "Vide\u00a0: aucune source n'en donne. Celui d'un recours est dans la loi.",
              fields: delay,
            },
            ...sourced,
          },
        },
      },
    },
    jury: {
      label: 'Jury',
      help: "Vide\u00a0: aucun jury ne peut être composé, et aucun résultat n'est arrêté.",
      fields: {
        qualities: {
          label: 'Qualités',
          article: 'une',
          one: 'Qualité',
          counted: ['qualité', 'qualités'],
          fields: {
            code: { label: 'Code', width: 20, fixed: true },
            label: { label: 'Nom', width: 40 },
            seat: {
              label: 'Place',
              options: { chair: 'préside', deputy: 'supplée', member: 'siège' },
            },
            half: {
              label: 'Compte pour la moitié',
              options: { teaching: 'des enseignants', trade: 'des professionnels' },
            },
          },
        },
        ...sourced,
        quorum: {
          label: 'Nombre pour délibérer',
          fields: {
            members: {
              label: 'Membres présents au moins',
              help: 'Vide\u00a0: aucun texte ne le dit, une personne le constate.',
              width: 4,
            },
            ...sourced,
          },
        },
      },
    },
    accommodations: {
      label: "Aménagements d'épreuves",
      fields: {
        measures: {
          label: 'Mesures',
          article: 'une',
          one: 'Mesure',
          counted: ['mesure', 'mesures'],
          fields: {
            code: { label: 'Code', width: 20, fixed: true },
            label: { label: 'Nom', width: 60 },
            hint: { label: 'Explication', rows: 2 },
            percent: {
              label: 'Temps en plus',
              fields: { usual: { label: 'Au plus, sans motif particulier (%)', width: 4 } },
            },
            ...sourced,
          },
        },
        documents: {
          label: 'Documents à donner',
          article: 'un',
          one: 'Document',
          counted: ['document', 'documents'],
          fields: {
            code: { label: 'Code', width: 20, fixed: true },
            label: { label: 'Nom', width: 60 },
            hint: { label: 'Explication', rows: 2 },
            ...sourced,
          },
        },
      },
    },
    summons: {
      label: 'Convocations',
      fields: {
        bring: sentences('Ce que le candidat apporte', "La pièce d'identité, par exemple."),
        door: sentences('Les retards', 'Qui entre encore, et jusque quand.'),
        absence: sentences('Les absences', "Ce qu'une absence entraîne, et ce qui peut être demandé."),
      },
    },
    sittings: {
      label: 'Suite des épreuves',
      help: "Vide\u00a0: la répartition ne regarde pas le temps entre deux épreuves d'un candidat.",
      fields: {
        breakMinutes: { label: "Minutes entre deux épreuves d'un candidat", width: 8 },
        ...sourced,
      },
    },
    attendance: {
      label: 'Pointage dans les centres',
      help: "Vide\u00a0: la liste d'un jour s'ouvre 12\u00a0heures avant, et un pointage est reçu 24\u00a0heures après.",
      fields: {
        opensHours: {
          label: "Heures entre l'ouverture de la liste et la première épreuve du jour",
          help: 'La veille au soir, là où il y a du réseau.',
          width: 4,
        },
        takenHours: {
          label: "Heures après la fin d'une épreuve pendant lesquelles un pointage est reçu",
          help: 'Un appareil sans réseau envoie plus tard ce qui y est noté.',
          width: 4,
        },
        ...sourced,
      },
    },
    socioProfessionalCategories: {
      label: 'Catégories',
      article: 'une',
      one: 'Catégorie',
      fields: { code: { label: 'Code', width: 4, fixed: true }, label: { label: 'Nom', width: 60 } },
    },
  },
};
