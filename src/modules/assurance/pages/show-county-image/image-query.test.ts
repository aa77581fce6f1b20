import { expect, test } from 'vitest';
import { imageShape } from '../../core/image-panels.ts';
import { readLine, readOrder, readTeam } from './image-query.ts';

const shape = imageShape(5500);
const line = (query: Record<string, unknown>) => readLine(query, shape, 5500);

test('a place in the picture comes as a browser sends an image button', () => {
  expect(line({ 'panel3.x': '40', 'panel3.y': '12' })).toEqual({ is: 'line', line: 917 * 2 + 12 });
  expect(line({ 'panel9.x': '40', 'panel9.y': '12' })).toEqual({ is: 'none' });
});

test('a line number is as people write it; one that is none gets a sentence', () => {
  expect(line({ line: '2,893' })).toEqual({ is: 'line', line: 2892 });
  expect(line({ line: ' ' })).toEqual({ is: 'none' });
  for (const typed of ['0', '5501', 'twelve', '1.5'])
    expect(line({ line: typed })).toMatchObject({ is: 'fault', typed, text: 'Enter a line number from 1 to 5,500' });
});

test('order and team; what is none is the first', () => {
  expect([readOrder({}), readOrder({ order: 'age' }), readOrder({ order: 'random()' })]).toEqual([
    'team',
    'age',
    'team',
  ]);
  expect([readTeam({}), readTeam({ team: 'all' }), readTeam({ team: 'x' })]).toEqual([null, null, 'x']);
});
