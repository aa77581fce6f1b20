import { expect, test } from 'vitest';
import { surnameMarks } from './surname-marks.ts';

test.each([
  ['Safiya Nowak-Rahman', ['nowak', 'rahman']],
  ['Mrs Ada Mary BYRON', ['byron']],
  ['Yusra al-Hashimi', ['hashimi']],
  ['O’Brien, Niamh', ['obrien']],
  ["Niamh O'Brien", ['obrien']],
  ['Ayşe Özdemir', ['ozdemir']],
  ['Chen Li', ['li']],
  ['Jo van den Berghe', ['berghe']],
  ['Safiya', []],
  ['Safiya B', []],
  ['', []],
  [null, []],
])('the surname of %s', (name, marks) => {
  expect(surnameMarks(name)).toEqual(marks);
});
