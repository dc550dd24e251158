/** Milliseconds within which two clicks are one double click. Nobody has read what came in between. */
const SOON = 400;

/**
 * Takes the second half of a double click, or of a double tap, from whatever has come once the control was gone that the first half was for: nobody
 * means that. Of a mouse, browsers tell which click is a second one (`MouseEvent.detail`); of fingers not all of them do, so that time has to tell.
 * A second click on the same control is `once`'s to judge.
 */
export function ignoreSecondClicks(root: HTMLElement | DocumentFragment): void {
  let first: Element | null = null;
  let until = 0;
  root.addEventListener('click', (event) => {
    const { target, detail, pointerType, timeStamp } = event as PointerEvent;
    if (first?.isConnected === false && timeStamp < until && (detail > 1 || pointerType === 'touch')) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      // Keys, and programs that click, begin no double click.
      first = detail > 0 ? (target as Element).closest('button') : null;
      until = timeStamp + SOON;
    }
  }, true);
}
