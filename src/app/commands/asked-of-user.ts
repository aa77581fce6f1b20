import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { ROLE_NAMES, type Role, refusalOfRights, role } from '../../modules/access/public.ts';
import { readRights, setRights } from '../../modules/access/store/rights/rights-store.ts';
import { type Outcome, type PersonContext, refusedWith, wrongUse } from '../cli/command.ts';
import { houseProjections } from '../house-projections.ts';

type Rights = Awaited<ReturnType<typeof readRights>>[number];

/** Roles as they were typed, several in one word when commas divide them; or the sentence for one that is none. */
export function rolesIn(texts: readonly string[]): { readonly roles: Role[] } | { readonly outcome: Outcome } {
  const typed = texts.flatMap((text) => text.split(',')).map((text) => ({ text, is: role(text.trim()) }));
  const unknown = typed.find(({ is }) => !is);
  if (unknown) return { outcome: wrongUse(`There is no role “${unknown.text}”. Roles are ${ROLE_NAMES.join(', ')}.`) };
  return { roles: [...new Set(typed.flatMap(({ is }) => is ?? []))] };
}

/** The account of an e-mail address, active or stopped. */
export async function accountOf(
  { db, identity }: PersonContext,
  address: string,
): Promise<{ readonly rights: Rights } | { readonly outcome: Outcome }> {
  const wanted = address.trim().toLowerCase();
  const rights = (await db.as(identity, readRights)).find(({ email }) => email === wanted);
  return rights
    ? { rights }
    : { outcome: refusedWith(`Nobody with the e-mail address ${wanted} has an account here.`) };
}

/** Sets rights on behalf of whoever gave the command. An outcome when they may not. */
export async function setRightsBy(
  { db, identity, person, clock, registry, statute }: PersonContext,
  rights: Rights,
  because: string,
): Promise<Outcome | undefined> {
  const writing = {
    registry,
    projections: houseProjections(registry, statute()),
    newId: () => randomUUID() as string as Id,
  };
  const asked = { identity, by: person.id, now: clock.now(), today: clock.today() };
  const outcome = await setRights(db, writing, asked, { rights, because });
  return outcome.ok ? undefined : refusedWith(`${refusalOfRights(outcome.refusal)}.`);
}

/** What a command says of why rights changed, when nobody says more. */
export const BECAUSE = {
  because: { kind: 'text', about: 'why, in your words, for whoever asks later' },
} as const;
export const reasonIn = (typed: string | undefined): string => typed?.trim() || 'By command; no reason was given.';
