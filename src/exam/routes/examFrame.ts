import type { SignedInStaff } from '../../accounts/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { frameOf } from '../../ui/index.ts';
import type { ExamDeps } from '../deps.ts';
import type { ExamFrame } from '../pages/examPage.tsx';

/** What stands around every page of this room. */
export async function examFrame(
  deps: Pick<ExamDeps, 'chrome'>,
  visit: Visit,
  staff: SignedInStaff,
  flash: Parameters<typeof frameOf>[2] = {},
): Promise<ExamFrame> {
  return { ...frameOf(await deps.chrome(visit, staff), visit, flash), isHead: staff.role === 'head' };
}
