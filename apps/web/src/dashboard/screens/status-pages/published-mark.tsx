import { Mark } from '../../ui/mark.tsx';

export function PublishedMark({ published }: { published: boolean }) {
  return published ? (
    <Mark shape="●" word="Published" color="text-up" />
  ) : (
    <Mark shape="◌" word="Not published" color="text-unknown" />
  );
}
