import type { ComponentProps } from 'react';
import { TextField } from '../ui/field.tsx';

type Props = Pick<ComponentProps<typeof TextField>, 'label' | 'ref'> & { text: string; change: (text: string) => void };

/** Finds servers inside a form: Enter would send that. */
export function ServerSearch({ text, change, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      type="search"
      autoComplete="off"
      placeholder="Name, address or tag"
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
