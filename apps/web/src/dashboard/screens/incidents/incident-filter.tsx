import { Link } from '@tanstack/react-router';

const CHOICES = [
  { label: 'All', search: {} },
  { label: 'Open', search: { state: 'open' } },
  { label: 'Resolved', search: { state: 'resolved' } },
] as const;

/** Which incidents are shown; the choice stands in the URL. */
export function IncidentFilter() {
  return (
    <nav aria-label="Incidents by state" className="mb-4 flex flex-wrap gap-1">
      {CHOICES.map(({ label, search }) => (
        <Link
          key={label}
          to="/incidents"
          search={search}
          activeOptions={{ exact: true, includeSearch: true }}
          className="inline-flex min-h-9 items-center rounded-md border border-transparent px-3 text-sm hover:bg-soft"
          activeProps={{ className: 'border-edge! bg-soft font-semibold' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
