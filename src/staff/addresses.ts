import { type Query, queryOf } from '../platform/query.ts';

/** Who works here. */
export const addresses = {
  staff: (more: Query = {}): string => `/gestion/personnel${queryOf(more)}`,
  invitation: '/gestion/personnel/inviter',
  member: (id: string, more: Query = {}): string => `/gestion/personnel/${id}${queryOf(more)}`,
  access: (id: string): string => `/gestion/personnel/${id}/acces`,
  staffProposal: (id: string): string => `/gestion/personnel/demandes/${id}`,
  confirmation: (id: string): string => `/gestion/personnel/${id}/confirmation`,
  absence: (id: string): string => `/gestion/personnel/${id}/absence`,
  secondFactor: (id: string): string => `/gestion/personnel/${id}/double-authentification`,
};
