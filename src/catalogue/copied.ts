import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { RulePack } from './schema/pack.ts';

/** A catalogue as plain data, which can be copied to another thread: instants as text. */
export type CopiedCatalogue = {
  readonly pack: RulePack;
  readonly anchors: readonly (readonly [session: string, at: string])[];
};

export function copyCatalogue({ pack, anchors }: Pick<Catalogue, 'pack' | 'anchors'>): CopiedCatalogue {
  return { pack, anchors: [...anchors].map(([session, at]) => [session, at.toString()] as const) };
}

export function catalogueOf({ pack, anchors }: CopiedCatalogue): Catalogue {
  return createCatalogue(pack, new Map(anchors.map(([session, at]) => [session, Temporal.Instant.from(at)])));
}
