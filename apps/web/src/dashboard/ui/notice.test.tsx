import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Problem } from '../api/problem.ts';
import { ProblemNotice } from './notice.tsx';

const textOf = (title: string, detail: string) =>
  renderToStaticMarkup(
    <ProblemNotice problem={new Problem({ status: 422, code: 'invalid', title, detail })} />,
  ).replaceAll(/<[^>]+>/g, '|');

it('does not say the same twice', () => {
  expect(textOf('Not valid', 'Not valid.')).not.toContain('Not valid.');
  expect(textOf('Not valid', 'A name is missing.')).toContain('A name is missing.');
});
