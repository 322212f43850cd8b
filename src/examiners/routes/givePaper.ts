import { file, type Reply, redirect } from '../../platform/http/visit.ts';
import type { ExaminerDeps } from '../deps.ts';
import type { Examiner } from '../examiners.ts';
import { convocationsOf, printConvocations } from '../printConvocations.ts';
import { listTold, readSigningCodes } from '../store/convening.ts';

/** What they were told that is still ahead; nothing is: back to the page. */
export async function givePaper(
  deps: Pick<ExaminerDeps, 'db' | 'catalogue' | 'pdf' | 'clock'>,
  academy: string,
  people: readonly Examiner[],
  { name, back, session }: { readonly name: string; readonly back: string; readonly session?: string },
): Promise<Reply> {
  const now = deps.clock.now();
  const [only] = people;
  const members = await listTold(deps.db, {
    academy,
    ...(session === undefined ? {} : { session }),
    ...(people.length === 1 && only !== undefined ? { person: only.id } : {}),
  });
  const codes = await readSigningCodes(
    deps.db,
    academy,
    people.map(({ id }) => id),
  );
  const convocations = convocationsOf(people, members, codes, now);
  if (convocations.length === 0) return redirect(back);
  const content = await printConvocations(deps.pdf, deps.catalogue(), academy, { convocations, now });
  return file(content, 'application/pdf', name, 'attachment', content.length);
}
