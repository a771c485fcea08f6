import { BoundedText } from '../text/bounded-text.tsx';
import { showHidden } from '../text/show-hidden.ts';
import type { Parameter } from './list-parameters.ts';

export function ParameterList({ parameters }: { parameters: Parameter[] }) {
  if (parameters.length === 0) return <p className="text-sm text-muted">Takes no parameters</p>;
  return (
    <ul aria-label="Parameters" className="grid gap-2 border-l-2 border-line pl-4 text-sm">
      {parameters.map(({ name, type, required, description, options }) => (
        <li key={name}>
          <code className="prose-code font-semibold">{showHidden(name)}</code>{' '}
          <span className="break-all text-muted">{showHidden(type)}</span>
          {required && <span className="font-medium"> · required</span>}
          {description && <BoundedText text={description} />}
          {options && <BoundedText text={`One of ${options.join(', ')}`} />}
        </li>
      ))}
    </ul>
  );
}
