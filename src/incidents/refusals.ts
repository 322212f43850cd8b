import { refusalTable } from '../platform/http/refusalTable.ts';
import { wholeNumber } from '../ui/index.ts';
import { BANNER, type BannerRefusal } from './incident.ts';

/** Why a banner isn't shown, or taken away. */
export const bannerRefusals = refusalTable<BannerRefusal>({
  'too-long': [
    422,
    `Ce texte dépasse ${wholeNumber(BANNER.characters)} caractères\u00a0: un bandeau se lit d'un coup d'œil. Raccourcissez-le. Rien n'est affiché.`,
  ],
  'no-length': [422, "Cette durée n'est pas proposée\u00a0: choisissez-en une de la liste. Rien n'est affiché."],
  'changed-meanwhile': [
    409,
    "Quelqu'un vient de changer le bandeau. Le sien est ci-dessus\u00a0; le vôtre n'est pas affiché. Relisez, puis affichez de nouveau s'il le faut.",
  ],
  none: [409, "Aucun bandeau n'est affiché\u00a0: il avait été retiré, ou son heure est passée."],
});
