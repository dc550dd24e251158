/** How often a page that is shown for want of a connection looks whether the platform answers. */
const LOOK_MS = 4000;

/**
 * Goes on by itself where the service worker had only its own page to show: when the platform answers, not merely when the system says that there is
 * a network, which may be too early for the one and says nothing of the other. Nothing is drawn or announced meanwhile.
 */
export function goOnWhenReached(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    // Only page loads are the worker's: this question is the network's to answer.
    const answered = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
    if (answered) location.reload();
    else timer = setTimeout(() => void look(), LOOK_MS);
  };
  addEventListener('online', () => void look());
  timer = setTimeout(() => void look(), LOOK_MS);
}
