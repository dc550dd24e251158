/**
 * Copies a text. Where a browser withholds its clipboard, what shows the text is selected, ready to be copied by hand.
 *
 * @returns whether it was copied
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
  if (!copied && shown !== null) getSelection()?.selectAllChildren(shown);
  return copied;
}
