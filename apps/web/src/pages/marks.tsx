import type { ServerStatus } from '@alivemcp/contracts';
import type { ReactNode } from 'react';

/** The shapes of theme/states.ts, drawn: fonts differ too much in how they show those characters. */
const MARKS: Record<ServerStatus, ReactNode> = {
  up: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path className="cut" d="m4.8 8.3 2.2 2.2 4.2-4.7" />
    </>
  ),
  degraded: (
    <>
      <path d="M8 1.2 15.5 14.5H.5z" />
      <path className="cut" d="M8 6.2v3.6m0 2.4v.1" />
    </>
  ),
  down: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
      <path className="cut" d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />
    </>
  ),
  maintenance: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="3" strokeDasharray="2.36" />
      <circle cx="8" cy="8" r="5.2" />
      <circle className="cut" cx="8" cy="8" r="2" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.4" />,
  paused: <path d="M3.5 2h3v12h-3zm6 0h3v12h-3z" />,
  pending: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.4" />
      <circle cx="8" cy="8" r="2.2" />
    </>
  ),
};

/** Drawn once a page, out of what is replaced at a refresh; `Mark` points here. */
export function Marks() {
  return (
    <svg className="sr" aria-hidden="true">
      {Object.entries(MARKS).map(([status, shape]) => (
        <symbol key={status} id={`m-${status}`} viewBox="0 0 16 16" fill="currentColor">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}

export function Mark({ status }: { status: ServerStatus }) {
  return (
    <svg aria-hidden="true">
      <use href={`#m-${status}`} />
    </svg>
  );
}
