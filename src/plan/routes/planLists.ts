import { h } from 'preact';
import { personName } from '../../accounts/index.ts';
import { type ExamDeps, eachTest, nameOfSpeciality, unitCode } from '../../exam/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { FoundPage, WithoutPage } from '../pages/planPeoplePages.tsx';
import type { AtPlan } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { countPlan, listWithout, searchPlan } from '../store/planLists.ts';
import { frame } from './planPerson.ts';

/** Candidates of one page, and those that a search names. */
const PAGE = 100;
const FOUND = 30;

export async function showSearch(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const words = (visit.query.q ?? '').replace(/\s+/g, ' ').trim().slice(0, 80).replaceAll('\0', '');
  const { portfolios } = at.desk.scope;
  const found = words === '' ? [] : await searchPlan(deps.db, at.place, at.plan.id, portfolios, words, FOUND + 1);
  const catalogue = deps.catalogue();
  return show(
    h(FoundPage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      numero: at.plan.number,
      words,
      lines: found.slice(0, FOUND).map((one) => ({
        id: one.enrolmentId,
        number: one.number,
        name: personName(one),
        speciality: nameOfSpeciality(catalogue, one.speciality),
        centre: one.centre,
        km: one.km,
      })),
      more: found.length > FOUND,
    }),
  );
}

export async function listUnseated(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const after = /^[A-Z0-9-]{1,30}$/.test(visit.query.apres ?? '') ? (visit.query.apres ?? '') : '';
  const { portfolios } = at.desk.scope;
  const found = await listWithout(deps.db, at.plan.id, portfolios, after, PAGE + 1);
  const some = found.slice(0, PAGE);
  const catalogue = deps.catalogue();
  return show(
    h(WithoutPage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      numero: at.plan.number,
      total: (await countPlan(deps.db, at.plan.id, portfolios)).without,
      lines: some.map((one) => ({
        id: one.enrolmentId,
        number: one.number,
        name: personName(one),
        speciality: nameOfSpeciality(catalogue, one.speciality),
        units: [...Map.groupBy(one.units, (_, index) => whyOf(one.whys[index]))].flatMap(([why, units]) =>
          eachTest(units.map((unit) => ({ unit }))).map(({ unit }) => ({
            code: unitCode(catalogue, at.session, one.speciality)(unit),
            why,
          })),
        ),
      })),
      next: found.length > PAGE ? (some.at(-1)?.number ?? null) : null,
    }),
  );
}

function whyOf(text: string | undefined): keyof typeof planTexts.why {
  const known = Object.keys(planTexts.why) as (keyof typeof planTexts.why)[];
  return known.find((one) => one === text) ?? 'full';
}
