import { useEffect, useRef } from 'react';
import { announce } from '../ui/announce.tsx';
import { focusMain } from '../ui/focus.ts';

/** On another page the focus begins at its content, and what was said of the page before is over. */
export function useArrival(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    announce('');
    // A page may have put it where it belongs already.
    if (document.activeElement === document.body) focusMain();
  }, [pathname]);
}
