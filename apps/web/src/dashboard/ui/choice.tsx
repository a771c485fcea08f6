type Props = { name: string; value: string; label: string; checked: boolean; choose: () => void };

/** One of a few that exclude each other. */
export function Choice({ name, value, label, checked, choose }: Props) {
  return (
    <label className="flex min-h-6 items-center gap-2.5">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={choose}
        className="size-4.5 accent-accent"
      />
      {label}
    </label>
  );
}
