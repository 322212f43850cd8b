import type { ResolvedSession } from '../../catalogue/index.ts';
import { page, type Reply, type Visit } from '../../platform/http/visit.ts';
import type { ExampleGroup } from '../../ui/examples/index.ts';
import { type Chrome, show } from '../../ui/index.ts';
import type { DemonstrationDeps } from '../deps.ts';
import { storySession } from '../rules/jumps.ts';
import { texts } from '../texts.ts';
import { galleryAddresses } from './addresses.ts';
import { componentGroups, pageGroupsOf, type ShownPage } from './gallery.ts';
import { GalleryPage, GroupPage } from './galleryPages.tsx';

/** Nothing here is sent: a form leads nowhere. */
const NOTHING_SENT = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
};

export async function showGallery(deps: DemonstrationDeps, visit: Visit): Promise<Reply> {
  const groups = pageGroupsOf(await deps.examples());
  return show(<GalleryPage chrome={await deps.chrome(visit)} groups={groups} />);
}

export function findGroup(code: string): ExampleGroup | null {
  return componentGroups.find((one) => one.code === code) ?? null;
}

export async function showGroup(deps: DemonstrationDeps, visit: Visit, group: ExampleGroup): Promise<Reply> {
  return show(<GroupPage chrome={still(await deps.chrome(visit))} group={group} />, 200, NOTHING_SENT);
}

type Told = { readonly example: ShownPage; readonly session: ResolvedSession };

/** null: there is no such page, or no session that it could tell of. */
export async function findExample(deps: DemonstrationDeps, code: string): Promise<Told | null> {
  const example = pageGroupsOf(await deps.examples())
    .flatMap(({ pages }) => pages)
    .find((one) => one.code === code);
  const session = storySession(deps.catalogue().sessions());
  return example === undefined || session === null ? null : { example, session };
}

export async function showExample(deps: DemonstrationDeps, visit: Visit, { example, session }: Told): Promise<Reply> {
  const leave = { href: galleryAddresses.home, label: texts.gallery.back };
  const chrome = { ...still(await deps.chrome(visit)), preview: { text: texts.gallery.invented, leave } };
  return page(example.html({ chrome, catalogue: deps.catalogue(), session }), 200, NOTHING_SENT);
}

/** Without the small forms, which would do nothing. */
function still(chrome: Chrome): Chrome {
  return { ...chrome, csrf: null, signOut: null };
}
