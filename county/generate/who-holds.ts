import { allocationEnded, placeholderAllocated, workerAllocated } from '../../src/modules/allocation/public.ts';
import { ownThread } from '../../src/record/own-thread.ts';
import { badAutumn, EMPTIED } from './county-plan.ts';
import type { Day } from './days.ts';
import { type Episode, episodeOf, type Holder } from './told-episode.ts';
import { managerOn, type Team, type TeamWork, type Worker } from './workforce-history.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';

/** A stretch of an episode in which a team of some kind of work holds the children. */
export type Stage = { readonly from: Day; readonly work: TeamWork };

/** Who holds the children, one person after another, until the episode ends; and why at times nobody does. */
export function tellHolding(episode: Episode, stages: readonly Stage[]): void {
  planHolders(episode, stages);
  for (const [at, holder] of episode.holders.entries()) tellHolder(episode, holder, at === 0);
  const { story, plan } = episode;
  const last = episode.holders.at(-1);
  if (!story.chance.percent(97) || !last) return; // nobody ever held what ended on the day on which it began
  const by = managerOn(last.team, plan.endsOn).book;
  story.wrote(by, plan.endsOn, ({ says }) => {
    for (const child of episode.group)
      says(
        child,
        'holding ended',
        { on: plan.endsOn, thread: ownThread(child.book, 'holding') },
        allocationEnded,
        episodeOf(episode, child),
      );
  });
}

function planHolders(episode: Episode, stages: readonly Stage[]): void {
  const { story, rota, family, plan, holders } = episode;
  let team: Team | undefined;
  for (const [at, { from, work }] of stages.entries()) {
    const until = stages[at + 1]?.from ?? plan.endsOn;
    if (from >= until) continue;
    const same = team?.work.includes(work) === true;
    const worker = holders.at(-1)?.worker;
    if (same && worker && story.chance.percent(60) && stays(worker, from)) continue;
    team = same && team ? team : rota.teamFor(story.chance, work, family.district);
    hold(episode, team, work, from);
    fillUntil(episode, team, work, until);
  }
  if (stages.length > 1 && team) fillUntil(episode, team, (stages.at(-1) as Stage).work, plan.endsOn);
  thinByAutumn(episode);
}

const stays = ({ left }: Worker, on: Day): boolean => left === null || left > on + 20;

function hold(episode: Episode, team: Team, work: TeamWork, from: Day): void {
  const { story, rota, holders } = episode;
  while ((holders.at(-1)?.from ?? -1) >= from) holders.pop();
  holders.push({ from, team, worker: rota.workerOf(story.chance, team, work, from) });
}

/** When a worker leaves or falls ill for long, the children go to another: on the day, days later, or after weeks with nobody. */
function fillUntil(episode: Episode, team: Team, work: TeamWork, until: Day): void {
  const { story, holders, county } = episode;
  const { chance } = story;
  for (;;) {
    const worker = holders.at(-1)?.worker;
    const from = holders.at(-1)?.from ?? 0;
    if (!worker) return;
    const gone = goneFrom(worker, from, chance.percent(55));
    const last = Math.min(until, county.today + 1);
    if (gone === null || gone >= last) return;
    const next = chance.percent(66) ? gone : chance.percent(60) ? gone + chance.whole(1, 9) : null;
    if (next !== null) {
      if (workedFrom(next) >= last) return;
      hold(episode, team, work, workedFrom(next));
      continue;
    }
    const empty = workedFrom(gone);
    if (empty >= last || empty <= from) return;
    holders.push({ from: empty, team, worker: null });
    const again = workedFrom(empty + chance.whole(6, 45));
    if (again >= last) return;
    holders.push({ from: again, team, worker: episode.rota.workerOf(chance, team, work, again) });
  }
}

/** The day from which somebody else must hold what this worker holds: after a leaving, or some weeks into a long illness. */
function goneFrom({ left, leaves }: Worker, from: Day, minded: boolean): Day | null {
  const ill = minded
    ? leaves.find((leave) => leave.from > from && (leave.until ?? leave.from + 60) - leave.from > 21)
    : undefined;
  const days = [left === null ? Number.POSITIVE_INFINITY : left + 1, ill ? ill.from + 16 : Number.POSITIVE_INFINITY];
  const first = Math.min(...days.filter((day) => day > from));
  return Number.isFinite(first) ? first : null;
}

/** In the bad autumn the children in need of the emptied districts were in a team's or a manager's name. */
function thinByAutumn(episode: Episode): void {
  const { story, county, holders, plan, family } = episode;
  const { chance } = story;
  const autumn = badAutumn(county.today);
  if (plan.route !== 'in-need' || !EMPTIED.includes(family.district) || !chance.percent(75)) return;
  const from = workedFrom(autumn.from + chance.whole(0, 25));
  const until = workedFrom(autumn.until - chance.whole(0, 30));
  const holder = holders.findLast((each) => each.from <= from);
  if (!holder || plan.endsOn <= until || holders.some((each) => each.from > from && each.from <= until)) return;
  if (holder.from >= from || holder.worker === null) return;
  const after = holders.filter((each) => each.from > until);
  holders.splice(holders.indexOf(holder) + 1);
  holders.push({ from, team: holder.team, worker: null });
  holders.push({
    from: until,
    team: holder.team,
    worker: episode.rota.workerOf(chance, holder.team, 'support', until),
  });
  holders.push(...after);
}

const BECAUSE = [
  'A post is vacant.',
  'Waiting for an agency worker.',
  'The worker left; the next begins soon.',
  'Two workers are ill.',
];

function tellHolder(episode: Episode, { from, team, worker }: Holder, first: boolean): void {
  const { story } = episode;
  const manager = managerOn(team, from);
  const kind = story.chance.pick(['manager', 'team', 'duty'] as const);
  story.wrote(manager.book, from, ({ says }) => {
    for (const child of episode.group) {
      const where = { on: from, thread: ownThread(child.book, 'holding'), party: worker?.book ?? null };
      const data = episodeOf(episode, child);
      if (worker)
        says(child, 'given to a worker', where, workerAllocated, {
          ...data,
          worker: worker.book,
          workerName: worker.name,
        });
      else
        says(child, 'in nobody’s hands', { ...where, as: kind }, placeholderAllocated, {
          ...data,
          kind,
          because: story.chance.pick(BECAUSE),
          manager: manager.name,
        });
    }
  });
  void first;
}

/** The first day on which children can be given to somebody after a decision: at once for most, days later for some. */
export function givenOn(episode: Episode, decidedOn: Day): Day {
  const { chance } = episode.story;
  return chance.percent(80)
    ? workingDaysAfter(decidedOn, chance.whole(0, 1) || 1)
    : workingDaysAfter(decidedOn, chance.whole(2, 12));
}
