import { expect, it } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { readExpectations } from './read-expectations.ts';

function form(entries: [string, string][]): FormData {
  const fields = new FormData();
  for (const [name, value] of entries) fields.append(name, value);
  return fields;
}

it('reads a call with its values in order, each in its own way', () => {
  expect(
    readExpectations(
      form([
        ['lists', 'prompts'],
        ['lists', 'resources'],
        ['callTool', ' count_orders '],
        ['callArguments', '{ "customer": "acme" }'],
        ['callMaxMs', '1500'],
        ['callMatchesSchema', 'on'],
        ['valuePointer', '/structuredContent/total'],
        ['valueHow', 'equals'],
        ['valueExpected', '3'],
        ['valuePointer', ''],
        ['valueHow', 'contains'],
        ['valueExpected', 'acme '],
      ]),
    ),
  ).toEqual({
    lists: ['prompts', 'resources'],
    call: {
      tool: 'count_orders',
      arguments: { customer: 'acme' },
      maxMs: 1500,
      matchesOutputSchema: true,
      values: [
        { pointer: '/structuredContent/total', equals: 3 },
        { pointer: '', contains: 'acme ' },
      ],
    },
  });
});

it('calls nothing where no tool is named', () => {
  expect(
    readExpectations(
      form([
        ['callTool', ' '],
        ['callArguments', '{'],
      ]),
    ),
  ).toEqual({});
});

it('calls with no arguments where none are given', () => {
  expect(readExpectations(form([['callTool', 'ping']]))).toEqual({ call: { tool: 'ping', arguments: {} } });
});

it.each([
  ['callArguments', '{"a":', '/expectations/call/arguments'],
  ['callArguments', '[1]', '/expectations/call/arguments'],
  ['valueExpected', 'acme', '/expectations/call/values/0/equals'],
])('says at its field that %s %s is no JSON of that kind', (name, value, pointer) => {
  const fields = form([
    ['callTool', 'a'],
    ['valuePointer', '/x'],
    ['valueHow', 'equals'],
    ['valueExpected', '1'],
  ]);
  fields.set(name, value);
  try {
    readExpectations(fields);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).errors).toMatchObject([{ pointer }]);
  }
});
