import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/shell/servers');

export function TagFilter({ tags }: { tags: string[] }) {
  const { tag } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = tag === undefined || tags.includes(tag) ? tags : [...tags, tag];
  if (shown.length === 0) return null;
  return (
    <label className="flex items-center gap-2 text-sm">
      <span className="text-muted">Tag</span>
      <select
        value={tag ?? ''}
        onChange={(event) =>
          void navigate({ search: (before) => ({ ...before, tag: event.target.value || undefined }), replace: true })
        }
        className="min-h-9 max-w-40 rounded-md border border-edge bg-bg px-2 py-1.5"
      >
        <option value="">Any</option>
        {shown.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
