/** What a line of the access log tells, in words. A new event is told by its own name until it stands here. */
const WORDS: Readonly<Record<string, string>> = {
  'access-log.exported': 'Took the access log away',
  'access-log.read': 'Read the access log',
  'audience.opened': 'Opened the form that says who may read a paragraph',
  'audience.set': 'Said who may read a paragraph',
  'access-review.decided': 'Decided whether an opening was explained',
  'access-review.read': 'Looked at an opening that seemed without need',
  'access-reviews.listed': 'Was shown among openings that seemed without need',
  'allocation.begun': 'Opened the form that allocates a worker',
  'allocation.recorded': 'Allocated a worker',
  'child.access-shown': 'Read who may open the record',
  'interest.begun': 'Opened the form for an interest',
  'interest.declared': 'Declared an interest',
  'interest.ended': 'Ended an interest',
  'place.begun': 'Opened the form for an address or number',
  'place.recorded': 'Recorded an address or number',
  'place.protection-begun': 'Opened the form that protects an address or number',
  'place.protected': 'Said whether an address or number is protected',
  'relation.named': 'Named somebody who has a part in the child’s life',
  'relation.ended': 'Ended somebody’s part in the child’s life',
  'restriction.set': 'Restricted the record to some people',
  'restriction.lifted': 'Lifted the restriction of the record',
  'caseload.read': 'Was shown among a worker’s own children',
  'child.listed': 'Was shown in a list',
  'child.looked-for': 'Was found by a search',
  'child.opened': 'Opened the child’s page',
  'children.listed': 'Was shown in a list',
  'county.read-closely': 'Was shown among the children of the county',
  'disagreement.opened': 'Opened a disagreement between files',
  'disagreement.settled': 'Settled a disagreement between files',
  'opening-review.read': 'Looked at an opening with a reason',
  'opening-reviews.listed': 'Was shown among openings to review',
  'opening.ended': 'Ended an opening with a reason',
  'openings.read': 'Was shown among openings with a reason',
  'record.asked-for': 'Was asked for a reason',
  'record.opened-with-reason': 'Opened the record with a reason',
  'register.read': 'Was shown in a register',
  'team.read': 'Was shown among a team’s children',
  'verdict.explained': 'Read why a duty is met or missed',
  'visit.begun': 'Opened the form for a visit',
  'visit.recorded': 'Recorded a visit',
  'worker.read': 'Was shown among a worker’s children',
  'command.child': 'Read the record by a command',
  'command.explain': 'Read why a duty is met or missed, by a command',
};

/** "Opened the child’s page"; `some-thing.done` without words of its own reads "Some thing done". */
export function eventInWords(event: string): string {
  const known = WORDS[event];
  if (known !== undefined) return known;
  const plain = event.replaceAll(/[.-]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** How it ended, where it was not simply shown or done; empty otherwise. */
export function outcomeInWords(outcome: string): string {
  switch (outcome) {
    case 'refused':
      return 'refused';
    case 'not-found':
      return 'answered “not found”';
    case 'not-permitted':
      return 'not opened';
    default:
      return '';
  }
}
