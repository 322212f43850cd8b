import type { SignedInStaff } from '../accounts/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import { frameOf, type PageFrame } from '../ui/index.ts';
import type { OfficeDeps } from './deps.ts';
import { texts } from './texts.ts';

export async function pageFrame(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<PageFrame> {
  return frameOf(await deps.chrome(visit, staff), visit, texts.flash);
}
