const TIMEOUT_MS = 20_000;

let last = '';

/** Replaces the content by what the server says now. Leaves it alone on any failure, and while somebody works in it. */
export async function refresh(prepare: (root: ParentNode) => void): Promise<void> {
  try {
    const response = await fetch(location.href, { cache: 'no-cache', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = response.ok ? await response.text() : last;
    const main = document.querySelector('main');
    if (text === last || !main || isBusy(main)) return;
    const next = new DOMParser().parseFromString(text, 'text/html');
    const fresh = next.querySelector('main[data-live]');
    if (!fresh) return;
    last = text;
    for (const { id } of main.querySelectorAll('details[open]')) next.getElementById(id)?.setAttribute('open', '');
    prepare(fresh);
    main.replaceWith(fresh);
    document.title = next.title;
  } catch {
    // The page stands as it is; the next minute tries again.
  }
}

function isBusy(main: Element): boolean {
  const selection = getSelection();
  const selects = selection && !selection.isCollapsed && main.contains(selection.anchorNode);
  return selects || (document.activeElement !== main && main.contains(document.activeElement));
}
