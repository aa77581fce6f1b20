import { addDays, addMonths, ageOn, type LocalDate } from '../../../../../kernel/local-date.ts';
import type { FileWindow } from '../../file-kind.ts';
import { ITEM, type ReadRow, textIn } from '../../file-note.ts';
import { type CensusView, isBefore, isOutside, sound } from './census-view.ts';

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** What is odd about who the child is and what they are like. */
export function oddIdentity(view: CensusView, knowsAuthority: (number: string) => boolean): void {
  const row = sound(view.child.identifiers);
  if (row) {
    oddNumbers(view, row, knowsAuthority);
    oddBirth(view, row);
    oddSex(view, row);
    oddReason(view, row);
  }
  const described = sound(view.child.characteristics);
  if (described) oddDescription(view, described);
}

function oddNumbers({ child, odd }: CensusView, row: ReadRow, knowsAuthority: (number: string) => boolean): void {
  const id = child.laChildId ?? '';
  if (id.length > 20) odd('1570', row, 'The LAchildID is longer than 20 characters.');
  if (!/^[A-Za-z0-9]+$/.test(id)) odd('1580', row, 'The LAchildID holds something other than letters and digits.');
  const former = textIn(row, 'FormerUPN');
  if (former !== null && !/^[A-Z]\d{11}[\dA-Z]$/i.test(former))
    odd('1560Q', row, 'The former UPN is not a letter and twelve digits.');
  const upn = textIn(row, 'UPN')?.toUpperCase();
  if (upn === undefined) return;
  if (!/^[A-Z].{12}$/.test(upn)) {
    odd('1540', row, 'The UPN does not have a letter and twelve more characters.');
    return;
  }
  if (!knowsAuthority(upn.slice(1, 4)))
    odd('1530', row, `The UPN names an authority, ${upn.slice(1, 4)}, that is not on the list.`);
  if (!/^\d{8}$/.test(upn.slice(4, 12))) odd('1540', row, 'Characters 5 to 12 of the UPN are not all digits.');
  if (!/[\dA-HJ-NP-RT-Z]/.test(upn.charAt(12)))
    odd('1550', row, 'Character 13 of the UPN is neither a digit nor a letter that may stand there.');
  else if (/^\d{12}$/.test(upn.slice(1)) && checkLetter(upn.slice(1)) !== upn.charAt(0))
    odd('1510', row, 'The first letter of the UPN does not fit its digits.');
}

/** Each digit times its place (2 to 13), modulo 23, names the letter. */
const checkLetter = (digits: string): string =>
  CHECK_LETTERS.charAt([...digits].reduce((sum, digit, i) => sum + Number(digit) * (i + 2), 0) % 23);

function oddBirth({ bornOn, expectedOn, diedOn, window, episodes, odd }: CensusView, row: ReadRow): void {
  const { until } = window;
  if (isBefore(until, bornOn)) odd('8520', row, `The birth date ${bornOn} lies after the reference date.`);
  if ((bornOn === null) === (expectedOn === null))
    odd(
      '8525Q',
      row,
      bornOn
        ? 'Both a birth date and an expected birth date are given.'
        : 'Neither a birth date nor an expected birth date is given.',
    );
  if (expectedOn !== null && (expectedOn < addDays(until, -30) || expectedOn > addMonths(until, 9)))
    odd(
      '8530Q',
      row,
      `The expected birth date ${expectedOn} is not within 30 days before or 9 months after the reference date.`,
    );
  if (isBefore(diedOn, bornOn)) odd('8535Q', row, 'The death lies before the birth.');
  if (isOutside(diedOn, window)) odd('8545Q', row, `The death of ${diedOn} lies outside the census year.`);
  const isOpen = (birthday: string): boolean =>
    episodes.some(({ closedOn }) => closedOn === null || closedOn >= birthday);
  if (bornOn !== null && bornOn <= until && ageOn(bornOn, until) >= 25 && isOpen(addMonths(bornOn, 300)))
    odd('8775Q', row, 'The child is over 25 years old.');
}

function oddSex({ year, bornOn, expectedOn, odd }: CensusView, row: ReadRow): void {
  const [sex, gender] = [textIn(row, 'Sex'), textIn(row, 'GenderCurrent')];
  if (sex === null && gender === null) odd('4180', row, 'No sex is given.');
  if (gender !== null && year >= 2025)
    odd('element-of-another-year', row, 'GenderCurrent was asked until the census of 2024: read all the same.');
  if (sex !== null && year <= 2024)
    odd('element-of-another-year', row, 'Sex is asked since the census of 2025: read all the same.');
  if (expectedOn !== null && bornOn === null && sex !== null && sex !== 'U')
    odd('8750', row, 'The child is not yet born, and a sex is given.');
}

function oddReason({ bornOn, window, episodes, odd }: CensusView, row: ReadRow): void {
  const wentFurther = episodes.some(({ noFurtherAction }) => noFurtherAction === false);
  if (!wentFurther) return;
  const reason = textIn(row, 'UPNunknown');
  if (reason === 'UN7')
    odd('8772', row, 'The UPN is said to be missing because nothing followed the referral; something did.');
  const isOfSchoolAge = bornOn !== null && isSchoolAge(bornOn, window);
  if (isOfSchoolAge && textIn(row, 'UPN') === null && (reason === null || reason === 'UN1'))
    odd('8770Q', row, 'A child of school age has no UPN, and no reason that fits.');
}

/** From five to sixteen years old on the reference date, as the check counts it. */
function isSchoolAge(bornOn: LocalDate, { until }: FileWindow): boolean {
  const age = ageOn(bornOn, until);
  return age >= 5 && age <= 16;
}

function oddDescription({ bornOn, episodes, odd }: CensusView, row: ReadRow): void {
  if (textIn(row, 'Ethnicity') === null) odd('4220', row, 'No ethnicity is given.');
  const disabilities = row.rows.flatMap((item) => textIn(item, ITEM) ?? []);
  const wentFurther = episodes.some(({ noFurtherAction }) => noFurtherAction === false);
  if (bornOn !== null && wentFurther && row.rows.length === 0) odd('8540', row, 'Nothing is said of disability.');
  if (disabilities.includes('NONE') && new Set(disabilities).size > 1)
    odd('8790', row, 'No disability is given together with one.');
  if (new Set(disabilities).size < disabilities.length) odd('8794', row, 'A disability is given twice.');
}
