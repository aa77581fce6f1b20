import { expect, test } from 'vitest';
import { email } from '../rights/email.ts';
import { faultOfPassword } from './password-rule.ts';

const ada = { email: 'ada.byron@council.example', name: 'Ada Byron' };

test.each([
  ['', 'Enter a password'],
  ['elevenchars', 'Password must be 12 characters or more'],
  ['x'.repeat(201), 'Password must be 200 characters or fewer'],
  ['abababababababab', 'Password must not repeat the same few characters'],
  ['my name is Byron', 'Password must not contain your name or e-mail address'],
  ['ada.byron is me', 'Password must not contain your name or e-mail address'],
  ['PasswordPassword', 'Many people use this password, and it stands in lists that were stolen. Choose another'],
  ['Sightline-2026!', 'Password must be more than words that anybody here would try first'],
  ['social worker team 7', 'Password must be more than words that anybody here would try first'],
  ['council kettle otter', undefined],
  ['8472-1938-5561-22', undefined],
  ['kettle lantern otter', undefined],
  [
    'a phrase of a hundred letters and more, which somebody keeps in a password manager: no limit of eight or of sixty',
    undefined,
  ],
  ['пароль из слов и точек', undefined],
])('%s: %s', (password, fault) => {
  expect(faultOfPassword(password, ada, (plain) => plain === 'passwordpassword')).toBe(fault);
});

test('an e-mail address is read as people type it', () => {
  expect(email(' Ada@Council.Example ')).toBe('ada@council.example');
  for (const wrong of ['', 'ada', 'ada@', '@x', 'a b@c', 'a@b@c', `${'a'.repeat(250)}@b.example`])
    expect(email(wrong)).toBeUndefined();
});
