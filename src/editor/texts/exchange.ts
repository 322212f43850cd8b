import { FILE, WHOLE } from '../../catalogue/index.ts';
import { wholeNumber } from '../../ui/index.ts';

/** Files that come and go. */
export const texts = {
  title: 'Importer des fichiers',
  lead: "Une archive ZIP du dossier «\u00a0catalogue\u00a0» (celle que l'on télécharge ici), ou un seul fichier YAML du même nom qu'un fichier du brouillon. Rien d'autre ne change.",
  file: 'Archive ou fichier',
  limits: 'ZIP ou YAML, 5 Mo au plus.',
  submit: 'Importer dans le brouillon',
  keep: 'Revenir aux fichiers',
  open: 'Importer des fichiers',
  what: (name: string): string => `Importé\u00a0: ${name}`,
  faults: {
    missing: 'Choisissez un fichier à importer.',
    'not-an-archive': "Ce fichier n'est ni une archive ZIP, ni un fichier YAML\u00a0: choisissez-en un autre.",
    'too-big': `Ces règles sont trop grosses\u00a0: ${wholeNumber(FILE.characters)}\u00a0caractères au plus par fichier, ${wholeNumber(WHOLE.characters)} en tout.`,
    'too-many': `Il y a trop de fichiers dans cette archive\u00a0: ${WHOLE.files} fichiers de règles au plus.`,
    'no-rules': "Aucun fichier de règles (.yaml) n'est dans cette archive.",
    'not-utf8': "Un fichier n'est pas enregistré en UTF-8\u00a0: enregistrez-le avec ce codage, puis recommencez.",
    'unknown-name': (name: string): string =>
      `Aucun fichier du brouillon ne s'appelle «\u00a0${name}\u00a0», ou plusieurs\u00a0: importez une archive, qui dit leur place.`,
  },
  delivered: 'Des règles ont été livrées avec le logiciel',
  deliveredText:
    "Les règles publiées par le bureau restent en vigueur. Pour prendre aussi les fichiers livrés, commencez un brouillon\u00a0: il part des vôtres, et prend les fichiers que le bureau n'a pas changés.",
  takeDelivered: 'Commencer ce brouillon',
  deliveredTitle: 'Règles livrées avec le logiciel',
  refused: 'Les règles livrées avec le logiciel ont des fautes, elles ne sont pas en vigueur',
};
