import { refusalTable } from '../platform/http/refusalTable.ts';
import { KEY, type KeyRefusal } from './apiKey.ts';
import { hookTexts } from './hookTexts.ts';
import type { HookRefusal } from './webhook.ts';

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

const say = hookTexts.refusals;

/** Why an address isn't declared, or an act on it isn't done. */
export const hookRefusals = refusalTable<HookRefusal>({
  'hook-active': [409, say.active],
  'hook-suspended': [409, say.suspended],
  'hook-removed': [409, say.removed],
  'too-many-hooks': [409, say.tooMany],
  unreadable: [422, say.unreadable, 'adresse'],
  'not-https': [422, say.notHttps, 'adresse'],
  'no-name': [422, say.noName, 'adresse'],
  'holds-password': [422, say.holdsPassword, 'adresse'],
  inside: [422, say.inside, 'adresse'],
  'unknown-host': [422, say.unknownHost, 'adresse'],
});
