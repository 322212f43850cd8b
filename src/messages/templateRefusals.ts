import { VARIABLE_WORDS } from '../catalogue/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { listing, quoted } from '../ui/index.ts';
import { TEMPLATE } from './office.ts';
import { asWritten, TEMPLATE_VARIABLES, type TemplateVariable, type WordsFault } from './rules/variables.ts';

/** Why a ready answer isn't saved. */
export type TemplateRefusal =
  | WordsFault
  | { readonly code: 'template-not-found' }
  | { readonly code: 'title-taken' }
  | { readonly code: 'template-changed' }
  | { readonly code: 'too-many-templates' };

const named = (name: TemplateVariable): string => quoted(asWritten(name));
const meaning = (name: TemplateVariable): string => {
  const [words] = VARIABLE_WORDS[name];
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
};

export const templateRefusals = refusalTable<TemplateRefusal>({
  'unknown-variable': [
    422,
    ({ name }) =>
      `Rien ne remplit ${quoted(`{${name}}`)}\u00a0: le candidat le lirait tel quel. Les variables sont ${listing(TEMPLATE_VARIABLES.map(asWritten))}.`,
    'texte',
  ],
  'stray-brace': [
    422,
    "Une accolade est seule dans ce texte. Une variable s'écrit entre deux accolades, par exemple {numéro}\u00a0; ailleurs, n'en mettez pas.",
    'texte',
  ],
  'missing-variable': [
    422,
    ({ name }) =>
      `Il manque ${named(name)} (${meaning(name)}) dans ce texte\u00a0: sans elle, le candidat ne saurait pas de quoi il s'agit. Ajoutez-la, ou changez ce dont parle le modèle.`,
    'texte',
  ],
  'undeclared-variable': [
    422,
    ({ name }) =>
      `Ce texte emploie ${named(name)}\u00a0: indiquez que le modèle parle d'une pièce, pour que celui qui s'en sert la choisisse.`,
    'texte',
  ],
  'template-not-found': [404, "Ce modèle n'existe pas, ou il n'est pas de votre académie."],
  'title-taken': [
    409,
    "Un autre modèle porte déjà ce titre. Choisissez-en un autre\u00a0: rien n'est enregistré.",
    'titre',
  ],
  'template-changed': [
    409,
    "Quelqu'un a changé ce modèle depuis que vous l'avez ouvert. Le vôtre n'est pas enregistré\u00a0: comparez-le avec celui qui est en service, puis enregistrez.",
  ],
  'too-many-templates': [
    409,
    `Ce bureau a déjà ${TEMPLATE.most} modèles, ceux qui ont été retirés compris. Changez-en un\u00a0: rien n'est enregistré.`,
  ],
});
