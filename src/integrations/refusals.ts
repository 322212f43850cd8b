import { refusalTable } from '../platform/http/refusalTable.ts';
import { KEY, type KeyRefusal } from './apiKey.ts';

/** Why a key isn't made. */
export const keyRefusals = refusalTable<KeyRefusal>({
  'too-many-keys': [
    409,
    `Votre académie a déjà ${KEY.most} clés ouvertes, le plus qu'elle puisse avoir. Retirez-en une qui ne sert plus, puis recommencez. Rien n'est créé.`,
  ],
  'files-needed': [
    422,
    "Cochez aussi «\u00a0Dossiers\u00a0»\u00a0: les identités et les résultats se lisent avec le numéro du dossier qu'ils concernent.",
    'ouvre',
  ],
});
