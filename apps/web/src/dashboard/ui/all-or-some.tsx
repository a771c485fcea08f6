import { type ReactNode, useState } from 'react';
import { Choice } from './choice.tsx';
import { FieldError } from './field-error.tsx';

type Props = {
  legend: string;
  /** How "all of them" is called. */
  everything: string;
  allAtFirst: boolean;
  error: string | undefined;
  /** What can be ticked one by one. */
  children: ReactNode;
};

/** All of something, or only what is ticked, sent as `which`. What was ticked stays when "all" is chosen in between. */
export function AllOrSome({ legend, everything, allAtFirst, error, children }: Props) {
  const [all, setAll] = useState(allAtFirst);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <Choice name="which" value="all" label={everything} checked={all} choose={() => setAll(true)} />
      <Choice name="which" value="chosen" label="Only these" checked={!all} choose={() => setAll(false)} />
      <div hidden={all} className="pt-1 pl-7">
        {children}
      </div>
      <FieldError error={error} />
    </fieldset>
  );
}
