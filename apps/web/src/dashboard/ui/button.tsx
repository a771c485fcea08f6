import { Link, type LinkComponentProps } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

export type Look = 'primary' | 'plain' | 'danger';

const BASE =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3.5 py-1.5 text-sm font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress';
const LOOKS: Record<Look, string> = {
  primary: 'border-accent bg-accent text-on-accent not-disabled:hover:opacity-90',
  plain: 'border-edge bg-bg text-fg not-disabled:hover:bg-soft',
  danger: 'border-down bg-bg text-down not-disabled:hover:bg-soft',
};

type Props = ComponentProps<'button'> & { look?: Look; busy?: boolean };

/** While `busy` it keeps its focus and its words and cannot be pressed again. */
export function Button({ look = 'plain', busy = false, className = '', onClick, children, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={`${BASE} ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export function LinkButton({ look = 'plain', className = '', ...rest }: LinkComponentProps & { look?: Look }) {
  return <Link className={`${BASE} ${LOOKS[look]} no-underline ${className}`} {...rest} />;
}

export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  );
}
