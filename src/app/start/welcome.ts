import { rolesInWords } from '../../modules/access/public.ts';
import type { Clock } from '../../platform/clock/house-clock.ts';
import { longDay } from '../../ui/dates-in-words.ts';
import { DEMO_PASSWORD, demoPeople } from '../demo-people.ts';
import type { Council } from '../house-mark.ts';

/** What the start prints once it serves. */
export function welcome(council: Council, clock: Clock, address: string, link: string | undefined): string[] {
  const stop = 'Ctrl-C stops it.';
  if (council.mark === 'real')
    return [
      `Sightline for ${council.name} is at ${address}`,
      ...(link ? [`The first person chooses a password here, once, within a week: ${address}${link}`] : []),
      stop,
    ];
  const width = Math.max(...demoPeople.map(({ email }) => email.length));
  return [
    `Sightline is at ${address}`,
    `${council.name} is invented: no child there is real. Its day is ${longDay(clock.today())}.`,
    `Sign in with the password ${DEMO_PASSWORD} as`,
    ...demoPeople.map(({ email, roles }) => `  ${email.padEnd(width)}  ${rolesInWords(roles)}`),
    stop,
  ];
}
