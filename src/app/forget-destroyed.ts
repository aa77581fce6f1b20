import { sql } from 'kysely';
import { rebuildIdentities } from '../modules/people/store/child-identities.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EntryRegistry } from '../record/registry.ts';
import type { Forget } from '../record/store/destroy.ts';
import { rebuildPages } from '../record/store/turn-page.ts';
import { currentPages } from './manifests.ts';

/** What a file said, under the entry that it became: the words go, the fact that it said something stays. */
const forgetAttested: Forget = async (tx, destroyed) => {
  await sql`update returns.attestation set content = null
    where entry = any(${destroyed.map(({ id }) => id)}::uuid[])`.execute(tx);
};

/** The modules' tables are made again from what is left in the books: names, search words, addresses. Ask it as the owner. */
async function turnEveryPage(tx: Tx, registry: EntryRegistry): Promise<void> {
  for (const pages of Object.values(currentPages)) await rebuildPages(tx, registry, pages);
  await rebuildIdentities(tx);
}

/** All that must forget the words of entries beside the record itself. */
export const forgetEverywhere = (registry: EntryRegistry): readonly Forget[] => [
  forgetAttested,
  (tx) => turnEveryPage(tx, registry),
];
