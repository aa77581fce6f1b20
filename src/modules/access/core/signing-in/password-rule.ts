export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
/** Words that anybody who knows this house would try first. One of them may stand in a password; it may not be all of it. */
export const WORDS_OF_THE_HOUSE: readonly string[] = [
  ...['sightline', 'children', 'services', 'social', 'worker', 'manager', 'council', 'county', 'team'],
  ...['safeguarding', 'protection', 'password', 'welcome', 'spring', 'summer', 'autumn', 'winter'],
];
/** Letters that a password has beside such words. */
const OWN_LETTERS = 5;

/**
 * What is wrong with a new password, as a sentence; undefined when it will do. Length is what counts, so there are no
 * rules about capitals and digits; what is easily guessed about this person is refused, and what stands in lists of
 * passwords that were stolen elsewhere: `isCommon` is asked with the password in lower case.
 */
export function faultOfPassword(
  password: string,
  person: { readonly email: string; readonly name: string },
  isCommon: (plain: string) => boolean,
): string | undefined {
  if (password === '') return 'Enter a password';
  if ([...password].length < SHORTEST_PASSWORD) return `Password must be ${SHORTEST_PASSWORD} characters or more`;
  if (password.length > LONGEST_PASSWORD) return `Password must be ${LONGEST_PASSWORD} characters or fewer`;
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) return 'Password must not repeat the same few characters';
  const own = [person.email.split('@')[0] ?? '', ...person.name.split(/\s+/)].map((word) => word.toLowerCase());
  if (own.some((word) => word.length > 3 && plain.includes(word)))
    return 'Password must not contain your name or e-mail address';
  if (isCommon(plain)) return 'Many people use this password, and it stands in lists that were stolen. Choose another';
  if (isMadeOfWords(plain)) return 'Password must be more than words that anybody here would try first';
  return undefined;
}

function isMadeOfWords(plain: string): boolean {
  if (!WORDS_OF_THE_HOUSE.some((word) => plain.includes(word))) return false;
  const left = WORDS_OF_THE_HOUSE.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return (left.match(/\p{L}/gu) ?? []).length < OWN_LETTERS;
}
