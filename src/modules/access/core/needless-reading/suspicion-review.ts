/** What a reviewer can say of a record that was opened as if without need. */
export const CONCLUSIONS = ['explained', 'concern'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** Letters that a remark needs at least; the table of suspicions holds to it. */
export const SHORTEST_REMARK = 10;
const LONGEST_REMARK = 2_000;
const LONGEST_ADDRESSEE = 200;

/** As it was typed, without blanks around it. */
export type TypedReview = { readonly finding: string; readonly passedTo: string; readonly remark: string };

/** A review as it is kept: a concern names to whom it was passed on, an explanation nobody. */
export type SuspicionReview = {
  readonly finding: Conclusion;
  readonly passedTo: string | null;
  readonly remark: string;
};

export type ReviewFault = { readonly field: 'finding' | 'passed-to' | 'remark'; readonly text: string };

/** Reads a review, or says what is wrong with it. */
export function readReview({ finding, passedTo, remark }: TypedReview): SuspicionReview | readonly ReviewFault[] {
  const conclusion = CONCLUSIONS.find((each) => each === finding);
  const faults = [
    conclusion === undefined ? ({ field: 'finding', text: 'Say what you find' } as const) : undefined,
    conclusion === 'concern' ? faultOfAddressee(passedTo) : undefined,
    faultOfRemark(remark, conclusion),
  ].filter((fault) => fault !== undefined);
  if (conclusion === undefined || faults.length > 0) return faults;
  return { finding: conclusion, passedTo: conclusion === 'concern' ? passedTo : null, remark };
}

function faultOfAddressee(passedTo: string): ReviewFault | undefined {
  if (passedTo === '') return { field: 'passed-to', text: 'Say to whom you passed the concern on' };
  return passedTo.length > LONGEST_ADDRESSEE
    ? { field: 'passed-to', text: `To whom: ${LONGEST_ADDRESSEE} characters or fewer` }
    : undefined;
}

function faultOfRemark(remark: string, conclusion: Conclusion | undefined): ReviewFault | undefined {
  if ((remark.match(/\p{L}/gu)?.length ?? 0) < SHORTEST_REMARK) {
    const what = conclusion === 'concern' ? 'Say what the concern is' : 'Say what explains it';
    return { field: 'remark', text: `${what}, in ${SHORTEST_REMARK} letters or more` };
  }
  return remark.length > LONGEST_REMARK
    ? { field: 'remark', text: `The remark must have ${LONGEST_REMARK.toLocaleString('en-GB')} characters or fewer` }
    : undefined;
}
