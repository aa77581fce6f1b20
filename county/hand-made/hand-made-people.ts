import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import type { Role } from '../../src/modules/access/public.ts';
import {
  type Grade,
  leaveBegun,
  leaveEnded,
  registrationRecorded,
  teamFormed,
  workerJoined,
} from '../../src/modules/workforce/public.ts';
import { handMadeId } from './hand-made-id.ts';
import { Story, type Told } from './story.ts';

/** Somebody who can sign in to the invented county. A worker's book has the same id. */
export type HandMadePerson = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
};

const person = (name: string, email: string, ...roles: HandMadePerson['roles']): HandMadePerson => ({
  id: handMadeId('worker', name),
  name,
  email: `${email}@wherrymouth.example`,
  roles,
});

export const temitope = person('Temitope Adeyemi', 'temitope.adeyemi', 'social-worker');
export const beatrix = person('Beatrix Ashworth', 'beatrix.ashworth', 'team-manager');
const director = person('Marguerite Osei-Pemberton', 'marguerite.osei-pemberton', 'director');
export const analyst = person('Priyanka Raghunathan', 'priyanka.raghunathan', 'performance-analyst');
const administrator = person('Dilwyn Prosser', 'dilwyn.prosser', 'administrator');

export const frontDoorWorker = person('Hari Ravindran', 'hari.ravindran', 'duty-worker');
export const chair = person('Lorraine Baptiste', 'lorraine.baptiste', 'conference-chair');
export const reviewingOfficer = person('Gethin Parry-Jones', 'gethin.parry-jones', 'reviewing-officer');
export const lawyer = person('Rukhsana Mahmood', 'rukhsana.mahmood', 'legal');
export const auditor = person('Kwame Asante-Boadu', 'kwame.asante-boadu', 'auditor');
export const inspector = person('Siobhán Gallagher', 'siobhan.gallagher', 'inspector');
const protectionOfficer = person('Anil Perera', 'anil.perera', 'data-protection-officer');

/** Who signs in to the demonstration, in the order in which its sign-in page offers them. */
export const handMadePeople: readonly HandMadePerson[] = [
  ...[temitope, beatrix, director, analyst],
  ...[frontDoorWorker, chair, reviewingOfficer, lawyer, auditor, inspector, protectionOfficer],
  administrator,
];

/** Workers who wrote in the record and do not sign in to the demonstration. */
export const jonah = person('Jonah Moore', 'jonah.moore', 'social-worker');
export const agnieszka = person('Agnieszka Duda', 'agnieszka.duda', 'social-worker');
export const workerOf2013 = person('Gwenllian Pryce', 'gwenllian.pryce', 'team-manager');

const team = new Story('Northfield child protection team', 'team');
team.wrote(
  administrator.id,
  '2011-04-01',
  teamFormed.write(team.on('2011-04-01', 'book'), { name: 'Northfield', managedBy: beatrix.id }),
);

type Post = { readonly grade: Grade; readonly joined: string; readonly registered?: readonly [string, string, string] };

function inPost(who: HandMadePerson, { grade, joined, registered }: Post): Story {
  const story = new Story(who.name, 'worker', who.id);
  const { name, email } = who;
  story.wrote(
    administrator.id,
    joined,
    workerJoined.write(story.on(joined, 'book'), { name, grade, team: team.book, agency: false, email }),
  );
  if (registered) {
    const [number, from, until] = registered;
    story.wrote(
      beatrix.id,
      `${joined > from ? joined : from} 17:45`,
      registrationRecorded.write(story.on(from, 'book'), {
        number,
        from: mustBeDate(from),
        until: mustBeDate(until),
        checkedBy: beatrix.name,
      }),
    );
  }
  return story;
}

const posts = [
  inPost(workerOf2013, {
    grade: 'team-manager',
    joined: '2011-04-04',
    registered: ['SW10417', '2012-12-01', '2026-11-30'],
  }),
  inPost(beatrix, { grade: 'team-manager', joined: '2019-09-02', registered: ['SW21882', '2024-12-01', '2026-11-30'] }),
  inPost(temitope, {
    grade: 'social-worker',
    joined: '2022-01-10',
    registered: ['SW88213', '2024-12-01', '2026-11-30'],
  }),
  // Not renewed at the end of November 2025: the renewal was paid and never confirmed.
  inPost(jonah, { grade: 'social-worker', joined: '2023-05-15', registered: ['SW90541', '2024-12-01', '2025-11-30'] }),
  inPost(agnieszka, {
    grade: 'advanced-practitioner',
    joined: '2020-03-02',
    registered: ['SW45120', '2024-12-01', '2026-11-30'],
  }),
  inPost(frontDoorWorker, {
    grade: 'social-worker',
    joined: '2021-06-07',
    registered: ['SW77009', '2024-12-01', '2026-11-30'],
  }),
];

const [, , , , agnieszkasBook, harisBook] = posts;
agnieszkasBook?.wrote(
  beatrix.id,
  '2026-03-02 10:15',
  leaveBegun.write(agnieszkasBook.on('2026-03-02', 'leave of March 2026'), { kind: 'sickness' }),
);
harisBook
  ?.wrote(
    beatrix.id,
    '2025-12-19 12:00',
    leaveBegun.write(harisBook.on('2025-12-22', 'leave of December 2025'), {
      kind: 'annual',
      expectedUntil: mustBeDate('2026-01-02'),
    }),
  )
  .wrote(
    beatrix.id,
    '2026-01-05 09:05',
    leaveEnded.write(harisBook.on('2026-01-05', 'leave of December 2025'), { begunOn: mustBeDate('2025-12-22') }),
  );

export const toldOfWorkforce: readonly Told[] = [team, ...posts].flatMap((story) => story.told);
