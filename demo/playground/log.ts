/** Fields that only sites' servers may read: their length is told, never they themselves. */
const SECRETS: readonly string[] = ['token'];
const KEPT = 50;

/** Tells the events of the elements as they come, the newest first. */
export function logEvents(from: HTMLElement, list: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    from.addEventListener(name, (event) => {
      const row = document.createElement('li');
      row.textContent = `${name} ${facts(event)}`;
      list.prepend(row);
      list.children[KEPT]?.remove();
    });
  }
}

function facts(event: Event): string {
  const own = Object.entries(event).filter(([key]) => key !== 'isTrusted');
  return own.map(([key, value]) => `${key}: ${SECRETS.includes(key) ? `(${String(value).length} characters)` : JSON.stringify(value)}`).join(', ');
}
