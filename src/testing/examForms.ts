import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Browser } from './enrolments.ts';
import { fieldOn } from './words.ts';

/** What a head of office does with the forms and the tables of centres, rooms and the calendar. */

export const AT = '/gestion/examen';
export const CENTRE = {
  code: 'lyc-1',
  name: 'Lycée des Puys',
  address: '1 rue du Lac',
  postcode: '63 000',
  city: 'Riom',
};
export const SITTING = {
  unit: '45033608/U20',
  day: '03/06/2024',
  hour: '9 h',
  duration: '2 h',
  room: '',
  kind: '',
  material: '',
};
export const ROOM_TABLE = [
  'Centre;Nom du centre;Adresse;Code postal;Commune;Salle;Places;Accessible;Équipements',
  'LYC-1;Lycée des Puys;1 rue du Lac;63000;Riom;Salle 1;20;oui;',
  'LYC-1;;;;;Salon;12;non;coiffure',
  'LYC-2;Lycée du Velay;;43000;Le Puy-en-Velay;A;30;;',
];
export const CALENDAR = [
  'Spécialité;Unité;Date;Heure;Durée;Matériel;Équipement;Centre;Salle',
  '45033608;U20;03/06/2024;9 h;2 h;Calculatrice;;LYC-1;Salle 1',
  'Coiffure;U10;04/06/2024;14:00;2 h 30;;;;',
];

/** What a form says of the row that it changes, and of itself. */
export const hidden = (html: string) => ({ version: fieldOn(html, 'version'), cle: fieldOn(html, 'cle') });
export const idOf = (address: string): string => address.split('/').at(-1) ?? '';
export const pathOf = (location: string): string => location.split('?')[0] ?? '';

export function examForms(head: Browser) {
  const send = async (path: string, fields: Record<string, string>, page = path) =>
    head.post(path, { ...hidden((await head.get(page)).body), ...fields });
  return {
    send,
    aCentre: async (changes: Partial<typeof CENTRE> = {}): Promise<string> =>
      pathOf((await send(`${AT}/centres/nouveau`, { ...CENTRE, ...changes })).location),
    aRoom: async (centre: string, fields: Record<string, string> = {}): Promise<string> => {
      await send(`${centre}/salles`, { room: 'Salle 1', capacity: '20', kinds: '', ...fields });
      return /href="(\/gestion\/examen\/salles\/[\w-]+)/.exec((await head.get(centre)).body)?.[1] ?? '';
    },
    upload: async (what: string, table: readonly string[] | Buffer, name = 'tableau.csv') => {
      await head.get(`${AT}/importer/${what}`);
      const bytes = Buffer.isBuffer(table) ? table : Buffer.from(table.join('\r\n'));
      return head.upload(`${AT}/importer/${what}`, {}, bytes, name);
    },
  };
}

/** No centre, no room, no calendar, no plan any more. */
export async function withoutPlaces(db: Database): Promise<void> {
  for (const table of ['exam_seat', 'exam_plan', 'exam_sitting', 'exam_room', 'exam_centre'])
    await sql`delete from ${sql.table(table)}`.execute(db);
}

export async function countRows(db: Database, table: string): Promise<number> {
  return Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n);
}
