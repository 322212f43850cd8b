import { PAPERS } from '../../../papers/index.ts';
import type { Sentences } from './entry.ts';

export const PAPER_HISTORY: Sentences = {
  'paper.issued': ({ text }) => `Document émis${paper(text('kind'))}`,
  'paper.opened': ({ text }) => `Document ouvert par le candidat${paper(text('kind'))}`,
  'letter.posted': ({ text }) => `Lettre partie par la poste, ${text('reference')}${under(text('tracking'))}`,
  'letter.received': ({ text }) => `Lettre remise, ${text('reference')}${under(text('tracking'))}`,
  'letter.returned': ({ text }) =>
    `Lettre revenue, ${text('outcome') === 'unclaimed' ? 'avisée et non réclamée' : 'destinataire inconnu'}, ${text('reference')}${under(text('tracking'))}`,
  'letter.corrected': ({ text }) => `Saisie reprise sur une lettre, ${text('reference')}${under(text('tracking'))}`,
  'letter.told': ({ text }) => `Dit au candidat par téléphone, au lieu de la lettre ${text('reference')}`,
  'publication.drafted': ({ number }) =>
    `Document du bureau préparé, dossiers visés\u00a0: ${number('recipients') ?? ''}`,
  'publication.ordered': ({ number }) =>
    `Document du bureau publié, dossiers visés\u00a0: ${number('recipients') ?? ''}`,
  'publication.withdrawn': ({ number }) =>
    `Document du bureau retiré, candidats qui l'avaient\u00a0: ${number('given') ?? ''}`,
  'publication.given': 'Document du bureau mis à disposition du candidat',
  'publication.opened': 'Document du bureau ouvert par le candidat',
  'publication.recalled': "Retrait d'un document du bureau dit au candidat",
  'papers.ordered': ({ text, number }) =>
    `Documents édités en nombre${paper(text('kind'))}\u00a0: ${number('total') ?? ''}, ${text('what')}`,
  'papers.stopped': ({ text }) => `Édition en nombre arrêtée${paper(text('kind'))}\u00a0: ${text('what')}`,
  'papers.exported': ({ text, number }) =>
    `Documents téléchargés en une archive${paper(text('kind'))}\u00a0: ${number('total') ?? ''}, ${text('what')}`,
};

/** Without one, it left as an ordinary letter. */
function under(tracking: string): string {
  return tracking === '' ? '' : `, numéro ${tracking}`;
}

function paper(kind: string): string {
  const known = Object.entries(PAPERS).find(([name]) => name === kind)?.[1];
  return known === undefined ? '' : `\u00a0: ${known.title.toLowerCase()}`;
}
