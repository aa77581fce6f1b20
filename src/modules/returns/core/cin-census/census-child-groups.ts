import { happenedBetween } from '../../../../record/entry.ts';
import { childDescribed, childDied, childRecorded } from '../../../people/public.ts';
import { type FileGroup, slotOf } from '../file-group.ts';
import { dateIn, ITEM, textIn } from '../file-note.ts';
import type { ChildIdentity } from '../prepared-child.ts';
import { SEX_OF, SEX_OF_GENDER } from './census-codes.ts';
import type { ReadChild } from './read-census-child.ts';

/** What the file says of who the child is; a faulty row says nothing. */
export function identityIn(child: ReadChild): ChildIdentity {
  const row = child.identifiers;
  if (!row || row.faults.length > 0) return { bornOn: null, expectedOn: null, sex: null };
  return {
    bornOn: dateIn(row, 'PersonBirthDate'),
    expectedOn: dateIn(row, 'ExpectedPersonBirthDate'),
    sex: SEX_OF[textIn(row, 'Sex') ?? ''] ?? SEX_OF_GENDER[textIn(row, 'GenderCurrent') ?? ''] ?? null,
  };
}

/** Who the child is, what they are like, and their death. A child with an id has the first, whatever else is faulty. */
export function childGroups(child: ReadChild, laChildId: string): FileGroup[] {
  return [identifiersGroup(child, laChildId), describedGroup(child)].filter((group) => group !== null);
}

const ofChild = { thread: 'child', isEpisode: false, inner: [], span: null } as const;
const unknownWhen = happenedBetween(null, null);

function identifiersGroup(child: ReadChild, laChildId: string): FileGroup | null {
  const row = child.identifiers;
  if (!row) return null;
  const sound = row.faults.length === 0 ? row : null;
  const { bornOn, expectedOn, sex } = identityIn(child);
  const text = (name: string): string | undefined => (sound ? (textIn(sound, name) ?? undefined) : undefined);
  const recorded = slotOf(childRecorded, {
    slot: 'recorded',
    happened: unknownWhen,
    said: {
      councilChildId: laChildId,
      bornOn: bornOn ?? undefined,
      expectedOn: expectedOn ?? undefined,
      sex: sex ?? undefined,
      upn: text('UPN'),
      formerUpn: text('FormerUPN'),
      upnUnknownReason: text('UPNunknown'),
    },
    row: sound,
    adds: true,
  });
  const died = sound && dateIn(sound, 'PersonDeathDate');
  const death = died ? [slotOf(childDied, { slot: 'died', happened: died, said: {}, row: sound })] : [];
  return { ...ofChild, key: 'child', slots: [recorded, ...death] };
}

function describedGroup(child: ReadChild): FileGroup | null {
  const row = child.characteristics;
  if (!row) return null;
  const sound = row.faults.length === 0 ? row : null;
  const items = row.rows.filter((item) => item.faults.length === 0);
  if (!sound && items.length === 0) return null;
  const disabilities = [...new Set(items.map((item) => textIn(item, ITEM) ?? ''))].sort();
  const described = slotOf(childDescribed, {
    slot: 'described',
    happened: unknownWhen,
    said: {
      ethnicity: (sound && textIn(sound, 'Ethnicity')) ?? undefined,
      disabilities: disabilities.length > 0 ? disabilities : undefined,
    },
    row: sound,
    items: items.map((item) => ({ row: item, in: 'disabilities', item: textIn(item, ITEM) })),
    adds: true,
  });
  return { ...ofChild, key: 'described', slots: [described] };
}
